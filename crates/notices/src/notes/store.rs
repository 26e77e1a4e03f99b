//! Every SQL statement about notes.
use kernel::access::Own;
use kernel::db::{Fault, Query, Row};
use kernel::{AccountId, Error, NoteId, OrgId, Result, Snapshot, Tx};
use ui::text::Arg;

use super::model::{Note, args_to_json};
use crate::{Channel, Kind, preferences};

/// Rows of one page of the inbox.
pub const PAGE: usize = 50;

/// Puts a line into somebody's inbox, unless they do not want its kind there. `args` are the values of its text,
/// `href` is where it leads.
pub fn tell(
    tx: &mut Tx<'_>,
    org: OrgId,
    account: AccountId,
    kind: &str,
    args: &[(&str, Arg<'_>)],
    href: &str,
) -> Result<()> {
    let Some(kind) = Kind::of(kind).filter(|it| it.inbox.is_some()) else {
        return Err(Error::internal(format!("no such kind of notice: {kind}")));
    };
    if !preferences::store::wants(tx, org, account, kind, Channel::Inbox)? {
        return Ok(());
    }
    let id: NoteId = tx.new_id();
    let (now, args) = (tx.now(), args_to_json(args));
    tx.run(
        "insert into note (org_id, id, account_id, kind, args, href, made_at) values ($1, $2, $3, $4, $5, $6, $7)",
        &[&org, &id, &account, &kind.code, &args, &href, &now],
    )
    .map(drop)
}

fn read(row: &Row<'_>) -> Result<Note, Fault> {
    Ok(Note {
        id: row.get(0)?,
        kind: row.get(1)?,
        args: row.get(2)?,
        href: row.get(3)?,
        made_at: row.get(4)?,
        read_at: row.get(5)?,
    })
}

/// One page of the own inbox, newest first.
pub fn list(db: &Snapshot<'_>, reach: &Own, after: Option<NoteId>) -> Result<Vec<Note>> {
    let (org, account) = (reach.org(), reach.account());
    let mut query =
        Query::new("select id, kind, args, href, made_at, read_at from note where org_id = ");
    query.bind(&org).push(" and account_id = ").bind(&account);
    if let Some(after) = &after {
        query.push(" and id < ").bind(after);
    }
    query.push(" order by id desc limit 51");
    db.rows(&query, read)
}

pub fn find(db: &Snapshot<'_>, reach: &Own, id: NoteId) -> Result<Note> {
    db.one(
        "select id, kind, args, href, made_at, read_at from note
          where org_id = $1 and account_id = $2 and id = $3",
        &[&reach.org(), &reach.account(), &id],
        read,
    )
}

pub fn mark_read(tx: &mut Tx<'_>, reach: &Own, id: NoteId) -> Result<()> {
    let now = tx.now();
    tx.run(
        "update note set read_at = $4 where org_id = $1 and account_id = $2 and id = $3 and read_at is null",
        &[&reach.org(), &reach.account(), &id, &now],
    )
    .map(drop)
}

/// Marks everything as read, and says how many that were.
pub fn mark_all_read(tx: &mut Tx<'_>, reach: &Own) -> Result<usize> {
    let now = tx.now();
    tx.run(
        "update note set read_at = $3 where org_id = $1 and account_id = $2 and read_at is null",
        &[&reach.org(), &reach.account(), &now],
    )
}
