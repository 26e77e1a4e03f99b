//! The end of a backup: a digest over every byte before it, so that no damage goes unnoticed. It is a frame that
//! other readers of zstd skip, so `tar --zstd -tf FILE` lists a backup too.
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

/// A skippable frame of 32 bytes.
const HEAD: [u8; 8] = [0x50, 0x2a, 0x4d, 0x18, 32, 0, 0, 0];
/// Its whole length.
const LENGTH: u64 = 40;

/// Writes bytes on and remembers their digest.
pub struct Digesting<W> {
    inner: W,
    digest: Sha256,
}

impl<W: Write> Digesting<W> {
    pub fn new(inner: W) -> Self {
        Self { inner, digest: Sha256::new() }
    }

    /// Writes the frame behind everything else.
    pub fn finish(mut self) -> io::Result<W> {
        self.write_all(&HEAD)?;
        let digest = self.digest.finalize();
        self.inner.write_all(&digest)?;
        self.inner.flush()?;
        Ok(self.inner)
    }
}

impl<W: Write> Write for Digesting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.digest.update(&bytes[..written]);
        Ok(written)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Checks every byte of a backup, and returns what comes before the frame.
pub fn open(mut file: File) -> Result<io::Take<File>> {
    let length = file.metadata()?.len();
    let body = length.checked_sub(LENGTH).filter(|it| *it > 0);
    let body = body.context("this is not a backup of Gatepass, or it was cut short")?;
    let mut digest = Sha256::new();
    let mut left = (&mut file).take(length - 32);
    let mut block = vec![0; 256 * 1024];
    let mut end = Vec::new();
    loop {
        let read = left.read(&mut block)?;
        if read == 0 {
            break;
        }
        digest.update(&block[..read]);
        end.extend_from_slice(&block[read.saturating_sub(8)..read]);
        end.drain(..end.len().saturating_sub(8));
    }
    let mut noted = Vec::new();
    (&mut file).take(32).read_to_end(&mut noted)?;
    ensure!(
        end == HEAD && noted == digest.finalize()[..],
        "the backup is damaged, or it was cut short, or it is no backup of Gatepass; take another one"
    );
    file.seek(SeekFrom::Start(0))?;
    Ok(file.take(body))
}
