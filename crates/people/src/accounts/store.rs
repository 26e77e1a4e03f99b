//! Every SQL statement about accounts and their membership in organisations.
use kernel::access::Whole;
use kernel::db::{Fault, Query, Row};
use kernel::field::{Email, Name, fold, pattern};
use kernel::{AccountId, Error, Lang, OrgId, PersonId, Result, Snapshot, Tx, Zone};

use super::model::{Account, List, State};

/// Rows of one page of the list.
pub const PAGE: usize = 50;

/// A new account.
pub struct Fresh<'a> {
    pub email: Option<&'a str>,
    pub username: Option<&'a str>,
    pub name: &'a str,
    pub lang: Lang,
    /// A PHC string; none for an account that signs in by other ways only.
    pub password: Option<&'a str>,
    pub verified: bool,
}

pub fn insert(tx: &mut Tx<'_>, fresh: &Fresh<'_>) -> Result<AccountId> {
    let id: AccountId = tx.new_id();
    let now = tx.now();
    tx.run(
        "insert into account (id, email, username, name, folded, lang, password, state, email_verified, made_at)
         values ($1, $2, $3, $4, $9, $5, $6, 'active', $7, $8)",
        &[
            &id,
            &fresh.email,
            &fresh.username,
            &fresh.name,
            &fresh.lang.code(),
            &fresh.password,
            &fresh.verified,
            &now,
            &fold(fresh.name),
        ],
    )?;
    Ok(id)
}

/// What a login is called in an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Membership {
    /// Signs in to all or part of the organisation (H-M9).
    User,
    /// May only read the own profile (G-08).
    Profile,
}

impl Membership {
    pub const fn code(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Profile => "profile",
        }
    }
}

/// Links an account to an organisation, and to its person there. A profile-only member becomes a user when invited
/// as one, never the other way round.
pub fn join(
    tx: &mut Tx<'_>,
    org: OrgId,
    account: AccountId,
    person: Option<PersonId>,
    kind: Membership,
) -> Result<()> {
    let (now, code) = (tx.now(), kind.code());
    let known = tx.run(
        "update member set state = 'active', person_id = coalesce(person_id, $3),
                kind = case when $4 = 'user' then 'user' else kind end
          where org_id = $1 and account_id = $2",
        &[&org, &account, &person, &code],
    )?;
    if known == 0 {
        tx.run(
            "insert into member (org_id, account_id, person_id, kind, state, made_at)
             values ($1, $2, $3, $4, 'active', $5)",
            &[&org, &account, &person, &code, &now],
        )?;
    }
    Ok(())
}

/// The account that signs in with this address, with its password's hash.
pub fn by_email(db: &Snapshot<'_>, email: &Email) -> Result<Option<(AccountId, Option<String>)>> {
    db.maybe(
        "select id, password from account where email = $1 and state = 'active'",
        &[email],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Where an account gets its mail, and in which language.
#[derive(Debug, Clone)]
pub struct Contact {
    pub account: AccountId,
    pub name: String,
    pub email: Option<Email>,
    pub username: Option<String>,
    pub lang: Lang,
    /// The zone of the organisation the account was last at work in.
    pub zone: Zone,
    pub epoch: i64,
    pub has_password: bool,
}

impl Contact {
    /// Somebody who does not exist: for the kit.
    pub fn sample(lang: Lang) -> Self {
        Self {
            account: AccountId::from_bytes([0; 16]),
            name: "Nadia Farah".to_owned(),
            email: Email::parse("nadia@harbour.example").ok(),
            username: None,
            lang,
            epoch: 0,
            has_password: true,
            zone: Zone::usual(),
        }
    }

    /// The same person at another address.
    pub fn at(&self, email: &Email) -> Self {
        Self { email: Some(email.clone()), ..self.clone() }
    }
}

pub fn contact(db: &Snapshot<'_>, account: AccountId) -> Result<Contact> {
    db.one(
        "select a.id, a.name, a.email, a.username, coalesce(a.lang, o.lang), a.epoch, a.password is not null,
                o.zone
           from account a left join organisation o on o.id = a.last_org_id
          where a.id = $1 and a.state = 'active'",
        &[&account],
        |row| {
            let (lang, zone): (Option<String>, Option<String>) = (row.get(4)?, row.get(7)?);
            Ok(Contact {
                account: row.get(0)?,
                name: row.get(1)?,
                email: row.get(2)?,
                username: row.get(3)?,
                lang: lang.as_deref().and_then(Lang::from_code).unwrap_or_default(),
                zone: zone.as_deref().and_then(Zone::named).unwrap_or_else(Zone::usual),
                epoch: row.get(5)?,
                has_password: row.get(6)?,
            })
        },
    )
}

macro_rules! columns {
    () => {
        "select a.id, coalesce(p.name, a.name), coalesce(p.folded, a.folded), a.email, a.username, m.kind, m.state,
                a.state, m.person_id, m.made_at
           from member m join account a on a.id = m.account_id and a.state <> 'erased'
           left join person p on p.org_id = m.org_id and p.id = m.person_id
          where m.org_id = "
    };
}

fn read(row: &Row<'_>) -> Result<Account, Fault> {
    let (kind, member, account): (String, String, String) = (row.get(5)?, row.get(6)?, row.get(7)?);
    Ok(Account {
        id: row.get(0)?,
        name: row.get(1)?,
        folded: row.get(2)?,
        email: row.get(3)?,
        username: row.get(4)?,
        state: State::of(&kind, member == "active" && account == "active"),
        person: row.get(8)?,
        joined: row.get(9)?,
    })
}

/// One page of the accounts of the organisation, by name.
pub fn list(db: &Snapshot<'_>, reach: &Whole, list: &List) -> Result<Vec<Account>> {
    let org = reach.org();
    let sought = pattern(&list.search);
    let role = list.role.map(kernel::access::Role::code);
    let mut query = Query::new(columns!());
    query.bind(&org);
    query.push(match list.state {
        Some(State::Active) => " and m.kind = 'user' and m.state = 'active' and a.state = 'active'",
        Some(State::ProfileOnly) => {
            " and m.kind = 'profile' and m.state = 'active' and a.state = 'active'"
        }
        Some(State::Deactivated) => " and (m.state <> 'active' or a.state <> 'active')",
        None => "",
    });
    if let Some(role) = &role {
        query.push(
            " and exists (select 1 from role_grant g where g.org_id = m.org_id and g.account_id = a.id and g.role = ",
        );
        query.bind(role).push(")");
    }
    if !list.search.is_empty() {
        query.push(" and (coalesce(p.folded, a.folded) like ").bind(&sought);
        query.push(" escape '\\' or a.email like ").bind(&sought);
        query.push(" escape '\\' or a.username like ").bind(&sought).push(" escape '\\')");
    }
    if let Some((folded, id)) = &list.after {
        query.push(" and (coalesce(p.folded, a.folded), a.id) > (").bind(folded);
        query.push(", ").bind(id).push(")");
    }
    query.push(" order by coalesce(p.folded, a.folded), a.id limit 51");
    db.rows(&query, read)
}

/// How many are active, profile-only and deactivated, in the order of [`State::ALL`].
pub fn counts(db: &Snapshot<'_>, reach: &Whole) -> Result<[i64; 3]> {
    let org = reach.org();
    db.one(
        "select count(*) filter (where m.kind = 'user' and m.state = 'active' and a.state = 'active'),
                count(*) filter (where m.kind = 'profile' and m.state = 'active' and a.state = 'active'),
                count(*) filter (where m.state <> 'active' or a.state <> 'active')
           from member m join account a on a.id = m.account_id and a.state <> 'erased' where m.org_id = $1",
        &[&org],
        |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]),
    )
}

