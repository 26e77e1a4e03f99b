//! Every SQL statement about sessions.
use kernel::access::{Actor, Face, Grant, Role, Scope};
use kernel::{
    AccountId, Error, Hash, Instant, Lang, OrgId, Result, SessionId, Snapshot, Token, Tx, Visit,
    Zone,
};

use super::model::{self, Login, Open};
use crate::grants;

/// How old the note of a session's last use may be, in seconds, before it is written again.
const NOTED: i64 = 60;

/// Who holds this session: the account, its organisation, its person there and every role.
pub fn identify(db: &Snapshot<'_>, token: &Token) -> Result<Option<Actor>> {
    let now = db.now();
    let found = db.maybe(
        "select s.id, s.account_id, s.org_id, m.person_id, m.kind, p.kind, coalesce(p.name, a.name), a.lang, o.name,
                s.used_at, o.lang, o.zone,
                (select count(*) from note n where n.org_id = s.org_id and n.account_id = s.account_id
                    and n.read_at is null),
                (select count(*) from member x where x.account_id = s.account_id and x.state = 'active')
           from session s
           join account a on a.id = s.account_id and a.epoch = s.epoch and a.state = 'active'
           join organisation o on o.id = s.org_id
           join member m on m.org_id = s.org_id and m.account_id = s.account_id and m.state = 'active'
           left join person p on p.org_id = m.org_id and p.id = m.person_id
          where s.hash = $1 and s.ends_at > $2 and s.used_at + s.idle * 1000 > $2",
        &[&token.hash(), &now],
        |row| {
            let used: Instant = row.get(9)?;
            let own: Option<String> = row.get(7)?;
            let house: String = row.get(10)?;
            let lang = own.as_deref().or(Some(&house)).and_then(Lang::from_code);
            let zone = Zone::named(&row.get::<String>(11)?);
            let kinds: (String, Option<String>) = (row.get(4)?, row.get(5)?);
            let actor = Actor {
                session: row.get(0)?,
                account: row.get(1)?,
                org: row.get(2)?,
                person: row.get(3)?,
                grants: own_role(&kinds.0, kinds.1.as_deref()).into_iter().collect(),
                face: Face {
                    name: row.get(6)?,
                    organisation: row.get(8)?,
                    lang: lang.unwrap_or_default(),
                    zone: zone.unwrap_or_else(Zone::usual),
                    unread: row.get(12)?,
                    organisations: row.get(13)?,
                },
                stale: now.seconds_since(used) >= NOTED,
            };
            Ok((actor, kinds.0))
        },
    )?;
    let Some((mut actor, kind)) = found else { return Ok(None) };
    if kind == "user" {
        actor.grants.extend(grants::store::of(db, actor.org, actor.account)?);
    }
    Ok(Some(actor))
}

/// The role that follows from what somebody is, without anybody granting it.
fn own_role(member: &str, person: Option<&str>) -> Option<Grant> {
    let role = match (member, person?) {
        ("profile", _) => Role::ProfileOnly,
        (_, "contractor") => Role::Contractor,
        _ => Role::Employee,
    };
    Some(Grant { role, scope: Scope::Own })
}

pub fn touch(tx: &mut Tx<'_>, actor: &Actor) -> Result<()> {
    let now = tx.now();
    tx.run(
        "update session set used_at = $2 where id = $1 and used_at < $2",
        &[&actor.session, &now],
    )
    .map(drop)
}

/// The account that signs in with this address or username.
pub fn login(db: &Snapshot<'_>, login: &str) -> Result<Option<Login>> {
    db.maybe(
        "select id, password, failed, locked_until from account
          where state = 'active' and (email = $1 or username = $1)",
        &[&login],
        |row| {
            Ok(Login {
                account: row.get(0)?,
                password: row.get(1)?,
                failed: row.get(2)?,
                locked_until: row.get(3)?,
            })
        },
    )
}

/// The organisation an account was last at work in, or the first it belongs to.
pub fn home_organisation(db: &Snapshot<'_>, account: AccountId) -> Result<Option<OrgId>> {
    db.maybe(
        "select m.org_id from member m join account a on a.id = m.account_id
          where m.account_id = $1 and m.state = 'active'
          order by case when m.org_id = a.last_org_id then 0 else 1 end, m.made_at limit 1",
        &[&account],
        |row| row.get(0),
    )
}

