//! Checks and headers of every request: known host, no foreign writes, strict policies, one line in the log.
use std::time::Instant as Stopwatch;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};

use super::RequestId;
use super::metrics::Metrics;
use crate::app::App;
use crate::error::Error;

/// What a page may load and do: only what is ours, nothing inline, no strings into code.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
    object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types swap palette sw";

const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (header::CACHE_CONTROL, "no-store"),
];

/// Puts the checks in front of the routes.
pub fn guarded(routes: Router<App>, app: &App) -> Router {
    routes
        .fallback(not_found)
        .method_not_allowed_fallback(not_allowed)
        .layer(from_fn_with_state(app.clone(), guard))
        .with_state(app.clone())
}

async fn not_found(State(app): State<App>, request: Request) -> Response {
    refuse(&app, request, &Error::NotFound).await
}

async fn not_allowed(State(app): State<App>, request: Request) -> Response {
    let mut response = refuse(&app, request, &Error::NotFound).await;
    *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
    response
}

/// The page of an error for a request that reaches no handler. Its body is not read.
async fn refuse(app: &App, request: Request, error: &Error) -> Response {
    let (mut parts, _) = request.into_parts();
    parts.method = Method::GET;
    let bare = Request::from_parts(parts, axum::body::Body::empty());
    match super::read_request(app, bare).await {
        Ok(request) | Err((_, request)) => (app.wiring.fail)(error, &request, app),
    }
}

async fn guard(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let clock = Stopwatch::now();
    let id = data_encoding::HEXLOWER.encode(&app.random.bytes::<6>());
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<axum::extract::MatchedPath>()
        .map_or_else(|| "unmatched".to_owned(), |it| it.as_str().to_owned());
    let mut response = if !is_known_host(&app, &request) {
        (StatusCode::MISDIRECTED_REQUEST, "This address belongs to another house.\n")
            .into_response()
    } else if is_foreign(&app, &method, request.headers()) {
        refuse(&app, request, &Error::Refused("error-foreign")).await
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if app.settings.is_secure() {
        mark_cookies(headers);
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert("x-request-id", id);
    }
    let status = response.status().as_u16();
    let took = clock.elapsed();
    Metrics::get().count(status, took);
    // The route, never the address: addresses can hold names and secrets.
    tracing::info!(request = id, %method, route, status, micros = took.as_micros(), "answered");
    response
}

/// Behind https no cookie travels without it, whoever set it.
fn mark_cookies(headers: &mut HeaderMap) {
    for cookie in headers.iter_mut().filter(|it| it.0 == header::SET_COOKIE).map(|it| it.1) {
        let plain = cookie.to_str().ok().filter(|it| !it.contains("; Secure"));
        if let Some(Ok(secure)) = plain.map(|it| HeaderValue::from_str(&format!("{it}; Secure"))) {
            *cookie = secure;
        }
    }
}

/// Answers only under the configured name, so that no link can be made to lead elsewhere.
fn is_known_host(app: &App, request: &Request) -> bool {
    let named = request.headers().get(header::HOST).and_then(|it| it.to_str().ok());
    let host = named.or_else(|| request.uri().authority().map(Authority::as_str));
    host.is_some_and(|it| it.eq_ignore_ascii_case(app.settings.host()))
}

/// Whether a write comes from somebody else's page. Browsers say so in `Sec-Fetch-Site`; older ones in `Origin`. A
/// write with a cookie that says neither is refused too.
fn is_foreign(app: &App, method: &Method, headers: &HeaderMap) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    let text = |name: &str| headers.get(name).and_then(|it| it.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some("same-origin"), origin) => origin.is_some_and(|it| it != app.settings.base),
        (Some("none") | None, None) => headers.contains_key(header::COOKIE),
        (Some(_), _) => true,
        (None, Some(origin)) => origin != app.settings.base,
    }
}
