//! Facts that a write tells the rest of the house.
use crate::db::{Param, Tx, Value};
use crate::error::Result;
use crate::ids::{AnyId, Id, OrgId, PersonId, SiteId};

/// Something that happened. Whoever listens is named on one screen, in the server's wiring.
#[derive(Debug, Clone)]
pub struct Event {
    pub org: OrgId,
    /// What happened, such as `person.created`. Stable: rules and the audit page filter by it.
    pub what: &'static str,
    /// What it happened to: kind and id.
    pub subject: (&'static str, AnyId),
    /// How people call it.
    pub label: String,
    /// For whom it was done, when it concerns somebody.
    pub person: Option<PersonId>,
    /// Where, when it concerns one site: site managers read the lines of their sites.
    pub site: Option<SiteId>,
    pub changes: Vec<Change>,
}

/// One field's old and new value, as people read them. A secret's change is noted without its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub field: &'static str,
    pub old: Option<String>,
    pub new: Option<String>,
}

impl Event {
    pub fn new<K>(org: OrgId, what: &'static str, kind: &'static str, id: Id<K>) -> Self {
        Self {
            org,
            what,
            subject: (kind, id.cast()),
            label: String::new(),
            person: None,
            site: None,
            changes: Vec::new(),
        }
    }

    pub fn named(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    pub fn about(mut self, person: PersonId) -> Self {
        self.person = Some(person);
        self
    }

    pub fn at(mut self, site: SiteId) -> Self {
        self.site = Some(site);
        self
    }

    /// Notes a field's change; a field that did not change is left out.
    pub fn change(
        mut self,
        field: &'static str,
        old: Option<&dyn Param>,
        new: Option<&dyn Param>,
    ) -> Self {
        let text = |it: Option<&dyn Param>| it.and_then(|it| plain(&it.value()));
        let (old, new) = (text(old), text(new));
        if old != new {
            self.changes.push(Change { field, old, new });
        }
        self
    }

    /// Notes a field's first value.
    pub fn set(self, field: &'static str, new: &dyn Param) -> Self {
        self.change(field, None, Some(new))
    }
}

fn plain(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(it) => Some(if *it { "yes" } else { "no" }.to_owned()),
        Value::Int(it) => Some(it.to_string()),
        Value::Text(it) if it.is_empty() => None,
        Value::Text(it) => Some(it.to_string()),
        Value::Bytes(it) => Some(match <[u8; 16]>::try_from(*it) {
            Ok(id) => AnyId::from_bytes(id).to_string(),
            Err(_) => data_encoding::HEXLOWER.encode(it),
        }),
    }
}

/// Hears an event in the transaction that tells it.
pub type Listener = fn(&mut Tx<'_>, &Event) -> Result<()>;

impl Tx<'_> {
    /// Tells the house what happened: the audit line and whatever else listens, in this same transaction.
    pub fn record(&mut self, event: &Event) -> Result<()> {
        let listeners = self.house().wiring.listeners;
        for listen in listeners {
            listen(self, event)?;
        }
        Ok(())
    }
}
