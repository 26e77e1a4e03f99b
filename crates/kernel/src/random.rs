//! Randomness. It comes from the house, so that a whole run can be repeated by its seed.
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

use crate::secret::Token;

/// Where random bytes come from.
#[derive(Debug, Clone)]
pub enum Random {
    /// The operating system's generator.
    Machine,
    /// The same bytes each run: for tests only.
    Seeded(u64, Arc<AtomicU64>),
}

impl Random {
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(seed, Arc::new(AtomicU64::new(0)))
    }

    /// `N` random bytes.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that asks the operating system"
    )]
    #[expect(clippy::expect_used, reason = "a machine without randomness must not go on")]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match self {
            Self::Machine => {
                getrandom::fill(&mut bytes).expect("the operating system's random bytes");
            }
            Self::Seeded(seed, count) => {
                for chunk in bytes.chunks_mut(32) {
                    let at = count.fetch_add(1, Ordering::SeqCst);
                    let mut hash = Sha256::new();
                    hash.update(seed.to_le_bytes());
                    hash.update(at.to_le_bytes());
                    chunk.copy_from_slice(&hash.finalize()[..chunk.len()]);
                }
            }
        }
        bytes
    }

    /// A secret of 256 bits, such as a session id or an invitation's token.
    pub fn token(&self) -> Token {
        Token::from_bytes(self.bytes())
    }
}
