//! Every SQL statement about letters.
use kernel::access::{Actor, Whole};
use kernel::db::{Fault, Query, Row};
use kernel::field::{fold, pattern};
use kernel::{Error, Instant, LetterId, Result, Snapshot, Tx};

use super::model::{Body, Kept, Letter, List, READING, State, ticket_place};

/// Rows of one page of the list.
pub const PAGE: usize = 50;

/// Puts a letter into the outbox. It leaves the house after this transaction is kept, and only then.
pub fn post(tx: &mut Tx<'_>, letter: &Letter) -> Result<LetterId> {
    let id: LetterId = tx.new_id();
    let body = serde_json::to_vec(&(letter.text(), letter.html()))
        .map_err(|it| Error::internal(it.to_string()))?;
    let house = tx.house();
    let sealed = house.seal.close(&house.random, &place(id), &body)?;
    let now = tx.now();
    let folded = fold(&format!("{} {} {}", letter.to, letter.name, letter.subject));
    tx.run(
        "insert into letter (id, org_id, kind, lang, to_address, to_name, subject, body, state, next_at, made_at, folded)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $9, $10)",
        &[
            &id,
            &letter.org,
            &letter.kind,
            &letter.lang.code(),
            &letter.to,
            &letter.name,
            &letter.subject,
            &sealed,
            &now,
            &folded,
        ],
    )?;
    Ok(id)
}

fn place(id: LetterId) -> String {
    format!("letter/{id}")
}

/// What was sealed into a letter's row.
pub fn open(db: &Snapshot<'_>, id: LetterId, sealed: &[u8]) -> Option<Body> {
    db.house().seal.open(&place(id), sealed).and_then(|it| Body::from_json(&it))
}

macro_rules! columns {
    () => {
        "select l.id, l.kind, l.to_address, l.to_name, l.subject, l.state, l.tries, l.next_at, l.reason, l.made_at,
                l.sent_at
           from letter l "
    };
}

fn read(row: &Row<'_>) -> Result<Kept, Fault> {
    let state: String = row.get(5)?;
    Ok(Kept {
        id: row.get(0)?,
        kind: row.get(1)?,
        to: row.get(2)?,
        name: row.get(3)?,
        subject: row.get(4)?,
        state: State::from_code(&state).unwrap_or(State::Failed),
        tries: row.get(6)?,
        next_at: row.get(7)?,
        reason: row.get(8)?,
        made_at: row.get(9)?,
        sent_at: row.get(10)?,
    })
}

/// One page of the outbox, newest first. Letters that concern an account rather than the organisation are not in it.
pub fn list(db: &Snapshot<'_>, reach: &Whole, list: &List) -> Result<Vec<Kept>> {
    let org = reach.org();
    let sought = pattern(&list.search);
    let (state, kind) = (list.state.map(State::code), list.kind.map(|it| it.code));
    let mut query = Query::new(concat!(columns!(), "where l.org_id = "));
    query.bind(&org);
    if let Some(state) = &state {
        query.push(" and l.state = ").bind(state);
    }
    if let Some(kind) = &kind {
        query.push(" and l.kind = ").bind(kind);
    }
    if !list.search.is_empty() {
        query.push(" and l.folded like ").bind(&sought).push(" escape '\\'");
    }
    if let Some(after) = &list.after {
        query.push(" and l.id < ").bind(after);
    }
    query.push(" order by l.id desc limit 51");
    db.rows(&query, read)
}

/// How many there are in each state, in the order of [`State::ALL`].
pub fn counts(db: &Snapshot<'_>, reach: &Whole) -> Result<[i64; 4]> {
    db.one(
        "select count(*) filter (where state = 'failed'), count(*) filter (where state = 'waiting'),
                count(*) filter (where state = 'sending'), count(*) filter (where state = 'sent')
           from letter where org_id = $1",
        &[&reach.org()],
        |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]),
    )
}

pub fn find(db: &Snapshot<'_>, reach: &Whole, id: LetterId) -> Result<Kept> {
    let org = reach.org();
    db.one(concat!(columns!(), "where l.org_id = $1 and l.id = $2"), &[&org, &id], read)
}

/// What a letter says, for somebody who asked to read it.
pub fn body(db: &Snapshot<'_>, reach: &Whole, letter: &Kept) -> Result<Option<Body>> {
    let org = reach.org();
    let sealed: Vec<u8> = db.one(
        "select body from letter where org_id = $1 and id = $2",
        &[&org, &letter.id],
        |row| row.get(0),
    )?;
    Ok(open(db, letter.id, &sealed).filter(|_| letter.is_open()))
}

/// Makes a letter due now, with all its tries before it, unless it is on its way or has arrived.
pub fn renew(tx: &mut Tx<'_>, reach: &Whole, id: LetterId) -> Result<()> {
    let (org, now) = (reach.org(), tx.now());
    let changed = tx.run(
        "update letter set state = 'waiting', next_at = $3, tries = 0, reason = ''
          where org_id = $1 and id = $2 and state in ('waiting', 'failed')",
        &[&org, &id, &now],
    )?;
    if changed == 0 { Err(Error::Conflict("outbox-gone-already")) } else { Ok(()) }
}

/// Proof that this session asked to read this letter just now, and that the log says so.
pub fn ticket(db: &Snapshot<'_>, actor: &Actor, id: LetterId) -> Result<String> {
    let house = db.house();
    let place = ticket_place(id, actor.session);
    let sealed = house.seal.close(&house.random, &place, &db.now().0.to_be_bytes())?;
    Ok(data_encoding::HEXLOWER.encode(&sealed))
}

/// Whether `ticket` is such a proof, and not too old.
pub fn is_ticket(db: &Snapshot<'_>, actor: &Actor, id: LetterId, ticket: &str) -> bool {
    let opened = data_encoding::HEXLOWER
        .decode(ticket.as_bytes())
        .ok()
        .and_then(|it| db.house().seal.open(&ticket_place(id, actor.session), &it))
        .and_then(|it| it.try_into().ok());
    opened.is_some_and(|it| db.now() <= Instant(i64::from_be_bytes(it)).plus_minutes(READING))
}
