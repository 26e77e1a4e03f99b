//! A request, as handlers see it: already read, bounded and decoded once.
use std::net::IpAddr;

use axum::body::Bytes;
use axum::http::{HeaderMap, Method, header};

use crate::access::Actor;
use crate::answer::Toast;
use crate::error::{Error, Result};
use crate::form::Fields;
use crate::ids::Id;
use crate::lang::Lang;
use crate::secret::{Hash, Token};

/// One request. Bodies are bounded before it is made.
#[derive(Debug)]
pub struct Request {
    pub method: Method,
    /// The path as sent, decoded.
    pub path: String,
    pub headers: HeaderMap,
    /// The visitor's address, as far as it is known.
    pub peer: Option<IpAddr>,
    /// The named parts of the path, in its order.
    pub params: Vec<(String, String)>,
    pub query: Fields,
    pub form: Fields,
    /// The files of a form that may carry some.
    pub files: Vec<Upload>,
    /// Whether cookies are marked secure, which also names them.
    pub secure: bool,
    /// Names this request in the log and on an error page.
    pub id: String,
}

/// The session cookie's name over HTTPS.
pub const SECURE_SESSION: &str = "__Host-s";
/// The session cookie's name where the house is only reached over plain HTTP: a demo on the own machine.
pub const PLAIN_SESSION: &str = "s";

impl Request {
    /// A cookie's value.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.headers.get_all(header::COOKIE).iter().filter_map(|it| it.to_str().ok()).find_map(
            |line| {
                line.split(';').find_map(|pair| {
                    let (key, value) = pair.trim().split_once('=')?;
                    (key == name).then_some(value)
                })
            },
        )
    }

    pub fn session_cookie(&self) -> &'static str {
        if self.secure { SECURE_SESSION } else { PLAIN_SESSION }
    }

    /// The session's secret, if the visitor carries one.
    pub fn session(&self) -> Option<Token> {
        Token::parse(self.cookie(self.session_cookie())?)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The language asked for in the address, else chosen before, else the browser's.
    pub fn lang(&self) -> Lang {
        let asked = self.query.get("lang").and_then(Lang::from_code);
        let chosen = || self.cookie("lang").and_then(Lang::from_code);
        let accepted = || self.header("accept-language").and_then(Lang::accepted);
        asked.or_else(chosen).or_else(accepted).unwrap_or_default()
    }

    /// Whether the caller asked for JSON rather than a page.
    pub fn wants_json(&self) -> bool {
        self.header("accept").is_some_and(|it| it.contains("json") && !it.contains("html"))
    }

    /// The idempotency key the form or the phone's outbox sent with a write.
    pub fn key(&self) -> Option<&str> {
        let key = self.header("idempotency-key").or_else(|| self.form.get("_key"))?;
        (16..=64).contains(&key.len()).then_some(key)
    }

    fn param(&self, at: usize) -> Result<&str> {
        self.params.get(at).map(|(_, value)| value.as_str()).ok_or(Error::NotFound)
    }
}

/// What a handler reads out of the request. A part that is no such thing is not there: 404.
pub trait Input: Sized + Send + Sync + 'static {
    /// How many files the form may carry.
    const FILES: usize = 0;
    /// Whether the form may carry a film, which is kept while it arrives and never held in memory.
    const FILM: bool = false;

    fn read(request: &Request) -> Result<Self>;
}

impl Input for () {
    fn read(_: &Request) -> Result<Self> {
        Ok(())
    }
}

/// The named parts of the path, in its order.
pub struct Path<T>(pub T);

impl<K: 'static> Input for Path<Id<K>> {
    fn read(request: &Request) -> Result<Self> {
        Ok(Self(request.param(0)?.parse().map_err(|_| Error::NotFound)?))
    }
}
impl<K: 'static, L: 'static> Input for Path<(Id<K>, Id<L>)> {
    fn read(request: &Request) -> Result<Self> {
        let first = request.param(0)?.parse().map_err(|_| Error::NotFound)?;
        let second = request.param(1)?.parse().map_err(|_| Error::NotFound)?;
        Ok(Self((first, second)))
    }
}
/// A secret in the path.
impl Input for Path<Token> {
    fn read(request: &Request) -> Result<Self> {
        Ok(Self(Token::parse(request.param(0)?).ok_or(Error::NotFound)?))
    }
}
/// A word in the path, such as a name of a file.
impl Input for Path<String> {
    fn read(request: &Request) -> Result<Self> {
        Ok(Self(request.param(0)?.to_owned()))
    }
}

