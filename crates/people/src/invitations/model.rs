//! The rules of an invitation. Pure: no clock, no database, no request.
use kernel::access::{Grant, Role};
use kernel::field::{Email, Name, Reader};
use kernel::{
    AccountId, Fields, Hash, Instant, Invalid, InvitationId, OrgId, PersonId, Random, Token,
};

use crate::accounts::store::Membership;
use crate::grants::model::{read_scope, write_scope};

/// Days an invitation holds (§7.1).
pub const DAYS: i64 = 7;
/// Addresses invited at once, at most.
const MOST: usize = 200;
/// Wrong codes and passwords before the link is dead.
pub const TRIES: i64 = 20;

/// What an invitation is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A login to all or part of the organisation (H-M9).
    User,
    /// Reading the own profile, and nothing else (H-M1).
    Profile,
}

impl Purpose {
    pub const fn code(self) -> &'static str {
        self.membership().code()
    }
    pub fn from_code(code: &str) -> Self {
        if code == "profile" { Self::Profile } else { Self::User }
    }
    pub const fn membership(self) -> Membership {
        match self {
            Self::User => Membership::User,
            Self::Profile => Membership::Profile,
        }
    }
    /// Where the person lands (H-M10).
    pub const fn first_page(self) -> &'static str {
        match self {
            Self::User => "/home",
            Self::Profile => "/profile",
        }
    }
}

/// The states of §7.1. A draft is a form that was not sent; expired follows from the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Pending,
    Accepted,
    Expired,
    Revoked,
    Bounced,
}

impl State {
    pub const ALL: [Self; 5] =
        [Self::Pending, Self::Bounced, Self::Expired, Self::Accepted, Self::Revoked];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::Bounced => "bounced",
        }
    }
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
    /// Whether the invitation can still be sent again or withdrawn.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Pending | Self::Expired | Self::Bounced)
    }
}

/// An invitation as it is kept.
#[derive(Debug, Clone)]
pub struct Invitation {
    pub org: OrgId,
    pub id: InvitationId,
    pub person: Option<PersonId>,
    pub purpose: Purpose,
    pub name: Name,
    pub email: Email,
    pub grants: Vec<Grant>,
    pub code: Option<Hash>,
    pub(super) stored: State,
    pub made_by: AccountId,
    pub sent_at: Instant,
    pub sent: i64,
    pub expires_at: Instant,
    pub accepted_at: Option<Instant>,
}

impl Invitation {
    /// The state at `now`: an open invitation ends by itself.
    pub fn state(&self, now: Instant) -> State {
        match self.stored {
            State::Pending | State::Bounced if self.expires_at <= now => State::Expired,
            other => other,
        }
    }
}

/// Who is to be invited.
#[derive(Debug, Clone)]
pub struct Draft {
    pub name: Name,
    pub email: Email,
    pub purpose: Purpose,
    pub person: Option<PersonId>,
}

/// The form: several addresses, one role.
pub struct Drafts {
    pub people: Vec<(Name, Email)>,
    pub grant: Option<Grant>,
}

impl Drafts {
    /// One person a line: `Name, address`, or only the address.
    pub fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let people = read.need("people", read_people);
        let grant = match fields.text("role") {
            "" => {
                read.problem("role", "error-choice");
                None
            }
            "none" => Some(None),
            code => {
                let scope = read_scope(fields.text("scope"));
                let role = Role::from_code(code);
                let grant = role.zip(scope).map(|(role, scope)| Grant { role, scope });
                let fits = grant.filter(crate::grants::model::fits);
                if fits.is_none() {
                    read.problem("scope", "invitations-scope");
                }
                fits.map(Some)
            }
        };
        read.done(|| Some(Self { people: people?, grant: grant? }))
    }

    pub fn len(&self) -> i64 {
        i64::try_from(self.people.len()).unwrap_or(i64::MAX)
    }

    pub fn each(&self) -> impl Iterator<Item = Draft> + '_ {
        self.people.iter().map(|(name, email)| Draft {
            name: name.clone(),
            email: email.clone(),
            purpose: Purpose::User,
            person: None,
        })
    }
}