pub fn open(
    tx: &mut Tx<'_>,
    hash: &Hash,
    account: AccountId,
    org: OrgId,
    visit: &Visit,
) -> Result<()> {
    let id: SessionId = tx.new_id();
    let now = tx.now();
    let granted = grants::store::of(tx, org, account)?;
    let staff = granted.iter().any(|it| it.role != Role::ContractorManager);
    let life = if staff { model::STAFF } else { model::WORKER };
    let ends = now.plus_seconds(life.whole);
    let peer = visit.peer.map(|it| it.to_string()).unwrap_or_default();
    tx.run(
        "insert into session (hash, id, account_id, org_id, epoch, made_at, used_at, ends_at, idle, agent, peer)
         select $1, $2, a.id, $4, a.epoch, $5, $5, $6, $7, $8, $9 from account a where a.id = $3",
        &[hash, &id, &account, &org, &now, &ends, &life.idle, &visit.agent, &peer],
    )?;
    // Twenty browsers at once are enough for anybody; the ones unused the longest go, never the one that just came.
    tx.run(
        "delete from session where account_id = $1 and id <> $2 and id not in
            (select id from session where account_id = $1 and id <> $2 order by used_at desc, id desc limit 19)",
        &[&account, &id],
    )?;
    tx.run("update account set last_org_id = $2 where id = $1", &[&account, &org]).map(drop)
}

pub fn end(tx: &mut Tx<'_>, hash: &Hash) -> Result<()> {
    tx.run("delete from session where hash = $1", &[hash]).map(drop)
}

pub fn count_failure(tx: &mut Tx<'_>, login: &Login) -> Result<()> {
    let now = tx.now();
    // A day without failures is a clean slate.
    tx.run(
        "update account set failed = 0 where id = $1 and failed_at < $2",
        &[&login.account, &now.plus_days(-1)],
    )?;
    let until = login.wait_after_failure(now);
    tx.run(
        "update account set failed = failed + 1, failed_at = $2, locked_until = $3 where id = $1",
        &[&login.account, &now, &until],
    )
    .map(drop)
}

pub fn forget_failures(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    tx.run(
        "update account set failed = 0, failed_at = null, locked_until = null where id = $1 and failed > 0",
        &[&account],
    )
    .map(drop)
}

/// Whether this browser signed in to the account before, and has not been guessing since.
pub fn knows(db: &Snapshot<'_>, device: &Hash, account: AccountId) -> Result<bool> {
    let found = db.maybe(
        "select failed from device where hash = $1 and account_id = $2",
        &[device, &account],
        |row| row.get::<i64>(0),
    )?;
    Ok(found.is_some_and(|failed| failed < model::QUICK_TRIES))
}

/// Whether this browser never signed in to an account that somebody was in before.
pub fn is_new_device(db: &Snapshot<'_>, device: Option<&Hash>, account: AccountId) -> Result<bool> {
    db.one(
        "select a.last_org_id is not null
                and not exists (select 1 from device d where d.account_id = a.id and d.hash = $2)
           from account a where a.id = $1",
        &[&account, &device],
        |row| row.get(0),
    )
}

pub fn count_device_failure(tx: &mut Tx<'_>, device: &Hash, account: AccountId) -> Result<()> {
    tx.run(
        "update device set failed = failed + 1 where hash = $1 and account_id = $2",
        &[device, &account],
    )
    .map(drop)
}

pub fn remember_device(tx: &mut Tx<'_>, device: &Hash, account: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into device (hash, account_id, seen_at) values ($1, $2, $3)
         on conflict (hash, account_id) do update set failed = 0, seen_at = excluded.seen_at",
        &[device, &account, &now],
    )
    .map(drop)
}

