//! Every SQL statement about invitations.
use kernel::access::{Actor, Grant, Whole};
use kernel::db::{Fault, Query, Row};
use kernel::field::{fold, pattern};
use kernel::{
    AccountId, Error, Hash, Invalid, InvitationId, Lang, LetterId, OrgId, PersonId, Result,
    Snapshot, Tx,
};

use super::model::{self, Draft, Drafts, Invitation, List, Purpose, Secrets, State};

/// Rows of one page of the list.
pub const PAGE: usize = 50;

macro_rules! columns {
    () => {
        "select i.org_id, i.id, i.person_id, i.purpose, i.name, i.email, i.grants, i.code_hash, i.state, i.letter_id,
                i.made_by, i.sent_at, i.sent, i.expires_at, i.accepted_at
           from invitation i "
    };
}

fn read(row: &Row<'_>) -> Result<Invitation, Fault> {
    let (purpose, grants, state): (String, String, String) =
        (row.get(3)?, row.get(6)?, row.get(8)?);
    Ok(Invitation {
        org: row.get(0)?,
        id: row.get(1)?,
        person: row.get(2)?,
        purpose: Purpose::from_code(&purpose),
        name: row.get(4)?,
        email: row.get(5)?,
        grants: model::grants_from_text(&grants),
        code: row.get(7)?,
        stored: State::from_code(&state).unwrap_or(State::Revoked),
        made_by: row.get(10)?,
        sent_at: row.get(11)?,
        sent: row.get(12)?,
        expires_at: row.get(13)?,
        accepted_at: row.get(14)?,
    })
}

pub fn find(db: &Snapshot<'_>, reach: &Whole, id: InvitationId) -> Result<Invitation> {
    find_any(db, reach.org(), id)
}

/// The invitation itself, for rooms that made it or were told about it.
pub fn find_any(db: &Snapshot<'_>, org: OrgId, id: InvitationId) -> Result<Invitation> {
    db.one(concat!(columns!(), "where i.org_id = $1 and i.id = $2"), &[&org, &id], read)
}

/// The invitations of a person that still stand open.
pub fn open_of(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Vec<Invitation>> {
    db.all(
        concat!(
            columns!(),
            "where i.org_id = $1 and i.person_id = $2 and i.state in ('pending', 'bounced')"
        ),
        &[&org, &person],
        read,
    )
}

/// The invitation a link belongs to, whatever its state.
pub fn by_hash(db: &Snapshot<'_>, hash: &Hash) -> Result<Option<Invitation>> {
    db.maybe(concat!(columns!(), "where i.hash = $1"), &[hash], read)
}

/// One page of the list, newest first.
pub fn list(db: &Snapshot<'_>, reach: &Whole, list: &List) -> Result<Vec<Invitation>> {
    let (org, now) = (reach.org(), db.now());
    let sought = pattern(&list.search);
    let mut query = Query::new(concat!(columns!(), "where i.org_id = "));
    query.bind(&org);
    match list.state {
        Some(State::Expired) => {
            query.push(" and i.state in ('pending', 'bounced') and i.expires_at <= ").bind(&now);
        }
        Some(State::Pending) => {
            query.push(" and i.state = 'pending' and i.expires_at > ").bind(&now);
        }
        Some(State::Bounced) => {
            query.push(" and i.state = 'bounced' and i.expires_at > ").bind(&now);
        }
        Some(State::Accepted) => {
            query.push(" and i.state = 'accepted'");
        }
        Some(State::Revoked) => {
            query.push(" and i.state = 'revoked'");
        }
        None => {}
    }
    if !list.search.is_empty() {
        query.push(" and (i.folded like ").bind(&sought).push(" escape '\\' or i.email like ");
        query.bind(&sought).push(" escape '\\')");
    }
    if let Some(after) = &list.after {
        query.push(" and i.id < ").bind(after);
    }
    query.push(" order by i.id desc limit 51");
    db.rows(&query, read)
}

/// How many there are in each state, in the order of [`State::ALL`].
pub fn counts(db: &Snapshot<'_>, reach: &Whole) -> Result<[i64; 5]> {
    let (org, now) = (reach.org(), db.now());
    db.one(
        "select count(*) filter (where state = 'pending' and expires_at > $2),
                count(*) filter (where state = 'bounced' and expires_at > $2),
                count(*) filter (where state in ('pending', 'bounced') and expires_at <= $2),
                count(*) filter (where state = 'accepted'), count(*) filter (where state = 'revoked')
           from invitation where org_id = $1",
        &[&org, &now],
        |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]),
    )
}

