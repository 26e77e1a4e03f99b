//! Every SQL statement about templates. They belong to the whole organisation.
use kernel::access::{Role, matrix};
use kernel::db::{Fault, Query, Row};
use kernel::field::{fold, pattern};
use kernel::{
    AccountId, Error, GroupId, Invalid, OnDuplicate, OrgId, Result, Snapshot, TemplateId, Tx,
};

use super::model::{Choices, Draft, Expiry, Kind, List, State, Subject, Template, Version};

/// Rows of one page of the list.
pub const PAGE: usize = 50;

macro_rules! columns {
    () => {
        "select t.id, t.kind, t.name, t.description, t.site_id, coalesce(s.name, ''), t.approval, t.by_manager,
                t.expiry, t.state,
                (select max(v.number) from assessment_version v
                  where v.org_id = t.org_id and v.template_id = t.id and v.published_at is not null),
                o.number,
                (select count(*) from assessment_question q
                  where q.org_id = t.org_id and q.template_id = t.id
                    and q.version = (select max(v.number) from assessment_version v
                                      where v.org_id = t.org_id and v.template_id = t.id)),
                (select count(distinct e.person_id) from assessment e
                  where e.org_id = t.org_id and e.template_id = t.id and e.decision = 'approved')
           from assessment_template t
           left join site s on s.org_id = t.org_id and s.id = t.site_id
           left join assessment_version o on o.org_id = t.org_id and o.template_id = t.id and o.published_at is null
          where t.org_id = "
    };
}

fn read(row: &Row<'_>) -> Result<Template, Fault> {
    let (kind, expiry, state): (String, String, String) = (row.get(1)?, row.get(8)?, row.get(9)?);
    Ok(Template {
        id: row.get(0)?,
        draft: Draft {
            kind: Kind::from_code(&kind).unwrap_or(Kind::Risk),
            name: row.get(2)?,
            description: row.get(3)?,
            site: row.get(4)?,
            approval: row.get(6)?,
            by_manager: row.get(7)?,
            accounts: Vec::new(),
            groups: Vec::new(),
            expiry: Expiry::read(&expiry),
        },
        site_name: row.get(5)?,
        state: State::from_code(&state).unwrap_or(State::Draft),
        live: row.get(10)?,
        open: row.get(11)?,
        questions: row.get(12)?,
        held: row.get(13)?,
    })
}

/// One template, with those who decide.
pub fn find(db: &Snapshot<'_>, org: OrgId, id: TemplateId) -> Result<Template> {
    let mut it = db.one(concat!(columns!(), "$1 and t.id = $2"), &[&org, &id], read)?;
    let rows = db.all(
        "select account_id, group_id from assessment_approver where org_id = $1 and template_id = $2 order by position",
        &[&org, &id],
        |row| Ok((row.get::<Option<AccountId>>(0)?, row.get::<Option<GroupId>>(1)?)),
    )?;
    for (account, group) in rows {
        it.draft.accounts.extend(account);
        it.draft.groups.extend(group);
    }
    Ok(it)
}

pub fn list(db: &Snapshot<'_>, org: OrgId, list: &List) -> Result<Vec<Template>> {
    let (sought, state) = (pattern(&list.search), list.state.code());
    let mut query = Query::new(columns!());
    query.bind(&org).push(" and t.state = ").bind(state);
    if !list.search.is_empty() {
        query.push(" and t.folded like ").bind(&sought).push(" escape '\\'");
    }
    if let Some((name, id)) = &list.after {
        query.push(" and (t.folded, t.id) > (").bind(name).push(", ").bind(id).push(")");
    }
    query.push(" order by t.folded, t.id limit 51");
    db.rows(&query, read)
}

/// How many are published, drafts, archived.
pub fn counts(db: &Snapshot<'_>, org: OrgId) -> Result<[i64; 3]> {
    db.one(
        "select count(*) filter (where state = 'published'), count(*) filter (where state = 'draft'),
                count(*) filter (where state = 'archived')
           from assessment_template where org_id = $1",
        &[&org],
        |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]),
    )
}

