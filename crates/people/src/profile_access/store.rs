//! Every SQL statement about profile access.
use kernel::access::{Actor, Level, People, Reach, Role, matrix};
use kernel::db::{Fault, Query, Row};
use kernel::field::{Email, Name};
use kernel::{
    AccountId, DivisionId, Error, Instant, InvitationId, Lang, OrgId, PersonId, Result, Snapshot,
    Tx,
};

use super::model::{Facts, Invited, Login, Offer, Right, Taken};
use crate::accounts::store::Membership;
use crate::invitations::model as invitations;
use crate::persons::store::covers;

/// A person, as far as access to the own profile is concerned.
#[derive(Debug, Clone)]
pub struct Subject {
    pub org: OrgId,
    pub person: PersonId,
    pub name: Name,
    pub email: Option<Email>,
    pub division: DivisionId,
    pub organisation: String,
    /// The language to write in.
    pub lang: Lang,
    /// The login in the organisation, and the address it signs in with.
    pub account: Option<(AccountId, Option<Email>)>,
    pub facts: Facts,
}

/// A person within reach.
pub fn find(db: &Snapshot<'_>, reach: &People, person: PersonId) -> Result<Subject> {
    let found = find_any(db, reach.org(), person)?.ok_or(Error::NotFound)?;
    if reach.is_all() || reach.divisions.contains(&found.division) {
        Ok(found)
    } else {
        Err(Error::NotFound)
    }
}

