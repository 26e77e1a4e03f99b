//! Limits on how often a visitor may try. A secret can only be checked by somebody who holds a [`Permit`].
use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::error::{Error, Result};

/// What is being tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Try {
    /// Sign in: 20 a minute from one address (T-C1).
    SignIn,
    /// Anything else that checks a secret or sends a message: 30 an hour from one address.
    Recover,
    /// Links with a token: 60 a minute from one address.
    Link,
}

/// The right to one try.
pub struct Permit(());

/// Counts tries per address. What must hold across several processes and days is counted in the database, with the
/// account (see `people/sessions`); this keeps a flood from getting that far.
pub struct Limits {
    sign_in: DefaultKeyedRateLimiter<IpAddr>,
    recover: DefaultKeyedRateLimiter<IpAddr>,
    link: DefaultKeyedRateLimiter<IpAddr>,
}

const fn number(it: u32) -> NonZeroU32 {
    match NonZeroU32::new(it) {
        Some(it) => it,
        None => NonZeroU32::MIN,
    }
}

impl Limits {
    /// `generous` is for rigs that try a thousand times a second on purpose.
    pub fn new(generous: bool) -> Self {
        let times = if generous { 100_000 } else { 1 };
        Self {
            sign_in: RateLimiter::keyed(Quota::per_minute(number(20 * times))),
            recover: RateLimiter::keyed(Quota::per_hour(number(30 * times))),
            link: RateLimiter::keyed(Quota::per_minute(number(60 * times))),
        }
    }

    /// A permit, or how long to wait for one.
    pub fn permit(&self, what: Try, peer: Option<IpAddr>) -> Result<Permit> {
        let limiter = match what {
            Try::SignIn => &self.sign_in,
            Try::Recover => &self.recover,
            Try::Link => &self.link,
        };
        let Some(peer) = peer else { return Ok(Permit(())) };
        match limiter.check_key(&network(peer)) {
            Ok(()) => Ok(Permit(())),
            Err(wait) => {
                let seconds = wait.wait_time_from(DefaultClock::default().now()).as_secs();
                Err(Error::Busy(u32::try_from(seconds).unwrap_or(u32::MAX).max(1)))
            }
        }
    }

    /// Forgets addresses that have not tried for long.
    pub fn tidy(&self) {
        for it in [&self.sign_in, &self.recover, &self.link] {
            it.retain_recent();
        }
    }
}

/// One visitor of IPv6 has a whole /64 to change addresses in.
fn network(peer: IpAddr) -> IpAddr {
    match peer.to_canonical() {
        IpAddr::V6(it) => {
            let [a, b, c, d, ..] = it.segments();
            IpAddr::V6(std::net::Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_sign_ins_a_minute_from_one_address_t_c1() {
        let limits = Limits::new(false);
        let peer = Some("2001:db8::1".parse().unwrap());
        let neighbour = Some("2001:db8::2".parse().unwrap());
        let granted = (0..40).filter(|_| limits.permit(Try::SignIn, peer).is_ok()).count();
        assert_eq!(granted, 20);
        assert!(limits.permit(Try::SignIn, neighbour).is_err(), "the same /64 is the same visitor");
        assert!(limits.permit(Try::SignIn, Some("2001:db8:0:1::1".parse().unwrap())).is_ok());
    }
}
