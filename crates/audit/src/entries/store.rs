//! Every SQL statement about the log.
use kernel::{EntryId, Error, Event, Hash, Result, Tx};

use super::model::Entry;

/// Hears every event and writes its line, in the transaction that tells it.
pub fn write(tx: &mut Tx<'_>, event: &Event) -> Result<()> {
    let head =
        tx.maybe("select seq, hash from chain_head where org_id = $1", &[&event.org], |row| {
            Ok((row.get::<i64>(0)?, row.get::<Hash>(1)?))
        })?;
    let (last, before) = head.unwrap_or((0, Entry::START));
    let changes: Vec<_> = event.changes.iter().map(|it| (it.field, &it.old, &it.new)).collect();
    let entry = Entry {
        org: event.org,
        seq: last + 1,
        at: tx.now(),
        actor: tx.actor().map(|it| it.account),
        name: tx.actor().map(|it| it.face.name.clone()).unwrap_or_default(),
        what: event.what.to_owned(),
        kind: event.subject.0.to_owned(),
        subject: event.subject.1,
        label: event.label.clone(),
        person: event.person,
        site: event.site,
        changes: serde_json::to_string(&changes).map_err(|it| Error::internal(it.to_string()))?,
    };
    let hash = entry.hash(&before);
    insert(tx, &entry, &hash)?;
    let moved = match head {
        Some(_) => "update chain_head set seq = $2, hash = $3 where org_id = $1",
        None => "insert into chain_head (org_id, seq, hash) values ($1, $2, $3)",
    };
    tx.run(moved, &[&entry.org, &entry.seq, &hash]).map(drop)
}

fn insert(tx: &mut Tx<'_>, entry: &Entry, hash: &Hash) -> Result<()> {
    let id: EntryId = tx.new_id();
    tx.run(
        "insert into entry (org_id, seq, id, at, actor_id, actor, what, kind, subject_id, label, person_id, site_id,
                            changes, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        &[
            &entry.org,
            &entry.seq,
            &id,
            &entry.at,
            &entry.actor,
            &entry.name,
            &entry.what,
            &entry.kind,
            &entry.subject,
            &entry.label,
            &entry.person,
            &entry.site,
            &entry.changes,
            hash,
        ],
    )
    .map(drop)
}
