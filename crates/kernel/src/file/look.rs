//! What a picture looks like, in 64 bits: whether it grows lighter or darker, at 64 places. Two photographs of one card
//! differ in few of them.
use image::imageops::{FilterType, resize};
use image::{DynamicImage, GrayImage};

/// Bits in which pictures of the same thing may differ.
const NEAR: u32 = 6;
/// A picture with fewer bits than this, one way or the other, shows nothing that could be told apart.
const PLAIN: u32 = 5;

/// The look of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look(u64);

impl Look {
    pub(super) fn of(picture: &DynamicImage) -> Option<Self> {
        let small: GrayImage = resize(&picture.to_luma8(), 9, 8, FilterType::Triangle);
        let mut bits = 0_u64;
        for y in 0..8 {
            for x in 0..8 {
                let lighter = small.get_pixel(x + 1, y).0[0] > small.get_pixel(x, y).0[0];
                bits = (bits << 1) | u64::from(lighter);
            }
        }
        let told = (PLAIN..=64 - PLAIN).contains(&bits.count_ones());
        told.then_some(Self(bits))
    }

    /// As it is kept.
    pub const fn number(self) -> i64 {
        self.0.cast_signed()
    }
    pub const fn from_number(number: i64) -> Self {
        Self(number.cast_unsigned())
    }

    /// Four parts to find likely twins by: pictures that differ in at most three bits have one of them in common.
    pub fn parts(self) -> [i64; 4] {
        std::array::from_fn(|at| ((self.0 >> (48 - 16 * at)) & 0xffff).cast_signed())
    }

    /// Whether two pictures show the same thing.
    pub const fn is_near(self, other: Self) -> bool {
        (self.0 ^ other.0).count_ones() <= NEAR
    }
}