pub fn find(db: &Snapshot<'_>, reach: &Whole, id: AccountId) -> Result<Account> {
    find_any(db, reach.org(), id)
}

/// The account of a member, for rooms that know the organisation.
pub fn find_any(db: &Snapshot<'_>, org: OrgId, id: AccountId) -> Result<Account> {
    db.one(concat!(columns!(), "$1 and a.id = $2"), &[&org, &id], read)
}

/// The active user of the organisation who signs in so.
pub fn by_login(db: &Snapshot<'_>, org: OrgId, login: &str) -> Result<Option<Account>> {
    db.maybe(
        concat!(
            columns!(),
            "$1 and (a.email = $2 or a.username = $2) and a.state = 'active' and m.state = 'active' and m.kind = 'user'"
        ),
        &[&org, &login],
        read,
    )
}

/// Open sessions of an account in the organisation.
pub fn sessions(db: &Snapshot<'_>, reach: &Whole, id: AccountId) -> Result<i64> {
    let (org, now) = (reach.org(), db.now());
    db.one(
        "select count(*) from session s join account a on a.id = s.account_id and a.epoch = s.epoch
          where s.org_id = $1 and s.account_id = $2 and s.ends_at > $3 and s.used_at + s.idle * 1000 > $3",
        &[&org, &id, &now],
        |row| row.get(0),
    )
}

/// Whether the account is at work for another organisation too.
pub fn is_elsewhere(db: &Snapshot<'_>, org: OrgId, id: AccountId) -> Result<bool> {
    let found = db.maybe(
        "select 1 from member where account_id = $1 and org_id <> $2 and state = 'active'",
        &[&id, &org],
        |row| row.get::<i64>(0),
    )?;
    Ok(found.is_some())
}

pub fn deactivate(tx: &mut Tx<'_>, reach: &Whole, id: AccountId) -> Result<()> {
    let org = reach.org();
    let changed = tx.run(
        "update member set state = 'deactivated' where org_id = $1 and account_id = $2 and state = 'active'",
        &[&org, &id],
    )?;
    if changed == 0 { Err(Error::Conflict("account-deactivated-already")) } else { Ok(()) }
}

pub fn reactivate(tx: &mut Tx<'_>, reach: &Whole, id: AccountId) -> Result<()> {
    let org = reach.org();
    let changed = tx.run(
        "update member set state = 'active' where org_id = $1 and account_id = $2 and state = 'deactivated'",
        &[&org, &id],
    )?;
    if changed == 0 { Err(Error::Conflict("account-active-already")) } else { Ok(()) }
}

/// The password is forgotten, and with it whatever was signed in.
pub fn forget_password(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    tx.run("update account set password = null, epoch = epoch + 1 where id = $1", &[&id]).map(drop)
}

pub fn rename(tx: &mut Tx<'_>, id: AccountId, name: &Name) -> Result<()> {
    let folded = fold(name.as_str());
    tx.run("update account set name = $2, folded = $3 where id = $1", &[&id, name, &folded])
        .map(drop)
}

pub fn set_lang(tx: &mut Tx<'_>, id: AccountId, lang: Lang) -> Result<()> {
    tx.run("update account set lang = $2 where id = $1", &[&id, &lang.code()]).map(drop)
}