fn read_people(text: &str) -> Result<Vec<(Name, Email)>, &'static str> {
    let mut people: Vec<(Name, Email)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|it| !it.is_empty()) {
        if people.len() == MOST {
            return Err("invitations-too-many");
        }
        let (name, address) = line.rsplit_once([',', ';', '\t']).unwrap_or((line, line));
        let email = Email::parse(address.trim_matches(['<', '>', ' ']))?;
        let name = match name.trim() {
            it if it == line => email.as_str().split('@').next().unwrap_or_default().to_owned(),
            it => it.to_owned(),
        };
        if people.iter().any(|(_, known)| *known == email) {
            return Err("invitations-twice");
        }
        people.push((Name::parse(&name)?, email));
    }
    if people.is_empty() { Err("error-required") } else { Ok(people) }
}

/// What the invited person carries: the link's token and, where the organisation asks for one, a code.
#[derive(Debug, Clone)]
pub struct Secrets {
    pub token: Token,
    pub code: Option<String>,
}

impl Secrets {
    pub fn new(random: &Random, with_code: bool) -> Self {
        let code = with_code.then(|| code_of(random.bytes()));
        Self { token: random.token(), code }
    }

    pub fn path(&self) -> String {
        format!("/invitation/{}", self.token.reveal())
    }

    pub fn code_hash(&self) -> Option<Hash> {
        self.code.as_deref().map(code_hash)
    }

    /// Both as one text, to be sealed.
    pub fn to_text(&self) -> String {
        format!("{} {}", self.token.reveal(), self.code.as_deref().unwrap_or_default())
    }

    pub fn from_text(text: &str) -> Option<Self> {
        let (token, code) = text.split_once(' ')?;
        let code = (!code.is_empty()).then(|| code.to_owned());
        Some(Self { token: Token::parse(token)?, code })
    }
}

/// Eight letters and digits without look-alikes.
fn code_of(random: [u8; 8]) -> String {
    const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    random.iter().map(|it| char::from(LETTERS[usize::from(it % 32)])).collect()
}

/// The hash of a code as somebody types it, with or without spaces, in small or capital letters.
pub fn code_hash(typed: &str) -> Hash {
    let code: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    Hash::of(code.to_ascii_uppercase().as_bytes())
}

/// Invitations of somebody who does not exist, with their secrets: for the kit.
pub fn samples() -> Vec<(Invitation, Secrets)> {
    let secrets = |code: Option<&str>| Secrets {
        token: Token::from_bytes([7; 32]),
        code: code.map(str::to_owned),
    };
    let cases = [(Purpose::User, secrets(None)), (Purpose::Profile, secrets(Some("7Q4K2M9X")))];
    let made = |(purpose, secrets): (Purpose, Secrets)| {
        let invitation = Invitation {
            org: OrgId::from_bytes([0; 16]),
            id: InvitationId::from_bytes([0; 16]),
            person: None,
            purpose,
            name: Name::parse("Nadia Farah").ok()?,
            email: Email::parse("nadia@harbour.example").ok()?,
            grants: Vec::new(),
            code: None,
            stored: State::Pending,
            made_by: AccountId::from_bytes([0; 16]),
            sent_at: Instant(0),
            sent: 1,
            expires_at: Instant(0),
            accepted_at: None,
        };
        Some((invitation, secrets))
    };
    cases.into_iter().filter_map(made).collect()
}

/// What the list shows.
#[derive(Debug, Clone, Default)]
pub struct List {
    pub state: Option<State>,
    pub search: String,
    /// Older than this one.
    pub after: Option<InvitationId>,
    pub fields: Fields,
}

impl List {
    pub fn parse(fields: &Fields) -> Self {
        Self {
            state: State::from_code(fields.text("state")),
            search: fields.text("search").chars().take(100).collect(),
            after: fields.text("after").parse().ok(),
            fields: fields.clone(),
        }
    }

    /// The address of this list with one field changed.
    pub fn link(&self, name: &str, value: &str) -> String {
        format!("/invitations{}", self.fields.without("after").with(name, value).to_query())
    }
}

/// Grants as they are kept: `[["SMG","site:…"]]`.
pub fn grants_to_text(grants: &[Grant]) -> String {
    let pairs: Vec<(&str, String)> =
        grants.iter().map(|it| (it.role.code(), write_scope(&it.scope))).collect();
    serde_json::to_string(&pairs).unwrap_or_else(|_| "[]".to_owned())
}

pub fn grants_from_text(text: &str) -> Vec<Grant> {
    let pairs: Vec<(String, String)> = serde_json::from_str(text).unwrap_or_default();
    let read = |(role, scope): &(String, String)| {
        Some(Grant { role: Role::from_code(role)?, scope: read_scope(scope)? })
    };
    pairs.iter().filter_map(read).collect()
}
