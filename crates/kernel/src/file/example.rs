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

/// A made-up sign for lessons: a coloured shape on a plain ground. Each seed has a shape and a colour of its own.
pub fn drawing(seed: u32) -> Vec<u8> {
    const GROUNDS: [[u8; 3]; 4] = [[28, 92, 168], [196, 40, 44], [246, 196, 24], [24, 128, 72]];
    let ground = Rgb(GROUNDS[usize::try_from(seed % 4).unwrap_or_default()]);
    let (paper, ink) = (Rgb([244, 246, 249]), Rgb([255, 255, 255]));
    let picture = RgbImage::from_fn(480, 320, |x, y| {
        let (x, y) = (i64::from(x) - 240, i64::from(y) - 160);
        let inside = match seed % 4 {
            0 | 1 => x * x + y * y < 130 * 130,
            2 => y > -120 && y < 110 && x.abs() * 230 < (y + 120) * 140,
            _ => x.abs() < 130 && y.abs() < 130,
        };
        let bar = match seed % 3 {
            0 => x.abs() < 16 && y.abs() < 70,
            1 => y.abs() < 18 && x.abs() < 80,
            _ => (x - y).abs() < 22 && x.abs() < 60,
        };
        match (inside, bar) {
            (true, true) => ink,
            (true, false) => ground,
            _ => paper,
        }
    });
    let mut drawn = Vec::new();
    let written = JpegEncoder::new_with_quality(&mut drawn, 85).encode_image(&picture);
    written.map(|()| drawn).unwrap_or_default()
}
