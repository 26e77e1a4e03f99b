//! Passwords: hashed with Argon2id on a bounded number of threads, so that a storm of sign-ins neither fills the
//! memory nor slows the other pages.
use std::sync::{Condvar, Mutex, PoisonError};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};

use crate::error::{Error, Result};
use crate::field::Problem;
use crate::limit::Permit;
use crate::random::Random;

/// Memory of one hash in KiB, passes, lanes: the floor of OWASP and ASVS 5.0.
const COST: (u32, u32, u32) = (19_456, 2, 1);

/// A new password that may be used: 12 to 256 letters and not one of the common ones, or exactly the bytes typed.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// Checks a new password. `words` are what an attacker would try first: the person's name, the address.
    pub fn parse(text: &str, words: &[&str]) -> Result<Self, Problem> {
        let length = text.chars().count();
        if text.len() > 1024 || length > 256 {
            return Err("error-password-long");
        }
        if length < 12 {
            return Err("error-password-short");
        }
        let plain = text.to_lowercase();
        let mut rest = plain.clone();
        for word in words.iter().flat_map(|it| it.split(['@', '.', ' '])).filter(|it| it.len() > 3)
        {
            rest = rest.replace(&word.to_lowercase(), "");
        }
        let first = plain.chars().next();
        let known =
            COMMON.lines().any(|it| it == plain || rest.trim_matches(char::is_numeric) == it);
        if known || rest.chars().count() < 6 || plain.chars().all(|it| Some(it) == first) {
            return Err("error-password-common");
        }
        Ok(Self(text.to_owned()))
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("***")
    }
}

/// Words that open too many doors, in any of their usual lengths.
const COMMON: &str = include_str!("common-passwords.txt");

/// Hashes and checks passwords, at most so many at once.
pub struct Hashing {
    free: Mutex<usize>,
    bell: Condvar,
    argon: Argon2<'static>,
    /// The hash of nothing anybody knows: checked for unknown accounts, so that they take the same time.
    dummy: String,
}

impl Hashing {
    /// `at_once` is the number of hashes in flight: twice the cores.
    pub fn new(at_once: usize, random: &Random) -> Result<Self> {
        let (memory, passes, lanes) = COST;
        let params = Params::new(memory, passes, lanes, None)
            .map_err(|it| Error::internal(it.to_string()))?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut made = Self {
            free: Mutex::new(at_once.max(1)),
            bell: Condvar::new(),
            argon,
            dummy: String::new(),
        };
        made.dummy = made.hash(&Password(random.token().reveal()), random)?;
        Ok(made)
    }

    /// A PHC string to keep.
    pub fn hash(&self, password: &Password, random: &Random) -> Result<String> {
        let _turn = self.turn();
        let salt: [u8; 16] = random.bytes();
        let hash = self.argon.hash_password_with_salt(password.0.as_bytes(), &salt);
        Ok(hash.map_err(|it| Error::internal(it.to_string()))?.to_string())
    }

    /// Whether `typed` is the password of `kept`. An account without one takes as long as any other.
    pub fn matches(&self, _permit: Permit, typed: &str, kept: Option<&str>) -> bool {
        // Nobody's password is longer; hashing a megabyte would be a favour to an attacker.
        let typed = if typed.len() > 1024 { "" } else { typed };
        let _turn = self.turn();
        let known = kept.is_some();
        PasswordHash::new(kept.unwrap_or(&self.dummy))
            .is_ok_and(|it| self.argon.verify_password(typed.as_bytes(), &it).is_ok())
            && known
    }

    fn turn(&self) -> Turn<'_> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free == 0 {
            free = self.bell.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= 1;
        Turn(self)
    }
}

/// One hash in flight.
struct Turn<'h>(&'h Hashing);
impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.bell.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limit::{Limits, Try};

    #[test]
    fn a_password_is_long_and_no_common_one() {
        for (typed, problem) in [
            ("short", "error-password-short"),
            ("password1234", "error-password-common"),
            ("aaaaaaaaaaaaaaaa", "error-password-common"),
            ("daniel.okafor1", "error-password-common"),
        ] {
            let parsed = Password::parse(typed, &["Daniel Okafor", "daniel@northgate.example"]);
            assert_eq!(parsed.err(), Some(problem), "{typed}");
        }
        assert_eq!(Password::parse(&"x".repeat(100_000), &[]).err(), Some("error-password-long"));
        assert!(Password::parse("correct horse battery", &[]).is_ok());
    }

    #[test]
    fn only_the_same_bytes_match() {
        let random = Random::seeded(1);
        let hashing = Hashing::new(1, &random).unwrap();
        let limits = Limits::new(true);
        let permit = || limits.permit(Try::SignIn, None).unwrap();
        let kept =
            hashing.hash(&Password::parse("correct horse battery", &[]).unwrap(), &random).unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(hashing.matches(permit(), "correct horse battery", Some(&kept)));
        assert!(!hashing.matches(permit(), "Correct horse battery", Some(&kept)));
        assert!(!hashing.matches(permit(), "correct horse battery", None));
        assert!(!hashing.matches(permit(), &"x".repeat(1_000_000), Some(&kept)));
    }
}
