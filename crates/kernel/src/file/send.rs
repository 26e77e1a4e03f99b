//! A kept file as part of a page: pictures, and films that a browser takes in pieces.
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::{Kind, answer};
use crate::app::House;
use crate::request::Wanted;
use crate::secret::Hash;

/// A piece of a file, from its first to its last byte.
type Piece = (u64, u64);

/// What a header `Range` asks for.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    Whole,
    Piece(Piece),
    /// Nothing of it is there.
    Beyond,
}

/// Sends a file, or the piece of it that was asked for (RFC 9110, 13 and 14). Its mark is what it holds,
/// so a piece is never of another file. Like every answer it is not stored: phones are shared.
pub fn send(
    house: &House,
    wanted: &Wanted,
    (name, kind): (&str, Kind),
    size: i64,
    hash: &Hash,
) -> Response {
    let mark = format!("\"{}\"", hash.hex());
    let known = wanted.if_none_match.as_deref().is_some_and(|it| is_named(it, &mark));
    let size_known = u64::try_from(size).unwrap_or_default();
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        match asked(wanted, &mark, size_known) {
            Asked::Whole => answer(house, name, kind, size, hash),
            Asked::Piece(piece) => piece_of(house, (name, kind), size_known, (hash, piece)),
            Asked::Beyond => beyond(size_known),
        }
    };
    let headers = response.headers_mut();
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if let Ok(mark) = HeaderValue::from_str(&mark) {
        headers.insert(header::ETAG, mark);
    }
    response
}

fn is_named(list: &str, mark: &str) -> bool {
    list.split(',').map(str::trim).any(|it| it == "*" || it.trim_start_matches("W/") == mark)
}

fn piece_of(
    house: &House,
    (name, kind): (&str, Kind),
    size: u64,
    (hash, (first, last)): (&Hash, Piece),
) -> Response {
    let mut response = answer(house, name, kind, 0, hash);
    *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    *response.body_mut() = house.blobs.stream_piece(hash, first..last + 1);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(last + 1 - first));
    if let Ok(words) = HeaderValue::from_str(&format!("bytes {first}-{last}/{size}")) {
        headers.insert(header::CONTENT_RANGE, words);
    }
    response
}

fn beyond(size: u64) -> Response {
    let mut response = (StatusCode::RANGE_NOT_SATISFIABLE, Body::empty()).into_response();
    if let Ok(words) = HeaderValue::from_str(&format!("bytes */{size}")) {
        response.headers_mut().insert(header::CONTENT_RANGE, words);
    }
    response
}

/// One piece is sent as a piece; several, or a piece of something that has changed, as the whole.
fn asked(wanted: &Wanted, mark: &str, size: u64) -> Asked {
    let same = wanted.if_range.as_deref().is_none_or(|it| it == mark);
    let Some(range) = wanted.range.as_deref().filter(|_| same) else { return Asked::Whole };
    let Some((first, last)) = range.strip_prefix("bytes=").and_then(|it| it.split_once('-')) else {
        return Asked::Whole;
    };
    let number = |text: &str| text.trim().parse::<u64>().ok();
    match (first.trim(), last.trim()) {
        ("", tail) => match number(tail) {
            None => Asked::Whole,
            Some(0) => Asked::Beyond,
            Some(_) if size == 0 => Asked::Beyond,
            Some(tail) => Asked::Piece((size.saturating_sub(tail), size - 1)),
        },
        (first, last) => match (number(first), number(last)) {
            (Some(first), _) if first >= size => Asked::Beyond,
            (Some(first), None) if last.is_empty() => Asked::Piece((first, size - 1)),
            (Some(first), Some(last)) if last >= first => Asked::Piece((first, last.min(size - 1))),
            _ => Asked::Whole,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(range: &str, if_range: Option<&str>) -> Asked {
        let wanted = Wanted {
            range: Some(range.to_owned()),
            if_range: if_range.map(str::to_owned),
            if_none_match: None,
        };
        asked(&wanted, "\"mark\"", 100)
    }

    #[test]
    fn one_piece_is_a_piece_and_everything_else_the_whole() {
        assert_eq!(ask("bytes=0-", None), Asked::Piece((0, 99)));
        assert_eq!(ask("bytes=10-19", None), Asked::Piece((10, 19)));
        assert_eq!(ask("bytes=90-500", None), Asked::Piece((90, 99)));
        assert_eq!(ask("bytes=-5", None), Asked::Piece((95, 99)));
        assert_eq!(ask("bytes=-500", None), Asked::Piece((0, 99)));
        for beyond in ["bytes=100-", "bytes=100-200", "bytes=-0"] {
            assert_eq!(ask(beyond, None), Asked::Beyond, "{beyond}");
        }
        for whole in ["bytes=0-1,5-6", "lines=0-1", "bytes=9-3", "bytes=a-b", "bytes=-", "x"] {
            assert_eq!(ask(whole, None), Asked::Whole, "{whole}");
        }
    }

    #[test]
    fn a_piece_of_another_file_is_the_whole_of_this_one() {
        assert_eq!(ask("bytes=0-1", Some("\"mark\"")), Asked::Piece((0, 1)));
        assert_eq!(ask("bytes=0-1", Some("\"other\"")), Asked::Whole);
        assert!(is_named("\"a\", W/\"mark\"", "\"mark\"") && !is_named("\"a\"", "\"mark\""));
    }
}
