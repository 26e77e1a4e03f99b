//! What an entry says, and the hash that ties it to the one before it.
use std::collections::BTreeMap;

use kernel::{
    AccountId, AnyId, Date, EntryId, Fields, Hash, Instant, OrgId, PersonId, SiteId, Zone,
};

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub org: OrgId,
    pub seq: i64,
    pub id: EntryId,
    pub at: Instant,
    pub actor: Option<AccountId>,
    /// The actor's name at that time.
    pub name: String,
    pub what: String,
    pub kind: String,
    pub subject: AnyId,
    pub label: String,
    pub person: Option<PersonId>,
    pub site: Option<SiteId>,
    /// A list of `[field, old, new]` as JSON.
    pub changes: String,
}

impl Entry {
    /// SHA-256 over the hash before and every part of this entry, each with its length, so that no two entries read
    /// the same. `room` is where the parts are put together.
    pub fn hash(&self, before: &Hash, room: &mut Vec<u8>) -> Hash {
        room.clear();
        room.extend_from_slice(&before.0);
        let none: &[u8] = &[];
        let parts: [&[u8]; 13] = [
            self.org.bytes(),
            &self.seq.to_be_bytes(),
            self.id.bytes(),
            &self.at.0.to_be_bytes(),
            self.actor.as_ref().map_or(none, |it| it.bytes()),
            self.name.as_bytes(),
            self.what.as_bytes(),
            self.kind.as_bytes(),
            self.subject.bytes(),
            self.label.as_bytes(),
            self.person.as_ref().map_or(none, |it| it.bytes()),
            self.site.as_ref().map_or(none, |it| it.bytes()),
            self.changes.as_bytes(),
        ];
        for part in parts {
            room.extend_from_slice(&(part.len() as u64).to_be_bytes());
            room.extend_from_slice(part);
        }
        Hash::of(room)
    }

    /// What the first entry of an organisation is chained to.
    pub const START: Hash = Hash([0; 32]);
}

/// One field's old and new value.
pub type Change = (String, Option<String>, Option<String>);

/// A line as the page shows it, with the names of today.
#[derive(Debug, Clone)]
pub struct Line {
    pub entry: Entry,
    pub person: Option<String>,
    pub site: Option<String>,
}

impl Line {
    pub fn changes(&self) -> Vec<Change> {
        serde_json::from_str(&self.entry.changes).unwrap_or_default()
    }

    /// The places that the scopes among its changes name.
    pub fn places(&self) -> Vec<AnyId> {
        // Few lines are about roles; the others are not taken apart.
        if !self.entry.changes.contains("\"scope\"") {
            return Vec::new();
        }
        let of = |scope: Option<String>| Some(place(&scope?)?.1);
        let scopes = self.changes().into_iter().filter(|it| it.0 == "scope");
        scopes.flat_map(|(_, old, new)| [of(old), of(new)]).flatten().collect()
    }
}

/// The names of the places that scopes name, as far as the reader may see them.
pub type Places = BTreeMap<AnyId, String>;

/// The kind and the id of the place in a scope such as `site:…`.
pub fn place(scope: &str) -> Option<(&str, AnyId)> {
    let (kind, id) = scope.split_once(':')?;
    Some((kind, id.parse().ok()?))
}

/// What the log can be about: the word before the dot of an event's name.
pub const NOUNS: &[&str] = &[
    "account",
    "attempt",
    "assessment",
    "audit",
    "ban",
    "company",
    "completion",
    "course",
    "division",
    "group",
    "import",
    "invitation",
    "job-role",
    "lesson",
    "letter",
    "location",
    "matrix",
    "organisation",
    "person",
    "preferences",
    "profile-access",
    "question",
    "region",
    "role",
    "rule",
    "session",
    "site",
    "team",
    "template",
    "waiver",
];

/// The key of what an event says; `invitation.created` is `audit-what-invitation-created`.
pub fn what_key(what: &str) -> String {
    format!("audit-what-{}", what.replace(['.', '_'], "-"))
}

/// What the list shows.
#[derive(Debug, Clone, Default)]
pub struct List {
    /// The event's noun.
    pub group: Option<&'static str>,
    /// The kind of thing it happened to.
    pub kind: Option<&'static str>,
    pub actor: Option<AccountId>,
    pub person: Option<PersonId>,
    pub subject: Option<AnyId>,
    pub site: Option<SiteId>,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub search: String,
    /// Older than this one.
    pub after: Option<i64>,
    pub fields: Fields,
}

impl List {
    pub fn parse(fields: &Fields) -> Self {
        let noun = |name| NOUNS.iter().copied().find(|it| *it == fields.text(name));
        Self {
            group: noun("what"),
            kind: noun("kind"),
            actor: fields.text("actor").parse().ok(),
            person: fields.text("person").parse().ok(),
            subject: fields.text("subject").parse().ok(),
            site: fields.text("site").parse().ok(),
            from: Date::parse(fields.text("from")),
            until: Date::parse(fields.text("until")),
            search: fields.text("search").chars().take(100).collect(),
            after: fields.text("after").parse().ok(),
            fields: fields.clone(),
        }
    }

    /// What the list is narrowed to, without its page.
    pub fn filter(&self) -> Fields {
        const NAMES: [&str; 9] =
            ["what", "kind", "actor", "person", "subject", "site", "from", "until", "search"];
        let mut filter = Fields::default();
        for name in NAMES {
            let value = if name == "search" { &self.search } else { self.fields.text(name) };
            if !value.is_empty() {
                filter.set(name, value);
            }
        }
        filter
    }

    /// The address of this list with one field changed.
    pub fn link(&self, name: &str, value: &str) -> String {
        format!("/audit{}", self.fields.without("after").with(name, value).to_query())
    }

    /// The moments between which the lines lie: from the start of the first day to the end of the last.
    pub fn span(&self, zone: &Zone) -> (Option<Instant>, Option<Instant>) {
        let start = |it: Date| Date(it.0.yesterday().ok()?).end_in(zone);
        (self.from.and_then(start), self.until.and_then(|it| it.end_in(zone)))
    }
}
