//! What an entry says, and the hash that ties it to the one before it.
use kernel::{AccountId, AnyId, Hash, Instant, OrgId, PersonId, SiteId};

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub org: OrgId,
    pub seq: i64,
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
    /// the same.
    pub fn hash(&self, before: &Hash) -> Hash {
        let mut text = before.0.to_vec();
        let optional = |it: Option<String>| it.unwrap_or_default();
        let parts = [
            self.org.to_string(),
            self.seq.to_string(),
            self.at.0.to_string(),
            optional(self.actor.map(|it| it.to_string())),
            self.name.clone(),
            self.what.clone(),
            self.kind.clone(),
            self.subject.to_string(),
            self.label.clone(),
            optional(self.person.map(|it| it.to_string())),
            optional(self.site.map(|it| it.to_string())),
            self.changes.clone(),
        ];
        for part in parts {
            text.extend_from_slice(&(part.len() as u64).to_be_bytes());
            text.extend_from_slice(part.as_bytes());
        }
        Hash::of(&text)
    }

    /// What the first entry of an organisation is chained to.
    pub const START: Hash = Hash([0; 32]);
}
