//! What the list of accounts shows. Pure.
use kernel::access::Role;
use kernel::field::Email;
use kernel::{AccountId, Fields, Instant, PersonId};

/// Where an account stands in an organisation (§7.2). Invited is an invitation, locked follows from the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Active,
    /// May only read the own profile (G-08).
    ProfileOnly,
    Deactivated,
}

impl State {
    pub const ALL: [Self; 3] = [Self::Active, Self::ProfileOnly, Self::Deactivated];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::ProfileOnly => "profile",
            Self::Deactivated => "deactivated",
        }
    }
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
    /// The state of a membership of this kind.
    pub fn of(kind: &str, active: bool) -> Self {
        match (active, kind) {
            (false, _) => Self::Deactivated,
            (true, "profile") => Self::ProfileOnly,
            (true, _) => Self::Active,
        }
    }
}

/// An account, as the organisation sees it.
#[derive(Debug, Clone)]
pub struct Account {
    pub id: AccountId,
    pub name: String,
    pub folded: String,
    pub email: Option<Email>,
    pub username: Option<String>,
    pub state: State,
    pub person: Option<PersonId>,
    pub joined: Instant,
}

impl Account {
    /// What the person types to sign in.
    pub fn login(&self) -> &str {
        self.email.as_ref().map(Email::as_str).or(self.username.as_deref()).unwrap_or_default()
    }
}

/// What the list is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct List {
    pub state: Option<State>,
    pub role: Option<Role>,
    pub search: String,
    /// Behind this name and account.
    pub after: Option<(String, AccountId)>,
    pub fields: Fields,
}

impl List {
    pub fn parse(fields: &Fields) -> Self {
        let id = fields.text("after").parse().ok();
        Self {
            state: State::from_code(fields.text("state")),
            role: Role::from_code(fields.text("role")).filter(|it| it.is_granted()),
            search: fields.text("search").chars().take(100).collect(),
            after: id.map(|id| (fields.text("from").chars().take(500).collect(), id)),
            fields: fields.clone(),
        }
    }

    /// The address of this list with one field changed, from its beginning.
    pub fn link(&self, name: &str, value: &str) -> String {
        let fields = self.fields.without("after").without("from");
        format!("/accounts{}", fields.with(name, value).to_query())
    }

    /// The address of the rows behind this one.
    pub fn behind(&self, last: &Account) -> String {
        let fields = self.fields.with("from", &last.folded).with("after", &last.id.to_string());
        format!("/accounts{}", fields.to_query())
    }
}
