//! The files the browser gets, and the few addresses that browsers and robots ask for on their own.
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Error, House, Input, Request, Routes, Visit};
use ui::assets::{Asset, find, url};

/// `/assets/…`, `/favicon.ico`, `/robots.txt` and, for developers, `/kit`.
pub fn routes() -> Routes {
    Routes::new()
        .open("/assets/{file}", asset)
        .open("/favicon.ico", favicon)
        .open("/robots.txt", robots)
        .open("/kit", kit)
}

/// A file's name changes with its content, so a browser may keep it for ever.
fn asset(house: &House, request: &Request) -> Response {
    match find(&request.path) {
        Some(file) => answer(file, request, "public, max-age=31536000, immutable"),
        None => (house.wiring.fail)(&Error::NotFound, request, house),
    }
}

fn favicon(house: &House, request: &Request) -> Response {
    match find(url("mark.svg")) {
        Some(file) => answer(file, request, "public, max-age=86400"),
        None => (house.wiring.fail)(&Error::NotFound, request, house),
    }
}

fn answer(file: Asset, request: &Request, keep: &'static str) -> Response {
    let brotli = file.brotli.filter(|_| takes_brotli(request));
    let mut response = brotli.unwrap_or(file.bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if file.brotli.is_some() {
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    if brotli.is_some() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

/// Whether the browser names `br` among what it can unpack, and does not say `q=0` to it.
fn takes_brotli(request: &Request) -> bool {
    let accepted = request.header("accept-encoding").unwrap_or_default();
    accepted.split(',').any(|it| {
        let mut parts = it.split(';').map(str::trim);
        let named = parts.next().is_some_and(|it| it.eq_ignore_ascii_case("br"));
        let weight = parts.find_map(|it| it.strip_prefix("q=")).and_then(|it| it.parse().ok());
        named && weight.unwrap_or(1.0_f32) > 0.0
    })
}

/// Nothing in the house is for search engines.
fn robots(_: &House, _: &Request) -> Response {
    "User-agent: *\nDisallow: /\n".into_response()
}

/// Every part of every page, for developers; elsewhere there is no such page.
fn kit(house: &House, request: &Request) -> Response {
    if !house.settings.dev {
        return (house.wiring.fail)(&Error::NotFound, request, house);
    }
    match Visit::read(request) {
        Ok(visit) => {
            let desk = ui::Desk::new(house, None, &visit);
            ui::kit::page(&desk.frame()).into_response()
        }
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}
