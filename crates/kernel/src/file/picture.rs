//! Pictures: decoded within bounds, turned the right way up, and written anew without what a camera adds to them.
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::{Kind, Look};
use crate::field::Problem;

/// Pixels a picture may have.
const PIXELS: u64 = 40_000_000;
/// The longest side a picture may have.
const SIDE: u32 = 20_000;
/// Bytes that decoding may need.
const MEMORY: u64 = 256 * 1024 * 1024;
/// The longest side that is kept: the small print of a sheet of A4 can still be read.
const KEPT: u32 = 3200;
/// A lossless picture larger than this is a photograph, and kept as one.
const LOSSLESS: usize = 5 * 1024 * 1024;
/// The quality of photographs.
const QUALITY: u8 = 88;

/// Draws a picture anew.
pub fn draw(bytes: &[u8], format: ImageFormat) -> Result<(Kind, Vec<u8>, Option<Look>), Problem> {
    if format == ImageFormat::Jpeg && !is_whole_jpeg(bytes) {
        return Err("file-broken");
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|it| problem(&it))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err("file-pixels");
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|it| problem(&it))?;
    picture.apply_orientation(orientation);
    if width.max(height) > KEPT {
        picture = picture.resize(KEPT, KEPT, FilterType::Triangle);
    }
    let look = Look::of(&picture);
    if format == ImageFormat::Png {
        let drawn = lossless(&picture)?;
        if drawn.len() <= LOSSLESS {
            return Ok((Kind::Png, drawn, look));
        }
    }
    Ok((Kind::Jpeg, photograph(&picture)?, look))
}

fn lossless(picture: &DynamicImage) -> Result<Vec<u8>, Problem> {
    let mut drawn = Vec::new();
    let encoder = PngEncoder::new(&mut drawn);
    let written = if picture.color().has_alpha() {
        DynamicImage::ImageRgba8(picture.to_rgba8()).write_with_encoder(encoder)
    } else {
        DynamicImage::ImageRgb8(picture.to_rgb8()).write_with_encoder(encoder)
    };
    written.map(|()| drawn).map_err(|_| "file-broken")
}

fn photograph(picture: &DynamicImage) -> Result<Vec<u8>, Problem> {
    let mut drawn = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut drawn, QUALITY);
    let written = encoder.encode_image(&picture.to_rgb8());
    written.map(|()| drawn).map_err(|_| "file-broken")
}

fn problem(error: &ImageError) -> Problem {
    match error {
        ImageError::Limits(_) => "file-pixels",
        _ => "file-broken",
    }
}

/// Whether a photograph has its end. Decoders fill up what is missing with grey; a reviewer should not have to guess.
fn is_whole_jpeg(bytes: &[u8]) -> bool {
    let mut at = 2;
    // Segment by segment to the first scan; a small picture inside of one does not count.
    while let Some([0xff, marker, rest @ ..]) = bytes.get(at..) {
        match marker {
            0xff => at += 1,
            0xda => return rest.windows(2).any(|it| it == [0xff, 0xd9]),
            0x01 | 0xd0..=0xd8 => at += 2,
            _ => match rest {
                [high, low, ..] => at += 2 + usize::from(u16::from_be_bytes([*high, *low])),
                _ => return false,
            },
        }
    }
    false
}
