//! What the rigs have in common: a house in a process of its own, and somebody who talks to it.
pub mod asked;
pub mod cpu;
pub mod crowd;
pub mod house;
pub mod http;

/// Numbers that look random and repeat with their seed.
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number from `least` to below `end`.
    pub fn roll(&mut self, least: u64, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        least + self.0 % (end - least)
    }
}
