//! A preview is a letter as its reader sees it, alone in a frame where nothing runs and nothing is loaded.
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::{Error, LetterId, May, Path, Result, Search, Snapshot};

use super::store;
use crate::access::SendLetters;

/// Only the letter's own styles; no scripts, no pictures, no forms, nothing from anywhere.
const POLICY: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'self'";

pub fn show(
    may: &May<SendLetters>,
    db: &Snapshot<'_>,
    (Path(id), Search(search)): &(Path<LetterId>, Search),
) -> Result<Response> {
    let letter = store::find(db, may.reach(), *id)?;
    if !store::is_ticket(db, may.who(), *id, search.text("reading")) {
        return Err(Error::NotFound);
    }
    let body = store::body(db, may.reach(), &letter)?.ok_or(Error::NotFound)?;
    Ok(framed(body.html))
}

/// A letter's HTML under a policy of its own.
pub fn framed(html: String) -> Response {
    let headers = [(CONTENT_SECURITY_POLICY, POLICY), (CONTENT_TYPE, "text/html; charset=utf-8")];
    (headers, html).into_response()
}
