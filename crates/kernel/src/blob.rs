//! Files people handed in, named by what they hold: the same file twice is one file, and a file no row points at is
//! garbage that harms nobody. They are put before the transaction that names them and never changed.
use std::path::Path as FilePath;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use axum::body::{Body, Bytes};
use futures_util::{TryFutureExt, TryStreamExt};
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{GetResult, ObjectStore, ObjectStoreExt};

use crate::error::{Error, Result};
use crate::secret::Hash;

/// Where the files are.
#[derive(Debug, Clone)]
pub struct Blobs(Arc<dyn ObjectStore>);

impl Blobs {
    /// In a folder that exists. A file that was put is still there after a power cut.
    pub fn in_folder(folder: &FilePath) -> Result<Self> {
        let store = LocalFileSystem::new_with_prefix(folder).map_err(|it| fault(&it))?;
        Ok(Self(Arc::new(store.with_fsync(true))))
    }

    /// Nowhere that lasts: for tests.
    pub fn in_memory() -> Self {
        Self(Arc::new(InMemory::new()))
    }

    /// Keeps a file, and says its name.
    pub fn put(&self, bytes: impl Into<Bytes>) -> Result<Hash> {
        let bytes = bytes.into();
        let name = Hash::of(&bytes);
        let place = place(&name);
        // A file gets its name when it is whole, so one that is there is whole.
        if wait(self.0.head(&place)).is_err() {
            wait(self.0.put(&place, bytes.into())).map_err(|it| fault(&it))?;
        }
        Ok(name)
    }

    /// A whole file.
    pub fn read(&self, name: &Hash) -> Result<Bytes> {
        let found = wait(self.0.get(&place(name)).and_then(GetResult::bytes));
        found.map_err(|it| fault(&it))
    }

    /// A file for an answer, read while it is sent.
    pub fn stream(&self, name: &Hash) -> Body {
        let (store, place) = (Arc::clone(&self.0), place(name));
        let file = async move { store.get(&place).await.map(GetResult::into_stream) };
        Body::from_stream(file.try_flatten_stream())
    }

    /// The name of every file, in order: for checks.
    pub fn names(&self) -> Result<Vec<String>> {
        let listed = wait(self.0.list(None).try_collect::<Vec<_>>()).map_err(|it| fault(&it))?;
        let name = |it: object_store::ObjectMeta| it.location.filename().map(str::to_owned);
        let mut names: Vec<String> = listed.into_iter().filter_map(name).collect();
        names.sort();
        Ok(names)
    }
}

/// Files are spread over 256 folders, by the beginning of their names.
fn place(name: &Hash) -> Path {
    let name = name.hex();
    Path::from_iter([&name[..2], name.as_str()])
}

/// A full disk has an answer of its own.
fn fault(error: &object_store::Error) -> Error {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(it) = cause {
        let io = it.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        if matches!(io, Some(std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)) {
            return Error::Full;
        }
        cause = it.source();
    }
    Error::internal(format!("a file: {error}"))
}

/// Wakes the thread that waits.
struct Sleeper(Thread);

impl Wake for Sleeper {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Waits for a file, on this thread: handlers and jobs are synchronous.
fn wait<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let waker = Waker::from(Arc::new(Sleeper(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match work.as_mut().poll(&mut context) {
            Poll::Ready(done) => return done,
            Poll::Pending => thread::park(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_what_it_holds_and_kept_once() {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::in_folder(folder.path()).unwrap();
        let name = blobs.put("card".as_bytes().to_vec()).unwrap();
        assert_eq!(blobs.put("card".as_bytes().to_vec()).unwrap(), name);
        assert_eq!(blobs.names().unwrap(), [name.hex()]);
        assert_eq!(&blobs.read(&name).unwrap()[..], b"card");
        assert!(blobs.read(&Hash::of(b"nothing")).is_err());
        let hex = name.hex();
        assert!(folder.path().join(&hex[..2]).join(&hex).is_file());
    }
}
