//! What a letter says, and where it stands.
use kernel::field::Email;
use kernel::{Fields, Instant, Lang, LetterId, OrgId};

/// A message to one address, in the words of its reader's language.
#[derive(Debug, Clone)]
pub struct Letter {
    /// For whom it is sent; none for what concerns an account rather than an organisation.
    pub org: Option<OrgId>,
    /// The kind of notice, such as `invitation`: the outbox filters by it.
    pub kind: &'static str,
    pub lang: Lang,
    pub to: Email,
    pub name: String,
    pub subject: String,
    pub paragraphs: Vec<String>,
    /// Words and full address of the one thing to do.
    pub button: Option<(String, String)>,
    /// Why the reader gets this.
    pub footer: String,
}

impl Letter {
    fn parts(&self) -> (Vec<&str>, Option<(&str, &str)>) {
        let paragraphs = self.paragraphs.iter().map(String::as_str).collect();
        let button = self.button.as_ref().map(|(words, url)| (words.as_str(), url.as_str()));
        (paragraphs, button)
    }

    /// The message for programs that show no HTML.
    pub fn text(&self) -> String {
        let (paragraphs, button) = self.parts();
        ui::mail::text(self.lang, &self.subject, &paragraphs, button, &self.footer)
    }

    pub fn html(&self) -> String {
        let (paragraphs, button) = self.parts();
        ui::mail::html(self.lang, &self.subject, &paragraphs, button, &self.footer)
    }
}

/// Where a letter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Waiting,
    Sending,
    Sent,
    Failed,
}

impl State {
    pub const ALL: [Self; 4] = [Self::Failed, Self::Waiting, Self::Sending, Self::Sent];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
    /// Whether the letter can be sent (again) now.
    pub const fn can_be_renewed(self) -> bool {
        matches!(self, Self::Waiting | Self::Failed)
    }
}

/// A letter as it is kept, without what it says.
#[derive(Debug, Clone)]
pub struct Kept {
    pub id: LetterId,
    pub kind: String,
    pub to: String,
    pub name: String,
    pub subject: String,
    pub state: State,
    pub tries: i64,
    pub next_at: Instant,
    /// Why it could not be delivered: the mail server's words, or a key of ours.
    pub reason: String,
    pub made_at: Instant,
    pub sent_at: Option<Instant>,
}

impl Kept {
    /// Whether an administrator may read it.
    pub fn is_open(&self) -> bool {
        crate::Kind::of(&self.kind).is_some_and(|it| it.open)
    }
}

/// What a letter says, as plain text and as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    pub text: String,
    pub html: String,
}

impl Body {
    pub fn from_json(json: &[u8]) -> Option<Self> {
        let (text, html) = serde_json::from_slice(json).ok()?;
        Some(Self { text, html })
    }
}

/// What the list shows.
#[derive(Debug, Clone, Default)]
pub struct List {
    pub state: Option<State>,
    pub kind: Option<&'static crate::Kind>,
    pub search: String,
    /// Older than this one.
    pub after: Option<LetterId>,
    pub fields: Fields,
}

impl List {
    pub fn parse(fields: &Fields) -> Self {
        Self {
            state: State::from_code(fields.text("state")),
            kind: crate::Kind::of(fields.text("kind")),
            search: fields.text("search").chars().take(100).collect(),
            after: fields.text("after").parse().ok(),
            fields: fields.clone(),
        }
    }

    /// The address of this list with one field changed.
    pub fn link(&self, name: &str, value: &str) -> String {
        format!("/outbox{}", self.fields.without("after").with(name, value).to_query())
    }
}

/// How long something has waited: the unit and how many of them.
pub const fn age(made: Instant, now: Instant) -> (&'static str, i64) {
    match now.seconds_since(made) {
        it if it < 60 * 60 => ("outbox-age-minutes", it / 60),
        it if it < 48 * 60 * 60 => ("outbox-age-hours", it / 3600),
        it => ("outbox-age-days", it / 86_400),
    }
}

/// Minutes that somebody who asked to read a letter may look at it.
pub const READING: i64 = 5;

/// The place a reading's ticket is sealed for: this letter, this session.
pub fn ticket_place(letter: LetterId, session: kernel::SessionId) -> String {
    format!("reading/{letter}/{session}")
}
