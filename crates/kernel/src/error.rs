//! The one error a handler can return: what went wrong, from the caller's point of view.
use axum::http::StatusCode;

use crate::db::{Fault, Kind};
use crate::invalid::Invalid;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why there is no answer. Texts are keys of the `errors` texts, so that the page can say them in the
/// reader's language.
#[derive(Debug)]
pub enum Error {
    /// Nobody is signed in.
    SignIn,
    /// Signed in, but not allowed this; the capability that is missing.
    Forbidden(&'static str),
    /// Not there, or not for this person: the two look the same.
    NotFound,
    /// Somebody was quicker, or it is in a state that does not allow this.
    Conflict(&'static str),
    /// Something else still needs it as it is; where that is seen.
    Held(&'static str, String),
    /// The fields do not make sense. A form answers with itself instead; this is for addresses and APIs.
    Invalid(Invalid),
    /// It was there and is over: a used or withdrawn link.
    Gone(&'static str),
    /// Too much at once; come back in so many seconds.
    Busy(u32),
    /// The request itself is refused, such as one from a foreign page.
    Refused(&'static str),
    /// More than the limit of this address.
    TooLarge,
    /// No room on the disk: looking goes on, writing does not.
    Full,
    /// Our mistake.
    Internal(Fault),
}

impl Error {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Forbidden(_) | Self::Refused(_) => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Conflict(_) | Self::Held(..) => StatusCode::CONFLICT,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Gone(_) => StatusCode::GONE,
            Self::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// A mistake of ours, described for the log.
    pub fn internal(text: impl Into<String>) -> Self {
        Self::Internal(Fault::text(text.into()))
    }

    /// Whether the database asks for another run of the transaction.
    pub(crate) fn asks_for_rerun(&self) -> bool {
        matches!(self, Self::Internal(fault) if fault.kind == Kind::Rerun)
    }
}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        match fault.kind {
            Kind::Full => Self::Full,
            Kind::Away => {
                tracing::error!(%fault, "the database does not answer");
                Self::Busy(5)
            }
            _ => Self::Internal(fault),
        }
    }
}

/// Turns the database's "that row already exists" into an answer for people.
pub trait OnDuplicate<T> {
    fn on_duplicate(self, error: Error) -> Result<T>;
}

impl<T> OnDuplicate<T> for Result<T> {
    fn on_duplicate(self, error: Error) -> Self {
        match self {
            Err(Error::Internal(fault)) if fault.kind == Kind::Duplicate => Err(error),
            other => other,
        }
    }
}
