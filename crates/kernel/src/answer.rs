//! How a write ends.
use std::fmt;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// How a write ends. There is no third way.
pub enum Answer {
    /// Keep the work.
    Done(Response),
    /// Throw the work away and show the form again.
    Refused(Response),
}

impl Answer {
    pub fn done(answer: impl IntoResponse) -> Self {
        Self::Done(answer.into_response())
    }

    /// Keep the work and look at `path` next.
    pub fn to(path: impl Into<LocalPath>) -> Self {
        Self::Done(see(path))
    }

    /// The form again, with what is wrong in it.
    pub fn refused(form: impl IntoResponse) -> Self {
        Self::Refused((StatusCode::UNPROCESSABLE_ENTITY, form).into_response())
    }

    /// Says what was done, on the next page.
    pub fn saying(self, toast: &Toast) -> Self {
        self.with_cookie(&toast.cookie())
    }

    /// Adds a cookie to the answer.
    pub fn with_cookie(self, cookie: &str) -> Self {
        match self {
            Self::Done(it) => Self::Done(set_cookie(it, cookie)),
            Self::Refused(it) => Self::Refused(set_cookie(it, cookie)),
        }
    }
}

/// What was just done, said once on the next page. It travels in a cookie that lives a minute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// The key of the text.
    pub key: String,
    /// How many it was done to.
    pub count: i64,
    /// The address (POST) that takes it back.
    pub undo: Option<String>,
}

impl Toast {
    pub fn new(key: &'static str) -> Self {
        Self { key: key.to_owned(), count: 1, undo: None }
    }
    pub fn count(self, count: i64) -> Self {
        Self { count, ..self }
    }
    pub fn undo(self, path: String) -> Self {
        Self { undo: Some(path), ..self }
    }

    fn cookie(&self) -> String {
        let undo = self.undo.as_deref().unwrap_or_default();
        format!(
            "toast={}|{}|{undo}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax",
            self.key, self.count
        )
    }

    /// Reads the cookie. Whoever writes one by hand only talks to themselves.
    pub fn read(cookie: &str) -> Option<Self> {
        let mut parts = cookie.splitn(3, '|');
        let key = parts.next().filter(|it| it.len() < 60)?.to_owned();
        let count = parts.next()?.parse().ok()?;
        let undo = parts.next().and_then(LocalPath::parse).map(|it| it.to_string());
        Some(Self { key, count, undo })
    }

    /// Takes the cookie away.
    pub const SAID: &str = "toast=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax";
}

/// Adds a cookie to a response.
pub fn set_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// Sends the browser to another page of ours with a GET.
pub fn see(path: impl Into<LocalPath>) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, path.into().0)]).into_response()
}

/// A path inside this house. It begins with one slash and cannot lead anywhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalPath(String);

impl LocalPath {
    /// A path that a visitor brought, if it is one of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let sound = text.starts_with('/')
            && !text.starts_with("//")
            && text.len() <= 2000
            && !text.contains('\\')
            && text.bytes().all(|it| it.is_ascii_graphic());
        sound.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LocalPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Paths that the product itself writes. One that is none leads to the front page.
impl From<&str> for LocalPath {
    fn from(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(|| Self("/".to_owned()))
    }
}
impl From<String> for LocalPath {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::LocalPath;

    #[test]
    fn a_path_never_leads_out_of_the_house() {
        for bad in [
            "",
            "x",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/a\nb",
            "/\t/evil.example",
            "\\\\evil.example",
            "/ a",
        ] {
            assert_eq!(LocalPath::parse(bad), None, "{bad:?}");
        }
        assert!(LocalPath::parse("/people?search=%2F%2Fevil").is_some());
    }
}
