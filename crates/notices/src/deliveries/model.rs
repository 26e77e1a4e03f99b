//! When a letter is tried again, and how a try can end. Pure.
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

use kernel::{Instant, LetterId, OrgId};

/// Minutes a worker may hold a letter before another one takes it for dead.
pub const LEASE: i64 = 5;
/// Tries before a letter is given up.
pub const TRIES: i64 = 12;

/// Minutes until the next try after `tries` failed ones: a minute, then twice as long each time, at most six hours.
pub const fn pause(tries: i64) -> i64 {
    let most = 6 * 60;
    match tries {
        ..=1 => 1,
        2..=9 => 1 << (tries - 1),
        _ => most,
    }
}

/// A letter taken from the outbox, with all that is needed to send it.
#[derive(Debug, Clone)]
pub struct Load {
    pub id: LetterId,
    pub org: Option<OrgId>,
    pub to: String,
    pub name: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub made_at: Instant,
    /// Which try this is, counted from 1. A worker whose lease ran out cannot undo what the next one did.
    pub tries: i64,
}

/// How a try ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The mail server took the letter.
    Sent,
    /// Not now; why.
    Later(String),
    /// Never; why.
    Never(String),
}

/// The worker that carries letters, while it is kept.
pub struct Courier {
    pub(super) bell: Option<Sender<()>>,
    pub(super) thread: Option<JoinHandle<()>>,
}

impl Courier {
    /// Ends the worker after the letter it is at.
    pub fn stop(mut self) {
        drop(self.bell.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_from_a_minute_to_six_hours() {
        let pauses: Vec<i64> = (1..=TRIES).map(pause).collect();
        assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
    }
}