/// Refuses addresses that belong to a member or were invited already.
pub fn refuse_known(
    db: &Snapshot<'_>,
    reach: &Whole,
    drafts: Drafts,
) -> Result<Result<Drafts, Invalid>> {
    let (org, now) = (reach.org(), db.now());
    if let Some(grant) = &drafts.grant
        && !crate::grants::store::exists(db, org, &grant.scope)?
    {
        return Ok(Err(Invalid::one("scope", "error-choice")));
    }
    for (_, email) in &drafts.people {
        let member = db.maybe(
            "select 1 from account a join member m on m.account_id = a.id
              where m.org_id = $1 and a.email = $2 and m.kind = 'user'",
            &[&org, email],
            |row| row.get::<i64>(0),
        )?;
        let invited = db.maybe(
            "select 1 from invitation where org_id = $1 and email = $2 and state = 'pending' and expires_at > $3",
            &[&org, email, &now],
            |row| row.get::<i64>(0),
        )?;
        if member.is_some() {
            return Ok(Err(Invalid::one("people", "invitations-member")));
        }
        if invited.is_some() {
            return Ok(Err(Invalid::one("people", "invitations-invited")));
        }
    }
    Ok(Ok(drafts))
}

pub fn insert(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: InvitationId,
    draft: &Draft,
    grants: &[Grant],
    secrets: &Secrets,
) -> Result<()> {
    let now = tx.now();
    let sealed = seal(tx, id, secrets)?;
    tx.run(
        "insert into invitation (org_id, id, person_id, purpose, name, folded, email, grants, hash, code_hash, sealed,
                                 state, made_by, made_at, sent_at, sent, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'pending', $12, $13, $13, 1, $14)",
        &[
            &actor.org,
            &id,
            &draft.person,
            &draft.purpose.code(),
            &draft.name,
            &fold(draft.name.as_str()),
            &draft.email,
            &model::grants_to_text(grants),
            &secrets.token.hash(),
            &secrets.code_hash(),
            &sealed,
            &actor.account,
            &now,
            &now.plus_days(model::DAYS),
        ],
    )
    .map(drop)
}

fn place(id: InvitationId) -> String {
    format!("invitation/{id}")
}

fn seal(tx: &Tx<'_>, id: InvitationId, secrets: &Secrets) -> Result<Vec<u8>> {
    let house = tx.house();
    house.seal.close(&house.random, &place(id), secrets.to_text().as_bytes())
}

/// Link and code of an open invitation, to be handed over by whoever may see them.
pub fn secrets(db: &Snapshot<'_>, invitation: &Invitation) -> Result<Option<Secrets>> {
    if !invitation.state(db.now()).is_open() {
        return Ok(None);
    }
    let sealed: Vec<u8> = db.one(
        "select sealed from invitation where org_id = $1 and id = $2",
        &[&invitation.org, &invitation.id],
        |row| row.get(0),
    )?;
    let plain = db.house().seal.open(&place(invitation.id), &sealed);
    Ok(plain.and_then(|it| Secrets::from_text(std::str::from_utf8(&it).ok()?)))
}

pub fn set_letter(tx: &mut Tx<'_>, invitation: &Invitation, letter: LetterId) -> Result<()> {
    tx.run(
        "update invitation set letter_id = $3 where org_id = $1 and id = $2",
        &[&invitation.org, &invitation.id, &letter],
    )
    .map(drop)
}

/// New secrets and seven new days, unless it is over.
pub fn renew(tx: &mut Tx<'_>, invitation: &Invitation, secrets: &Secrets) -> Result<()> {
    let now = tx.now();
    let sealed = seal(tx, invitation.id, secrets)?;
    let changed = tx.run(
        "update invitation set state = 'pending', hash = $3, code_hash = $4, sealed = $5, sent_at = $6, sent = sent + 1,
                expires_at = $7, tries = 0, told = 0
          where org_id = $1 and id = $2 and state in ('pending', 'bounced')",
        &[
            &invitation.org,
            &invitation.id,
            &secrets.token.hash(),
            &secrets.code_hash(),
            &sealed,
            &now,
            &now.plus_days(model::DAYS),
        ],
    )?;
    if changed == 0 { Err(Error::Conflict("invitations-closed")) } else { Ok(()) }
}

pub fn revoke(tx: &mut Tx<'_>, invitation: &Invitation) -> Result<()> {
    let changed = tx.run(
        "update invitation set state = 'revoked'
          where org_id = $1 and id = $2 and state in ('pending', 'bounced')",
        &[&invitation.org, &invitation.id],
    )?;
    if changed == 0 { Err(Error::Conflict("invitations-closed")) } else { Ok(()) }
}

