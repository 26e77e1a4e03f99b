//! Files people handed in, named by what they hold: the same file twice is one file, and a file no row points at is
//! garbage that harms nobody. They are put before the transaction that names them and never changed.
use std::ops::Range;
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
use object_store::{GetOptions, GetRange, GetResult, MultipartUpload, ObjectStore, ObjectStoreExt};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::random::Random;
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

    /// A piece of a file for an answer, read while it is sent.
    pub fn stream_piece(&self, name: &Hash, piece: Range<u64>) -> Body {
        let (store, place) = (Arc::clone(&self.0), place(name));
        let options = GetOptions { range: Some(GetRange::Bounded(piece)), ..GetOptions::default() };
        let file = async move { store.get_opts(&place, options).await.map(GetResult::into_stream) };
        Body::from_stream(file.try_flatten_stream())
    }

    /// Room for a file that is kept while it arrives.
    pub async fn spool(&self, random: &Random) -> Result<Spool> {
        let name = data_encoding::HEXLOWER.encode(&random.bytes::<16>());
        let place = Path::from_iter([ARRIVING, name.as_str()]);
        let upload = self.0.put_multipart(&place).await.map_err(|it| fault(&it))?;
        let (digest, waiting) = (Sha256::new(), Vec::new());
        Ok(Spool { store: Arc::clone(&self.0), place, upload, digest, waiting })
    }

    /// The name of every file, in order: for checks.
    pub fn names(&self) -> Result<Vec<String>> {
        let listed = wait(self.0.list(None).try_collect::<Vec<_>>()).map_err(|it| fault(&it))?;
        let name = |it: object_store::ObjectMeta| it.location.filename().map(str::to_owned);
        let whole = |it: &object_store::ObjectMeta| !it.location.as_ref().starts_with(ARRIVING);
        let mut names: Vec<String> = listed.into_iter().filter(whole).filter_map(name).collect();
        names.sort();
        Ok(names)
    }
}

/// Where files are until they are whole.
const ARRIVING: &str = "arriving";
/// What is written at once of a file that arrives: the least that a bucket takes.
const PIECE: usize = 5 * 1024 * 1024;

/// A file that arrives. It has its name when it is whole; until then nobody finds it.
#[derive(Debug)]
pub struct Spool {
    store: Arc<dyn ObjectStore>,
    place: Path,
    upload: Box<dyn MultipartUpload>,
    digest: Sha256,
    waiting: Vec<u8>,
}

impl Spool {
    pub async fn write(&mut self, piece: &[u8]) -> Result<()> {
        self.digest.update(piece);
        self.waiting.extend_from_slice(piece);
        if self.waiting.len() >= PIECE {
            self.flush().await?;
        }
        Ok(())
    }

    async fn flush(&mut self) -> Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        self.upload.put_part(waiting.into()).await.map_err(|it| fault(&it))
    }

    /// What has arrived so far.
    pub fn digest(&self) -> Hash {
        Hash(self.digest.clone().finalize().into())
    }

    /// The file is whole: gives it its name.
    pub async fn finish(mut self) -> Result<Hash> {
        if !self.waiting.is_empty() {
            self.flush().await?;
        }
        self.upload.complete().await.map_err(|it| fault(&it))?;
        let name = self.digest();
        self.store.rename(&self.place, &place(&name)).await.map_err(|it| fault(&it))?;
        Ok(name)
    }

    /// Throws away what has arrived. What cannot be thrown away harms nobody.
    pub async fn give_up(mut self) {
        if let Err(error) = self.upload.abort().await {
            tracing::warn!(%error, "what had arrived of a file stays behind");
        }
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

    #[tokio::test]
    async fn a_file_that_arrives_has_its_name_when_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let random = Random::seeded(7);
        for blobs in [Blobs::in_folder(folder.path()).unwrap(), Blobs::in_memory()] {
            let mut spool = blobs.spool(&random).await.unwrap();
            spool.write(b"first ").await.unwrap();
            assert_eq!(blobs.names().unwrap().len(), 0);
            spool.write(&vec![b'x'; PIECE]).await.unwrap();
            spool.write(b" last").await.unwrap();
            let name = spool.finish().await.unwrap();
            let whole = [b"first ", &vec![b'x'; PIECE][..], b" last"].concat();
            assert_eq!(name, Hash::of(&whole));
            assert_eq!(blobs.read(&name).unwrap(), whole);
            assert_eq!(blobs.names().unwrap(), [name.hex()]);
            let mut gone = blobs.spool(&random).await.unwrap();
            gone.write(b"never whole").await.unwrap();
            gone.give_up().await;
            assert_eq!(blobs.names().unwrap().len(), 1);
        }
    }

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