/// What the form can choose from: sites in use, accounts that may decide, groups.
pub fn choices(db: &Snapshot<'_>, org: OrgId) -> Result<Choices> {
    let sites = db.all(
        "select id, name from site where org_id = $1 and active order by folded, id limit 1000",
        &[&org],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let roles: Vec<&str> = reviewing().iter().map(|it| it.code()).collect();
    let mut query = Query::new(
        "select distinct a.id, a.name from role_grant g
           join member m on m.org_id = g.org_id and m.account_id = g.account_id and m.state = 'active'
           join account a on a.id = m.account_id and a.state = 'active' where g.org_id = ",
    );
    query
        .bind(&org)
        .push(" and ")
        .any_of("g.role", &roles)
        .push(" order by a.name, a.id limit 500");
    let accounts = db.rows(&query, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let groups = db.all(
        "select id, name from people_group where org_id = $1 order by folded, id limit 500",
        &[&org],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(Choices { sites, accounts, groups })
}

/// The roles that may decide about assessments.
pub fn reviewing() -> Vec<Role> {
    let decides = |it: &Role| matrix::REVIEW_ASSESSMENTS.right(*it).is_some();
    Role::ALL.iter().copied().filter(decides).collect()
}

/// Refuses a name that belongs to another template.
pub fn refuse_taken(
    db: &Snapshot<'_>,
    org: OrgId,
    own: Option<TemplateId>,
    draft: Result<Draft, Invalid>,
) -> Result<Result<Draft, Invalid>> {
    let Ok(it) = &draft else { return Ok(draft) };
    let known: Option<TemplateId> = db.maybe(
        "select id from assessment_template where org_id = $1 and folded = $2",
        &[&org, &fold(it.name.as_str())],
        |row| row.get(0),
    )?;
    match known {
        Some(id) if Some(id) != own => Ok(Err(Invalid::one("name", "templates-taken"))),
        _ => Ok(draft),
    }
}

/// A new template with an open first version.
pub fn insert(tx: &mut Tx<'_>, org: OrgId, it: &Draft) -> Result<TemplateId> {
    let (id, now): (TemplateId, _) = (tx.new_id(), tx.now());
    tx.run(
        "insert into assessment_template (org_id, id, kind, name, folded, description, site_id, approval, by_manager,
                                          expiry, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        &[
            &org,
            &id,
            &it.kind.code(),
            &it.name,
            &fold(it.name.as_str()),
            &it.description,
            &it.site,
            &it.approval,
            &it.by_manager,
            &it.expiry.to_string(),
            &now,
        ],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))?;
    put_approvers(tx, org, id, it)?;
    tx.run(
        "insert into assessment_version (org_id, template_id, number, made_at) values ($1, $2, 1, $3)",
        &[&org, &id, &now],
    )?;
    Ok(id)
}

fn put_approvers(tx: &mut Tx<'_>, org: OrgId, id: TemplateId, it: &Draft) -> Result<()> {
    tx.run("delete from assessment_approver where org_id = $1 and template_id = $2", &[&org, &id])?;
    let accounts = it.accounts.iter().map(|it| (Some(*it), None));
    let groups = it.groups.iter().map(|it| (None, Some(*it)));
    for (position, (account, group)) in (0_i64..).zip(accounts.chain(groups)) {
        tx.run(
            "insert into assessment_approver (org_id, template_id, position, account_id, group_id)
             values ($1, $2, $3, $4, $5)",
            &[&org, &id, &position, &account, &group],
        )?;
    }
    Ok(())
}

pub fn update(tx: &mut Tx<'_>, org: OrgId, id: TemplateId, it: &Draft) -> Result<()> {
    tx.run(
        "update assessment_template set kind = $3, name = $4, folded = $5, description = $6, site_id = $7,
                approval = $8, by_manager = $9, expiry = $10
          where org_id = $1 and id = $2",
        &[
            &org,
            &id,
            &it.kind.code(),
            &it.name,
            &fold(it.name.as_str()),
            &it.description,
            &it.site,
            &it.approval,
            &it.by_manager,
            &it.expiry.to_string(),
        ],
    )
    .on_duplicate(Error::Conflict("error-conflict-words"))?;
    put_approvers(tx, org, id, it)
}

/// False when it was not in the state it comes from.
pub fn set_state(
    tx: &mut Tx<'_>,
    org: OrgId,
    id: TemplateId,
    from: &[&'static str],
    to: State,
) -> Result<bool> {
    let mut changed = 0;
    for from in from {
        changed += tx.run(
            "update assessment_template set state = $3 where org_id = $1 and id = $2 and state = $4",
            &[&org, &id, &to.code(), from],
        )?;
    }
    Ok(changed == 1)
}

/// Freezes the version that is being worked on, if there is one.
pub fn freeze(tx: &mut Tx<'_>, org: OrgId, id: TemplateId, by: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(
        "update assessment_version set published_at = $3, published_by = $4
          where org_id = $1 and template_id = $2 and published_at is null",
        &[&org, &id, &now, &by],
    )
    .map(drop)
}

/// Every version, the newest first.
pub fn versions(db: &Snapshot<'_>, org: OrgId, id: TemplateId) -> Result<Vec<Version>> {
    db.all(
        "select v.number, v.published_at, coalesce(a.name, ''),
                (select count(*) from assessment_question q
                  where q.org_id = v.org_id and q.template_id = v.template_id and q.version = v.number)
           from assessment_version v left join account a on a.id = v.published_by
          where v.org_id = $1 and v.template_id = $2 order by v.number desc limit 50",
        &[&org, &id],
        |row| {
            let at: Option<kernel::Instant> = row.get(1)?;
            let by: String = row.get(2)?;
            Ok(Version {
                number: row.get(0)?,
                published: at.map(|at| (at, by)),
                questions: row.get(3)?,
            })
        },
    )
}

/// Every template as the judge is asked about it.
pub fn subjects(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<Subject>> {
    db.all(
        "select id, name, state from assessment_template where org_id = $1 order by folded, id",
        &[&org],
        |row| {
            let state: String = row.get(2)?;
            Ok(Subject {
                id: row.get(0)?,
                name: row.get(1)?,
                usual: None,
                remind: judge::REMIND_DAYS,
                edition: 0,
                active: state == State::Published.code(),
            })
        },
    )
}