/// Takes the invitation, once: whoever comes second finds it used.
pub fn accept(tx: &mut Tx<'_>, invitation: &Invitation) -> Result<()> {
    let now = tx.now();
    let changed = tx.run(
        "update invitation set state = 'accepted', accepted_at = $3
          where org_id = $1 and id = $2 and state in ('pending', 'bounced') and expires_at > $3",
        &[&invitation.org, &invitation.id, &now],
    )?;
    if changed == 0 { Err(Error::Gone("invitations-used")) } else { Ok(()) }
}

/// Counts a wrong code or password; too many end the link.
pub fn count_try(tx: &mut Tx<'_>, invitation: &Invitation) -> Result<()> {
    tx.run(
        "update invitation set tries = tries + 1, state = case when tries + 1 >= $3 then 'revoked' else state end
          where org_id = $1 and id = $2",
        &[&invitation.org, &invitation.id, &model::TRIES],
    )
    .map(drop)
}

/// Notes that the letter with the link came back.
pub fn bounce(tx: &mut Tx<'_>, letter: LetterId) -> Result<()> {
    tx.run(
        "update invitation set state = 'bounced' where letter_id = $1 and state = 'pending'",
        &[&letter],
    )
    .map(drop)
}

/// Notes that the letter with the link goes out again.
pub fn resume(tx: &mut Tx<'_>, letter: LetterId) -> Result<()> {
    tx.run(
        "update invitation set state = 'pending' where letter_id = $1 and state = 'bounced'",
        &[&letter],
    )
    .map(drop)
}

/// How many invitations of one person ran out, and how many will within a day.
pub struct Ending {
    pub org: OrgId,
    pub made_by: AccountId,
    pub over: i64,
    pub soon: i64,
}

/// Whose invitations end, of which nobody was told yet. From now on they were. Whoever left in the meantime is not.
pub fn take_ending(tx: &mut Tx<'_>) -> Result<Vec<Ending>> {
    let now = tx.now();
    let tomorrow = now.plus_days(1);
    let found = tx.all(
        "select i.org_id, i.made_by, count(*) filter (where i.expires_at <= $1),
                count(*) filter (where i.expires_at > $1)
           from invitation i
           join member m on m.org_id = i.org_id and m.account_id = i.made_by and m.state = 'active'
          where i.told < 2 and i.state in ('pending', 'bounced') and i.expires_at <= $2
            and (i.told = 0 or i.expires_at <= $1)
          group by i.org_id, i.made_by order by i.org_id, i.made_by",
        &[&now, &tomorrow],
        |row| {
            Ok(Ending {
                org: row.get(0)?,
                made_by: row.get(1)?,
                over: row.get(2)?,
                soon: row.get(3)?,
            })
        },
    )?;
    tx.run(
        "update invitation set told = case when expires_at <= $1 then 2 else 1 end
          where told < 2 and state in ('pending', 'bounced') and expires_at <= $2
            and (told = 0 or expires_at <= $1)",
        &[&now, &tomorrow],
    )?;
    Ok(found)
}

pub fn asks_for_code(db: &Snapshot<'_>, org: OrgId) -> Result<bool> {
    db.one("select invitation_code from organisation where id = $1", &[&org], |row| row.get(0))
}

/// The organisation's language and name.
pub fn organisation(db: &Snapshot<'_>, org: OrgId) -> Result<(Lang, String)> {
    db.one("select lang, name from organisation where id = $1", &[&org], |row| {
        let lang: String = row.get(0)?;
        Ok((Lang::from_code(&lang).unwrap_or_default(), row.get(1)?))
    })
}

/// Everything a role can be bound to, as value and name.
pub struct Scopes {
    pub divisions: Vec<(String, String)>,
    pub sites: Vec<(String, String)>,
    pub teams: Vec<(String, String)>,
    pub companies: Vec<(String, String)>,
}

pub fn scopes(db: &Snapshot<'_>, reach: &Whole) -> Result<Scopes> {
    let org = reach.org();
    let list = |kind: &'static str, sql: &'static str| {
        db.all(sql, &[&org], |row| {
            let id: kernel::AnyId = row.get(0)?;
            Ok((format!("{kind}:{id}"), row.get(1)?))
        })
    };
    Ok(Scopes {
        divisions: list(
            "division",
            "select id, name from division where org_id = $1 order by folded limit 500",
        )?,
        sites: list(
            "site",
            "select id, name from site where org_id = $1 and active order by folded limit 500",
        )?,
        teams: list(
            "team",
            "select id, name from team where org_id = $1 order by folded limit 500",
        )?,
        companies: list(
            "company",
            "select id, name from company where org_id = $1 and state = 'active' order by folded limit 500",
        )?,
    })
}
