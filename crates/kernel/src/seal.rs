//! Sealing: what must be shown again is kept encrypted, bound to the row it belongs to.
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use crate::error::{Error, Result};
use crate::random::Random;

/// The key for sealed values. It is made at the first start and kept outside the database.
pub struct Seal(XChaCha20Poly1305);

impl Seal {
    pub fn new(key: &[u8; 32]) -> Self {
        Self(XChaCha20Poly1305::new(key.into()))
    }

    /// Seals `plain` for one place, such as `invitation/ID`: anywhere else it does not open.
    pub fn close(&self, random: &Random, place: &str, plain: &[u8]) -> Result<Vec<u8>> {
        let nonce: [u8; 24] = random.bytes();
        let payload = Payload { msg: plain, aad: place.as_bytes() };
        let sealed = self.0.encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| Error::internal("could not seal"))?;
        Ok([&[1_u8][..], &nonce, &sealed].concat())
    }

    /// Opens what was sealed for `place`.
    pub fn open(&self, place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (version, rest) = sealed.split_first()?;
        let (nonce, body) = rest.split_at_checked(24)?;
        let nonce: [u8; 24] = nonce.try_into().ok()?;
        if *version != 1 {
            return None;
        }
        self.0.decrypt(&XNonce::from(nonce), Payload { msg: body, aad: place.as_bytes() }).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_value_opens_only_at_its_own_place_and_whole() {
        let seal = Seal::new(&[7; 32]);
        let sealed = seal.close(&Random::seeded(1), "invitation/1", b"secret").unwrap();
        assert_eq!(seal.open("invitation/1", &sealed).as_deref(), Some(&b"secret"[..]));
        assert_eq!(seal.open("invitation/2", &sealed), None);
        assert_eq!(Seal::new(&[8; 32]).open("invitation/1", &sealed), None);
        for at in 0..sealed.len() {
            let mut bent = sealed.clone();
            bent[at] ^= 1;
            assert_eq!(seal.open("invitation/1", &bent), None, "byte {at}");
        }
    }
}