/// The account, organisation and name behind a sign-in link of a demo.
pub fn link(db: &Snapshot<'_>, hash: &Hash) -> Result<Option<(AccountId, OrgId, String)>> {
    let now = db.now();
    db.maybe(
        "select a.id, l.org_id, a.name from sign_in_link l join account a on a.id = l.account_id
          where l.hash = $1 and l.purpose = 'demo' and l.expires_at > $2 and a.state = 'active'",
        &[hash, &now],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}

/// Makes a sign-in link for an account: a demo and the tests have one per role.
pub fn offer_link(tx: &mut Tx<'_>, org: OrgId, account: AccountId) -> Result<Token> {
    let token = tx.house().random.token();
    let until = tx.now().plus_days(30);
    tx.run(
        "insert into sign_in_link (hash, account_id, org_id, purpose, expires_at) values ($1, $2, $3, 'demo', $4)",
        &[&token.hash(), &account, &org, &until],
    )?;
    Ok(token)
}

/// The account as it signs in, for whoever is signed in already and must show the password again.
pub fn login_of(db: &Snapshot<'_>, account: AccountId) -> Result<Login> {
    db.one(
        "select id, password, failed, locked_until from account where id = $1 and state = 'active'",
        &[&account],
        |row| {
            Ok(Login {
                account: row.get(0)?,
                password: row.get(1)?,
                failed: row.get(2)?,
                locked_until: row.get(3)?,
            })
        },
    )
}

/// Notes a try for a name nobody has, or for an account that waits: it takes as long as any other failure (T-C2).
pub fn count_stray(tx: &mut Tx<'_>, login: &str) -> Result<()> {
    let now = tx.now();
    let bucket = i64::from(Hash::of(login.as_bytes()).0[0]);
    tx.run(
        "insert into stray_try (bucket, tries, tried_at) values ($1, 1, $2)
         on conflict (bucket) do update set tries = stray_try.tries + 1, tried_at = excluded.tried_at",
        &[&bucket, &now],
    )
    .map(drop)
}

/// The open sessions of an account, the latest used first.
pub fn list(db: &Snapshot<'_>, account: AccountId) -> Result<Vec<Open>> {
    let now = db.now();
    db.all(
        "select s.id, s.agent, s.peer, s.used_at from session s
           join account a on a.id = s.account_id and a.epoch = s.epoch
          where s.account_id = $1 and s.ends_at > $2 and s.used_at + s.idle * 1000 > $2
          order by s.used_at desc, s.id desc limit 20",
        &[&account, &now],
        |row| {
            Ok(Open {
                id: row.get(0)?,
                agent: row.get(1)?,
                peer: row.get(2)?,
                used_at: row.get(3)?,
            })
        },
    )
}

/// Ends one session of an account; none when it is not the account's.
pub fn revoke(tx: &mut Tx<'_>, account: AccountId, id: SessionId) -> Result<()> {
    let ended =
        tx.run("delete from session where account_id = $1 and id = $2", &[&account, &id])?;
    if ended == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Ends every session of an account but one. Returns how many.
pub fn revoke_others(tx: &mut Tx<'_>, account: AccountId, keep: SessionId) -> Result<usize> {
    tx.run("delete from session where account_id = $1 and id <> $2", &[&account, &keep])
}

/// Ends every session of an account.
pub fn end_all(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    tx.run("delete from session where account_id = $1", &[&account]).map(drop)
}

/// Ends every session of an account in one organisation.
pub fn end_in(tx: &mut Tx<'_>, org: OrgId, account: AccountId) -> Result<()> {
    tx.run("delete from session where account_id = $1 and org_id = $2", &[&account, &org]).map(drop)
}

/// A role was given: sessions that were opened with the long life of people without one get the short one of staff.
pub fn shorten(tx: &mut Tx<'_>, org: OrgId, account: AccountId) -> Result<()> {
    let (idle, ends) = (model::STAFF.idle, tx.now().plus_seconds(model::STAFF.whole));
    tx.run(
        "update session set idle = $3, ends_at = case when ends_at > $4 then $4 else ends_at end
          where account_id = $1 and org_id = $2 and idle > $3",
        &[&account, &org, &idle, &ends],
    )
    .map(drop)
}

/// Clears away what ran out.
pub fn tidy(tx: &mut Tx<'_>) -> Result<()> {
    let now = tx.now();
    for ended in [
        "delete from session where ends_at < $1",
        "delete from email_change where expires_at < $1",
        "delete from sign_in_link where expires_at < $1",
        "delete from undo where expires_at < $1",
    ] {
        tx.run(ended, &[&now])?;
    }
    // Links that ran out still say when the last mail went out.
    tx.run("delete from reset where made_at < $1", &[&now.plus_days(-1)])?;
    tx.run("delete from device where seen_at < $1", &[&now.plus_days(-365)]).map(drop)
}

/// Everybody who could sign in, with their address: what a demo makes its links from.
pub fn members(db: &Snapshot<'_>) -> Result<Vec<(OrgId, AccountId, String)>> {
    db.all(
        "select m.org_id, a.id, a.email from member m join account a on a.id = m.account_id
          where m.state = 'active' and a.email is not null order by m.made_at, a.id limit 100",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )
}