/// The fields behind the `?`.
pub struct Search(pub Fields);
impl Input for Search {
    fn read(request: &Request) -> Result<Self> {
        Ok(Self(request.query.clone()))
    }
}

/// The fields of a form.
pub struct Form(pub Fields);
impl Input for Form {
    fn read(request: &Request) -> Result<Self> {
        Ok(Self(request.form.clone()))
    }
}

/// A file that came with a form. Nothing its sender says about it is believed but what it holds.
#[derive(Debug, Clone)]
pub struct Upload {
    /// The field it came in.
    pub field: String,
    /// As received; empty when it was too large to be kept.
    pub bytes: Bytes,
    /// What it was as received, also when it was too large.
    pub hash: Hash,
    /// More than a file may have.
    pub too_large: bool,
    /// The size of a film that was kept while it arrived; `bytes` is then only its beginning.
    pub kept: Option<u64>,
}

/// The files of a form, at most `MOST`. A field that was left empty sends none.
#[derive(Debug)]
pub struct Uploads<const MOST: usize>(pub Vec<Upload>);

impl<const MOST: usize> Uploads<MOST> {
    /// The first file of a field.
    pub fn named(&self, field: &str) -> Option<&Upload> {
        self.0.iter().find(|it| it.field == field)
    }
}

impl<const MOST: usize> Input for Uploads<MOST> {
    const FILES: usize = MOST;

    fn read(request: &Request) -> Result<Self> {
        Ok(Self(request.files.iter().filter(|it| it.field != FILM_FIELD).cloned().collect()))
    }
}

/// The field whose file is kept while it arrives.
pub const FILM_FIELD: &str = "film";

/// The film of a form, if there is one.
#[derive(Debug)]
pub struct Film(pub Option<Upload>);

impl Input for Film {
    const FILM: bool = true;

    fn read(request: &Request) -> Result<Self> {
        Ok(Self(request.files.iter().find(|it| it.field == FILM_FIELD).cloned()))
    }
}

/// What a browser wants of a file: a piece of it, or only what it does not have yet.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub range: Option<String>,
    pub if_range: Option<String>,
    pub if_none_match: Option<String>,
}

impl Input for Wanted {
    fn read(request: &Request) -> Result<Self> {
        let header = |name| request.header(name).map(str::to_owned);
        Ok(Self {
            range: header("range"),
            if_range: header("if-range"),
            if_none_match: header("if-none-match"),
        })
    }
}

/// What a page or a cookie needs to know of the request itself.
pub struct Visit {
    pub path: String,
    /// The address with everything behind `?` but `lang`, for links that come back here.
    pub here: String,
    pub lang: Lang,
    /// The language was chosen just now, in the address.
    pub lang_asked: bool,
    pub theme: Option<String>,
    pub secure: bool,
    pub peer: Option<IpAddr>,
    pub agent: String,
    pub session: Option<Token>,
    /// The browser itself, when somebody signed in with it before.
    pub device: Option<Token>,
    /// What was just done, to be said on this page.
    pub toast: Option<Toast>,
}
impl Visit {
    /// The language asked for in the address, else the signed-in person's own, else what the browser says.
    pub fn lang_for(&self, actor: Option<&Actor>) -> Lang {
        match actor {
            Some(actor) if !self.lang_asked => actor.face.lang,
            _ => self.lang,
        }
    }
}

impl Input for Visit {
    fn read(request: &Request) -> Result<Self> {
        let agent: String =
            request.header("user-agent").unwrap_or_default().chars().take(200).collect();
        Ok(Self {
            path: request.path.clone(),
            here: format!("{}{}", request.path, request.query.without("lang").to_query()),
            lang: request.lang(),
            lang_asked: request.query.get("lang").and_then(Lang::from_code).is_some(),
            theme: request.cookie("theme").map(str::to_owned),
            secure: request.secure,
            peer: request.peer,
            agent,
            session: request.session(),
            device: request.cookie("device").and_then(Token::parse),
            toast: request.cookie("toast").and_then(Toast::read),
        })
    }
}

impl<A: Input, B: Input> Input for (A, B) {
    const FILES: usize = A::FILES + B::FILES;
    const FILM: bool = A::FILM || B::FILM;

    fn read(request: &Request) -> Result<Self> {
        Ok((A::read(request)?, B::read(request)?))
    }
}
impl<A: Input, B: Input, C: Input> Input for (A, B, C) {
    const FILES: usize = A::FILES + B::FILES + C::FILES;
    const FILM: bool = A::FILM || B::FILM || C::FILM;

    fn read(request: &Request) -> Result<Self> {
        Ok((A::read(request)?, B::read(request)?, C::read(request)?))
    }
}
