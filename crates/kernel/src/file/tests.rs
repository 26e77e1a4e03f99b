//! Hostile files are refused with a sentence, and nothing of a camera is left in a picture (T-B6).
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::*;

fn png(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_with_encoder(PngEncoder::new(&mut bytes)).unwrap();
    bytes
}

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new(&mut bytes).encode_image(picture).unwrap();
    bytes
}

/// A photograph with a segment behind its first bytes, as cameras write what they know.
fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, marker], &length, content, &jpeg[2..]].concat()
}

/// What a telephone adds that lay on its side at 51° north.
fn camera() -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]);
    exif.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0x26]);
    exif.extend([0, 0, 0, 0]);
    exif.extend([0, 1, 0, 1, 0, 2, 0, 0, 0, 2, b'N', 0, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"GPSLatitude 51.5");
    exif
}

/// A document with one page; `more` goes into its catalogue, `objects` behind its own.
fn pdf(more: &str, objects: &str) -> Vec<u8> {
    let mut text = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for body in [
        format!("1 0 obj\n<< /Type /Catalog /Pages 2 0 R {more} >>\nendobj\n"),
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n".to_owned(),
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n".to_owned(),
        format!("4 0 obj\n{}\nendobj\n", if objects.is_empty() { "null" } else { objects }),
    ] {
        places.push(text.len());
        text.push_str(&body);
    }
    let table = text.len();
    text.push_str("xref\n0 5\n0000000000 65535 f \n");
    for place in places {
        text.push_str(&format!("{place:010} 00000 n \n"));
    }
    text.push_str(&format!("trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
    text.into_bytes()
}

fn shade(number: u32) -> u8 {
    u8::try_from(number % 256).unwrap()
}

fn refused(bytes: &[u8]) -> Problem {
    check(bytes).map(|it| it.kind).expect_err("a refusal")
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|it| it == words)
}

#[test]
fn a_kind_is_told_by_what_is_inside() {
    let picture = RgbImage::from_pixel(40, 30, Rgb([9, 80, 200]));
    assert_eq!(check(&png(&picture)).unwrap().kind, Kind::Png);
    assert_eq!(check(&jpeg(&picture)).unwrap().kind, Kind::Jpeg);
    assert_eq!(check(&pdf("", "")).unwrap().kind, Kind::Pdf);
    for (other, name) in [
        (&b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..], "svg"),
        (b"<!doctype html><script>alert(1)</script>", "html"),
        (b"GIF89a\x01\0\x01\0\0\0\0;", "gif"),
        (b"PK\x03\x04 a zip", "zip"),
        (b"MZ a program", "exe"),
        (b"\n%PDF-1.7", "a document with something before it"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
    ] {
        assert_eq!(refused(other), "file-kind", "{name}");
    }
    assert_eq!(refused(b""), "file-empty");
    assert_eq!(refused(&vec![0; LARGEST + 1]), "file-too-large");
}

#[test]
fn nothing_of_the_camera_is_left_and_the_picture_stands_upright() {
    let mut picture = RgbImage::from_pixel(60, 40, Rgb([250, 250, 250]));
    picture.put_pixel(0, 0, Rgb([0, 0, 0]));
    let taken = with_segment(&jpeg(&picture), 0xe1, &camera());
    assert!(holds(&taken, b"GPSLatitude"));
    let kept = check(&taken).unwrap();
    assert!(!holds(&kept.bytes, b"Exif") && !holds(&kept.bytes, b"GPSLatitude"));
    let drawn = image::load_from_memory_with_format(&kept.bytes, ImageFormat::Jpeg).unwrap();
    assert_eq!((drawn.width(), drawn.height()), (40, 60), "it lay on its side");
}

#[test]
fn what_hides_in_or_behind_a_picture_is_gone() {
    let picture = RgbImage::from_fn(64, 48, |x, y| Rgb([shade(x * 3), shade(y * 5), 77]));
    let script = b"<script>alert(document.cookie)</script>";
    let behind = [&png(&picture)[..], script].concat();
    assert!(!holds(&check(&behind).unwrap().bytes, script));
    let comment = with_segment(&jpeg(&picture), 0xfe, script);
    assert!(!holds(&check(&comment).unwrap().bytes, script));
}

#[test]
fn a_picture_that_is_too_large_or_cut_off_is_refused() {
    // The head of a picture of 60,000 by 60,000 pixels; nothing of it is ever decoded.
    let mut bomb = png(&RgbImage::new(8, 8));
    bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    assert!(check(&bomb).is_err());
    let wide = png(&RgbImage::new(20_001, 2));
    assert_eq!(refused(&wide), "file-pixels");
    let many = png(&RgbImage::new(8_000, 5_001));
    assert_eq!(refused(&many), "file-pixels");
    let whole = card(3);
    for part in [whole.len() / 2, whole.len() - 2, 40, 4] {
        assert_eq!(refused(&whole[..part]), "file-broken", "{part} bytes");
    }
    let drawing = png(&RgbImage::from_fn(200, 200, |x, y| Rgb([shade(x), shade(y), 1])));
    assert_eq!(refused(&drawing[..drawing.len() / 2]), "file-broken");
}

#[test]
fn a_large_photograph_is_kept_at_a_size_one_can_read() {
    let large = jpeg(&RgbImage::from_fn(4000, 3000, |x, y| Rgb([shade(x), shade(y), 90])));
    let kept = check(&large).unwrap();
    let drawn = image::load_from_memory(&kept.bytes).unwrap();
    assert_eq!((drawn.width(), drawn.height()), (3200, 2400));
}

#[test]
fn a_document_holds_pages_and_nothing_else() {
    for (more, objects, problem) in [
        ("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "", "file-active"),
        ("/OpenAction << /S /Java#53cript /J#53 (x) >>", "", "file-active"),
        ("/OpenAction << /S /Launch /F (cmd.exe) >>", "", "file-active"),
        ("/OpenAction << /S /SubmitForm /F (x) >>", "", "file-active"),
        ("/AcroForm << /XFA 4 0 R >>", "(x)", "file-active"),
        (
            "/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>",
            "<< /Type /Filespec >>",
            "file-inside",
        ),
        ("/AF [4 0 R]", "<< /Type /Filespec /EF << /F 3 0 R >> >>", "file-inside"),
    ] {
        assert_eq!(refused(&pdf(more, objects)), problem, "{more}");
    }
    let link = "<< /S /URI /URI (https://example.org) >>";
    assert!(check(&pdf("/Lang (en)", link)).is_ok(), "a link is only followed by hand");
    let locked = String::from_utf8(pdf("", "<< /Filter /Standard >>")).unwrap();
    let locked = locked.replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 4 0 R");
    assert_eq!(refused(locked.as_bytes()), "file-locked");
    let zipped = [&pdf("", "")[..], b"PK\x03\x04 an archive behind it"].concat();
    assert_eq!(refused(&zipped), "file-behind");
    let whole = pdf("", "");
    assert_eq!(refused(&whole[..whole.len() / 2]), "file-broken");
    assert_eq!(refused(b"%PDF-1.7\nnothing of the sort\n%%EOF"), "file-broken");
}

#[test]
fn nesting_without_end_is_refused_and_the_house_stands() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    drop(check(&pdf("", &deep)));
    let deep = format!("/X {}1{}", "<< /A ".repeat(50_000), " >>".repeat(50_000));
    drop(check(&pdf(&deep, "")));
}

#[test]
fn two_photographs_of_one_card_are_near_and_two_cards_are_not() {
    let look = |bytes: &[u8]| check(bytes).unwrap().look.expect("a look");
    let first = look(&card(1));
    let again = image::load_from_memory(&card(1)).unwrap();
    let darker = DynamicImage::ImageRgb8(again.to_rgb8()).brighten(-12).thumbnail(500, 500);
    assert!(first.is_near(look(&jpeg(&darker.to_rgb8()))));
    for other in 2..12 {
        assert!(!first.is_near(look(&card(other))), "card {other}");
    }
    assert_eq!(check(&png(&RgbImage::new(90, 90))).unwrap().look, None, "black is no look");
    assert_eq!(Look::from_number(first.number()), first);
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_taken_or_refused(head in 0_usize..3, rest: Vec<u8>) {
        let starts = [&[0xff, 0xd8, 0xff][..], b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\n"];
        drop(check(&[starts[head], &rest].concat()));
    }
}
