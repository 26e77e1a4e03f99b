//! What concerns every request: reading it within bounds, refusing what comes from elsewhere, the headers of every
//! answer, the log.
mod guard;
mod listen;
mod metrics;
mod multipart;

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};

pub use guard::guarded;
pub use listen::{Listener, serve};
pub use metrics::Metrics;

use crate::app::House;
use crate::error::Error;
use crate::file::{LARGEST, LARGEST_FILM};
use crate::form::{Fields, decode};
use crate::request::Request;

/// A form may be so large, in bytes. Files have limits of their own where they are taken.
pub const LARGEST_FORM: usize = 1024 * 1024;
/// A body must have arrived within this time.
const PATIENCE: Duration = Duration::from_secs(30);

/// The name a request has in the log.
#[derive(Clone)]
pub(crate) struct RequestId(pub String);

/// Reads a request. When it cannot be read, what is known of it comes back with the reason.
pub(crate) async fn read_request(
    house: &House,
    request: axum::extract::Request,
) -> Result<Request, (Error, Request)> {
    let (mut parts, body) = request.into_parts();
    let head = read_head(house, &mut parts).await?;
    read_body(house, head, body, Load::default()).await
}

/// What a form may carry beside its fields.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Load {
    pub files: usize,
    pub film: bool,
}

impl Load {
    /// The most bytes it may have.
    fn largest(self) -> usize {
        LARGEST_FORM + self.files * LARGEST + if self.film { LARGEST_FILM } else { 0 }
    }

    fn is_empty(self) -> bool {
        self.files == 0 && !self.film
    }
}

/// Reads everything before the body.
pub(crate) async fn read_head(
    house: &House,
    parts: &mut Parts,
) -> Result<Request, (Error, Request)> {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
    let id = parts.extensions.get::<RequestId>().map(|it| it.0.clone()).unwrap_or_default();
    let params = RawPathParams::from_request_parts(parts, &()).await;
    let mut read = Request {
        peer: peer.map(|it| visitor(house, it, &parts.headers)),
        params: params
            .iter()
            .flatten()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        path: decode(&parts.uri.path().replace('+', "%2B").into_bytes()).unwrap_or_default(),
        query: Fields::default(),
        form: Fields::default(),
        files: Vec::new(),
        secure: house.settings.is_secure(),
        headers: std::mem::take(&mut parts.headers),
        method: parts.method.clone(),
        id,
    };
    match Fields::parse(parts.uri.query().unwrap_or_default().as_bytes()) {
        Ok(query) => read.query = query,
        Err(error) => return Err((error, read)),
    }
    Ok(read)
}

/// Reads the body: the fields of a form, and up to so many files where the route takes some.
pub(crate) async fn read_body(
    house: &House,
    mut read: Request,
    body: Body,
    load: Load,
) -> Result<Request, (Error, Request)> {
    if read.method == Method::GET || read.method == Method::HEAD {
        return Ok(read);
    }
    let largest = load.largest();
    // What says that it is too large is not waited for.
    if read
        .header("content-length")
        .is_some_and(|it| it.parse().is_ok_and(|it: usize| it > largest))
    {
        return Err((Error::TooLarge, read));
    }
    let boundary = if load.is_empty() { None } else { multipart::boundary(&read) };
    if let Some(boundary) = boundary {
        match multipart::read(house, &boundary, body, load).await {
            Ok((form, files)) => (read.form, read.files) = (form, files),
            Err(error) => return Err((error, read)),
        }
        return Ok(read);
    }
    match tokio::time::timeout(PATIENCE, to_bytes(body, LARGEST_FORM)).await {
        Ok(Ok(body)) if is_form(&read) => match Fields::parse(&body) {
            Ok(form) => read.form = form,
            Err(error) => return Err((error, read)),
        },
        Ok(Ok(body)) if body.is_empty() => {}
        Ok(Ok(_)) => return Err((Error::Refused("error-not-a-form"), read)),
        Ok(Err(_)) => return Err((Error::TooLarge, read)),
        Err(_) => return Err((Error::Refused("error-too-slow"), read)),
    }
    Ok(read)
}

fn is_form(request: &Request) -> bool {
    request.header("content-type").is_some_and(|it| {
        it.split(';').next().is_some_and(|it| it.trim() == "application/x-www-form-urlencoded")
    })
}

/// The visitor's address: what the nearest proxy we do not know says, counted from our side.
fn visitor(house: &House, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    let known = |it: &IpAddr| house.settings.proxies.contains(it);
    if !known(&peer) {
        return peer;
    }
    let forwarded = headers.get_all("x-forwarded-for").iter().filter_map(|it| it.to_str().ok());
    let hops: Vec<IpAddr> =
        forwarded.flat_map(|it| it.split(',')).filter_map(|it| it.trim().parse().ok()).collect();
    hops.into_iter().rev().find(|it| !known(it)).unwrap_or(peer)
}
