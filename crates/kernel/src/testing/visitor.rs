//! Somebody with a browser: follows links and fills in forms through the front door.
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::{Body, Bytes, to_bytes};
use axum::http::request::Builder;
use axum::http::{HeaderMap, Request, StatusCode, header};
use tower::ServiceExt;

use super::BASE;
use crate::form::Fields;
use crate::route::Statements;

/// A browser with its cookies.
#[derive(Clone)]
pub struct Visitor {
    router: axum::Router,
    cookies: BTreeMap<String, String>,
}

/// A file of a form: its field, its name and what it holds.
pub type File<'a> = (&'a str, &'a str, &'a [u8]);

/// What came back.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Bytes,
    /// Statements the page needed, for pages that look.
    pub statements: Option<u32>,
}

impl Page {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn has(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// Where the answer sends the browser.
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|it| it.to_str().ok()).unwrap_or_default()
    }

    /// What stands between two pieces of the page, first time.
    pub fn between(&self, before: &str, after: &str) -> Option<String> {
        let text = self.text();
        let (_, rest) = text.split_once(before)?;
        rest.split_once(after).map(|(found, _)| found.to_owned())
    }
}

impl Visitor {
    pub(super) fn new(router: axum::Router) -> Self {
        Self { router, cookies: BTreeMap::new() }
    }

    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Sends a form with a new idempotency key.
    pub async fn post<const N: usize>(&mut self, path: &str, fields: [(&str, &str); N]) -> Page {
        static KEYS: AtomicU64 = AtomicU64::new(0);
        let key = format!("key-of-a-test-{:08}", KEYS.fetch_add(1, Ordering::Relaxed));
        self.post_fields(path, &Fields::of(fields).with("_key", &key)).await
    }

    /// Sends a form exactly so.
    pub async fn post_fields(&mut self, path: &str, fields: &Fields) -> Page {
        let body = fields.to_query().trim_start_matches('?').to_owned();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .header(header::ORIGIN, BASE);
        self.send(request, Body::from(body)).await
    }

    /// Sends a form with files, each as field, name and content, and a new idempotency key.
    pub async fn upload(&mut self, path: &str, fields: &Fields, files: &[File<'_>]) -> Page {
        static KEYS: AtomicU64 = AtomicU64::new(0);
        let key = format!("key-of-an-upload-{:08}", KEYS.fetch_add(1, Ordering::Relaxed));
        self.upload_fields(path, &fields.with("_key", &key), files).await
    }

    /// Sends a form with files exactly so.
    pub async fn upload_fields(&mut self, path: &str, fields: &Fields, files: &[File<'_>]) -> Page {
        const LINE: &str = "----a-line-between-parts";
        let mut body = Vec::new();
        for (name, value) in fields.iter() {
            let part = format!(
                "--{LINE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        for (field, name, content) in files {
            let part = format!(
                "--{LINE}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(part.as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{LINE}--\r\n").as_bytes());
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={LINE}"))
            .header("sec-fetch-site", "same-origin")
            .header(header::ORIGIN, BASE);
        self.send(request, Body::from(body)).await
    }

    /// Sends any request with the cookies of this browser.
    pub async fn send(&mut self, request: Builder, body: Body) -> Page {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = request.body(body).expect("a request");
        let host = BASE.trim_start_matches("https://");
        request.headers_mut().entry(header::HOST).or_insert(host.parse().expect("a host"));
        if !cookies.is_empty() {
            request
                .headers_mut()
                .insert(header::COOKIE, cookies.join("; ").parse().expect("cookies"));
        }
        let Ok(response) = self.router.clone().oneshot(request).await;
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let text = cookie.to_str().unwrap_or_default();
            let (name, rest) = text.split_once('=').unwrap_or_default();
            let value = rest.split(';').next().unwrap_or_default();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let (parts, body) = response.into_parts();
        Page {
            status: parts.status,
            statements: parts.extensions.get::<Statements>().map(|it| it.0),
            headers: parts.headers,
            bytes: to_bytes(body, 64 * 1024 * 1024).await.expect("a body"),
        }
    }

    /// Follows where the answer leads, once.
    pub async fn follow(&mut self, page: &Page) -> Page {
        let path = page.location().to_owned();
        self.get(&path).await
    }
}
