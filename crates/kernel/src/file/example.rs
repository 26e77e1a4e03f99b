//! A made-up card, drawn rather than taken from anywhere: for the told world and for tests.
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

/// A photograph of card number `seed`: a coloured head, a square for the face, lines for the words. Each seed has a
/// pattern of its own.
pub fn card(seed: u32) -> Vec<u8> {
    let mixed = |at: u32| seed.wrapping_add(1).wrapping_mul(2_654_435_761).rotate_left(at * 5);
    let shade = |at: u32| u8::try_from(mixed(at) % 200).unwrap_or_default() + 30;
    let picture = RgbImage::from_fn(400, 250, |x, y| {
        let (column, row) = (x / 50, y / 32);
        let light = shade(column + row * 8);
        if y < 44 {
            Rgb([shade(0), shade(1), 90])
        } else if (25..112).contains(&x) && (68..180).contains(&y) {
            Rgb([light / 2, light / 2, light / 3])
        } else if y % 22 < 5 && x > 138 {
            Rgb([40, 44, 52])
        } else {
            Rgb([light.max(60), light, light.max(80)])
        }
    });
    let mut drawn = Vec::new();
    let written = JpegEncoder::new_with_quality(&mut drawn, 80).encode_image(&picture);
    written.map(|()| drawn).unwrap_or_default()
}