/// A person of the organisation, for rooms that say themselves who may look.
pub fn find_any(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Option<Subject>> {
    // Of several invitations the open one counts, else the last.
    db.maybe(
        "select p.org_id, p.id, p.name, p.email, p.division_id, p.kind, p.state, o.name, o.lang, o.profile_access,
                o.profile_access_contractors, m.account_id, m.kind, m.state, m.made_at, a.email, a.lang,
                i.id, i.state, i.sent_at, i.expires_at, i.accepted_at
           from person p
           join organisation o on o.id = p.org_id
           left join member m on m.org_id = p.org_id and m.person_id = p.id
           left join account a on a.id = m.account_id
           left join invitation i on i.org_id = p.org_id and i.id =
                (select x.id from invitation x
                  where x.org_id = p.org_id and x.person_id = p.id and x.purpose = 'profile'
                  order by case when x.state in ('pending', 'bounced') then 0 else 1 end, x.id desc limit 1)
          where p.org_id = $1 and p.id = $2",
        &[&org, &person],
        read,
    )
}

fn read(row: &Row<'_>) -> Result<Subject, Fault> {
    let (kind, state, house): (String, String, String) = (row.get(5)?, row.get(6)?, row.get(8)?);
    let own: Option<String> = row.get(16)?;
    let account: Option<AccountId> = row.get(11)?;
    let email: Option<Email> = row.get(3)?;
    let facts = Facts {
        used: row.get(9)?,
        contractors: row.get(10)?,
        contractor: kind == "contractor",
        archived: state == "archived",
        has_email: email.is_some(),
        login: login(row)?,
        invited: invited(row)?,
    };
    let lang = own.as_deref().and_then(Lang::from_code).or_else(|| Lang::from_code(&house));
    Ok(Subject {
        org: row.get(0)?,
        person: row.get(1)?,
        name: row.get(2)?,
        email,
        division: row.get(4)?,
        organisation: row.get(7)?,
        lang: lang.unwrap_or_default(),
        account: match account {
            Some(account) => Some((account, row.get(15)?)),
            None => None,
        },
        facts,
    })
}

fn login(row: &Row<'_>) -> Result<Option<Login>, Fault> {
    let Some(kind) = row.get::<Option<String>>(12)? else { return Ok(None) };
    let kind = if kind == "user" { Membership::User } else { Membership::Profile };
    let state: Option<String> = row.get(13)?;
    let since: Option<Instant> = row.get(14)?;
    let active = state.as_deref() == Some("active");
    Ok(since.map(|since| Login { kind, active, since }))
}

fn invited(row: &Row<'_>) -> Result<Option<Invited>, Fault> {
    let (id, state): (Option<InvitationId>, Option<String>) = (row.get(17)?, row.get(18)?);
    let (sent, until): (Option<Instant>, Option<Instant>) = (row.get(19)?, row.get(20)?);
    let state = state.as_deref().and_then(invitations::State::from_code);
    let accepted_at = row.get(21)?;
    let whole = id.zip(state).zip(sent.zip(until));
    Ok(whole.map(|((id, state), (sent_at, until))| Invited {
        id,
        state,
        sent_at,
        until,
        accepted_at,
    }))
}

/// Whether the organisation lets people see their own profile, and contractors too.
pub fn offer(db: &Snapshot<'_>, org: OrgId) -> Result<Option<Offer>> {
    let (used, contractors) = db.one(
        "select profile_access, profile_access_contractors from organisation where id = $1",
        &[&org],
        |row| Ok((row.get::<bool>(0)?, row.get(1)?)),
    )?;
    Ok(used.then_some(Offer { contractors }))
}

/// What an actor may do with the access of somebody in this division.
pub fn right(actor: &Actor, division: DivisionId) -> Right {
    match People::of(actor, &matrix::PROFILE_ACCESS, Level::Edit) {
        Some(reach) if reach.is_all() || reach.divisions.contains(&division) => Right::Editor,
        Some(_) => Right::Elsewhere,
        None if actor.has(Role::TeamManager) => Right::TeamManager,
        None => Right::Nothing,
    }
}

/// Whether an address that somebody typed for a person belongs to another login (H-E1) or to another person
/// (H-E2). `person` is none for a record that is being made.
pub fn taken(
    db: &Snapshot<'_>,
    actor: &Actor,
    email: &Email,
    person: Option<PersonId>,
) -> Result<Option<Taken>> {
    let org = actor.org;
    let login = db.maybe(
        "select a.id, m.person_id from account a left join member m on m.account_id = a.id and m.org_id = $1
          where a.email = $2 and a.state <> 'erased'",
        &[&org, email],
        |row| row.get::<Option<PersonId>>(1),
    )?;
    if let Some(owner) = login {
        let own = owner.is_some() && owner == person;
        return Ok((!own).then_some(Taken::Login));
    }
    let other = db.maybe(
        "select id from person where org_id = $1 and email = $2",
        &[&org, email],
        |row| row.get::<PersonId>(0),
    )?;
    match other.filter(|it| Some(*it) != person) {
        Some(other) => Ok(Some(Taken::Person(may_see(db, actor, other)?.then_some(other)))),
        None => Ok(None),
    }
}

/// Whether the actor may open a person's record.
fn may_see(db: &Snapshot<'_>, actor: &Actor, person: PersonId) -> Result<bool> {
    let Some(reach) = People::of(actor, &matrix::PEOPLE, Level::View) else { return Ok(false) };
    let mut query = Query::new("select 1 from person p where p.org_id = ");
    query.bind(&actor.org).push(" and p.id = ").bind(&person).push(" and ");
    covers(&mut query, &reach);
    Ok(!db.rows(&query, |row| row.get::<i64>(0))?.is_empty())
}

/// Lets a profile-only login in again; false when the login itself is closed.
pub fn reopen(tx: &mut Tx<'_>, org: OrgId, account: AccountId) -> Result<bool> {
    let changed = tx.run(
        "update member set state = 'active'
          where org_id = $1 and account_id = $2 and kind = 'profile'
            and exists (select 1 from account a where a.id = $2 and a.state = 'active')",
        &[&org, &account],
    )?;
    Ok(changed > 0)
}

/// Shuts a profile-only login out of the organisation, wherever it is signed in.
pub fn close(tx: &mut Tx<'_>, org: OrgId, account: AccountId) -> Result<()> {
    tx.run(
        "update member set state = 'deactivated' where org_id = $1 and account_id = $2 and kind = 'profile'",
        &[&org, &account],
    )?;
    tx.run("delete from session where org_id = $1 and account_id = $2", &[&org, &account]).map(drop)
}

/// Everybody of an organisation who has access or was invited to it.
pub fn with_access(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<PersonId>> {
    db.all(
        "select m.person_id from member m
          where m.org_id = $1 and m.kind = 'profile' and m.state = 'active' and m.person_id is not null
          union
         select i.person_id from invitation i
          where i.org_id = $1 and i.purpose = 'profile' and i.state in ('pending', 'bounced')
            and i.person_id is not null",
        &[&org],
        |row| row.get(0),
    )
}
