//! What a file that somebody handed in is: found out from what it holds, never from its name. Pictures are drawn anew,
//! so that nothing is left in them but what can be seen; documents with more in them than pages are refused.
mod document;
mod example;
mod look;
mod picture;
mod send;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

use crate::app::House;
use crate::field::Problem;
use crate::secret::Hash;

pub use example::{card, drawing};
pub use look::Look;
pub use send::send;

/// A file may have so many bytes.
pub const LARGEST: usize = 15 * 1024 * 1024;
/// A film may have so many bytes.
pub const LARGEST_FILM: usize = 500 * 1024 * 1024;
/// What a field that takes files names to the browser.
pub const ACCEPTED: &str = "image/jpeg,image/png,application/pdf";
/// The same for a field that takes a film.
pub const ACCEPTED_FILM: &str = "video/mp4,video/webm";

/// The kinds of file the house takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Jpeg,
    Png,
    Pdf,
    Mp4,
    Webm,
}

impl Kind {
    pub const ALL: [Self; 5] = [Self::Jpeg, Self::Png, Self::Pdf, Self::Mp4, Self::Webm];

    /// As it is kept, and the end of its name when it is saved.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Mp4 => "mp4",
            Self::Webm => "webm",
        }
    }
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
    pub const fn media(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
            Self::Mp4 => "video/mp4",
            Self::Webm => "video/webm",
        }
    }
    /// Whether a page can show it.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png)
    }

    fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            _ => None,
        }
    }
}

/// Which kind of film begins like this. A film is kept as it came: nothing but a player ever reads it.
pub fn film(beginning: &[u8]) -> Option<Kind> {
    match beginning {
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some(Kind::Mp4),
        [0x1a, 0x45, 0xdf, 0xa3, rest @ ..] => {
            let head = &rest[..rest.len().min(60)];
            head.windows(4).any(|it| it == b"webm").then_some(Kind::Webm)
        }
        _ => None,
    }
}

/// A file that was looked into and may be kept.
#[derive(Debug, Clone)]
pub struct Sound {
    pub kind: Kind,
    pub bytes: Vec<u8>,
    /// What a picture looks like; none for a document, and for a picture of nothing.
    pub look: Option<Look>,
}

/// Looks into a file. What is refused is refused with a sentence.
pub fn check(bytes: &[u8]) -> Result<Sound, Problem> {
    // One at a time: a large picture needs some hundred megabytes while it is drawn.
    static DESK: Mutex<()> = Mutex::new(());
    if bytes.is_empty() {
        return Err("file-empty");
    }
    if bytes.len() > LARGEST {
        return Err("file-too-large");
    }
    let kind = Kind::of(bytes).ok_or("file-kind")?;
    let _desk = DESK.lock().unwrap_or_else(PoisonError::into_inner);
    let read = || match kind {
        Kind::Pdf => document::check(bytes).map(|()| (kind, bytes.to_vec(), None)),
        Kind::Jpeg => picture::draw(bytes, image::ImageFormat::Jpeg),
        Kind::Png => picture::draw(bytes, image::ImageFormat::Png),
        Kind::Mp4 | Kind::Webm => Err("file-kind"),
    };
    let (kind, bytes, look) = catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err("file-broken"))?;
    Ok(Sound { kind, bytes, look })
}

/// A kept file as an answer: never run, never shown by itself, never taken for anything else.
pub fn answer(house: &House, name: &str, kind: Kind, size: i64, hash: &Hash) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind.media())),
        (header::CONTENT_LENGTH, HeaderValue::from(size)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("sandbox; default-src 'none'; frame-ancestors 'none'"),
        ),
        (
            header::HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("same-origin"),
        ),
    ];
    let mut response = (headers, house.blobs.stream(hash)).into_response();
    let saved = format!("attachment; filename=\"{name}.{}\"", kind.code());
    let saved = HeaderValue::from_str(&saved);
    let plain = HeaderValue::from_static("attachment");
    response.headers_mut().insert(header::CONTENT_DISPOSITION, saved.unwrap_or(plain));
    response
}

#[cfg(test)]
mod tests;
