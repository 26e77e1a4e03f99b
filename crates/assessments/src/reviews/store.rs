//! Every SQL statement about reviews: what waits, and for whom.
use kernel::access::{Actor, Level, People, Reach, matrix};
use kernel::db::Query;
use kernel::{AssessmentId, GroupId, OrgId, PersonId, Result, Snapshot};
use people::{Reader, covers};

use super::model::{After, Waiting};
use crate::attempts::model::Attempt;
use crate::templates::store::reviewing;

/// Rows of one page of the queue.
pub const PAGE: usize = 50;

/// Somebody who looks for what they may decide about: how far their right reaches, and in which of the groups that
/// templates name they are.
pub struct Reviewer<'a> {
    actor: &'a Actor,
    reach: &'a People,
    groups: Vec<GroupId>,
    /// Those who answer for the whole organisation may step in for whoever a template names (footnote 4 of §8.1).
    steps_in: bool,
}

impl<'a> Reviewer<'a> {
    pub fn of(db: &Snapshot<'_>, actor: &'a Actor, reach: &'a People) -> Result<Self> {
        let named: Vec<GroupId> = db.all(
            "select distinct group_id from assessment_approver where org_id = $1 and group_id is not null",
            &[&actor.org],
            |row| row.get(0),
        )?;
        let mut groups = Vec::new();
        if let Some(person) = actor.person {
            for group in named {
                if !people::members_among(db, actor.org, group, &[person])?.is_empty() {
                    groups.push(group);
                }
            }
        }
        Ok(Self { actor, reach, groups, steps_in: reach.is_all() })
    }

    /// As [`Reviewer::of`], without stepping in for anybody.
    fn named(self) -> Self {
        Self { steps_in: false, ..self }
    }

    /// Narrows attempts `e` of persons `p` for templates `t` to those that this reviewer decides about.
    fn narrow<'v>(&'v self, query: &mut Query<'v>) {
        query.push(" and ");
        covers(query, self.reach);
        if self.steps_in {
            return;
        }
        query.push(
            " and ((not t.by_manager and not exists (select 1 from assessment_approver w
                      where w.org_id = t.org_id and w.template_id = t.id))
               or exists (select 1 from assessment_approver w
                      where w.org_id = t.org_id and w.template_id = t.id and (w.account_id = ",
        );
        query.bind(&self.actor.account).push(" or ").any_of("w.group_id", &self.groups).push("))");
        if let Some(person) = &self.actor.person {
            query.push(" or (t.by_manager and p.line_manager_id = ").bind(person).push(")");
        }
        query.push(")");
    }

    /// Neither about the reviewer nor sent by them.
    fn not_own<'v>(&'v self, query: &mut Query<'v>) {
        query.push(" and e.submitted_by <> ").bind(&self.actor.account);
        if let Some(person) = &self.actor.person {
            query.push(" and e.person_id <> ").bind(person);
        }
    }
}

macro_rules! waiting {
    () => {
        " from assessment e join person p on p.org_id = e.org_id and p.id = e.person_id
          join assessment_template t on t.org_id = e.org_id and t.id = e.template_id
          left join company c on c.org_id = p.org_id and c.id = p.company_id
          left join site s on s.org_id = e.org_id and s.id = e.site_id
         where e.submitted_at is not null and e.decision is null and p.state = 'active' and e.org_id = "
    };
}

/// One page of what waits for this reviewer, the oldest first.
pub fn queue(
    db: &Snapshot<'_>,
    reviewer: &Reviewer<'_>,
    after: Option<&After>,
) -> Result<Vec<Waiting>> {
    let actor = reviewer.actor;
    let mut query = Query::new(concat!(
        "select e.id, e.person_id, p.name, coalesce(c.name, ''), t.name, coalesce(s.name, ''), e.submitted_at,
                e.submitted_by",
        waiting!()
    ));
    query.bind(&actor.org);
    reviewer.narrow(&mut query);
    if let Some(it) = after {
        query.push(" and (e.submitted_at, e.id) > (").bind(&it.submitted_at).push(", ");
        query.bind(&it.id).push(")");
    }
    query.push(" order by e.submitted_at, e.id limit 51");
    db.rows(&query, |row| {
        let (person, sender): (PersonId, kernel::AccountId) = (row.get(1)?, row.get(7)?);
        Ok(Waiting {
            id: row.get(0)?,
            person: (person, row.get(2)?),
            company: row.get(3)?,
            template: row.get(4)?,
            site: row.get(5)?,
            submitted_at: row.get(6)?,
            own: sender == actor.account || Some(person) == actor.person,
        })
    })
}

/// How many wait for this reviewer.
pub fn count(db: &Snapshot<'_>, reviewer: &Reviewer<'_>) -> Result<i64> {
    let mut query = Query::new(concat!("select count(*)", waiting!()));
    query.bind(&reviewer.actor.org);
    reviewer.narrow(&mut query);
    Ok(db.rows(&query, |row| row.get(0))?.pop().unwrap_or(0))
}

/// The first that this reviewer may decide about.
pub fn next(db: &Snapshot<'_>, reviewer: &Reviewer<'_>) -> Result<Option<AssessmentId>> {
    let mut query = Query::new(concat!("select e.id", waiting!()));
    query.bind(&reviewer.actor.org);
    reviewer.narrow(&mut query);
    reviewer.not_own(&mut query);
    query.push(" order by e.submitted_at, e.id limit 1");
    Ok(db.rows(&query, |row| row.get(0))?.pop())
}

/// Whether somebody is among those who decide about an attempt, handed in by whomever.
pub fn decides(db: &Snapshot<'_>, reviewer: &Reviewer<'_>, it: &Attempt) -> Result<bool> {
    let mut query = Query::new(
        "select 1 from assessment e join person p on p.org_id = e.org_id and p.id = e.person_id
           join assessment_template t on t.org_id = e.org_id and t.id = e.template_id where e.org_id = ",
    );
    query.bind(&reviewer.actor.org).push(" and e.id = ").bind(&it.id);
    reviewer.narrow(&mut query);
    Ok(!db.rows(&query, |row| row.get::<i64>(0))?.is_empty())
}

/// The person an attempt is about, as far as they have an account here.
pub fn concerned(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Vec<Reader>> {
    db.all(
        "select a.id, a.name, a.email, coalesce(a.lang, o.lang), o.name
           from member m join account a on a.id = m.account_id and a.state = 'active'
           join organisation o on o.id = m.org_id
          where m.org_id = $1 and m.state = 'active' and m.person_id = $2",
        &[&org, &person],
        |row| people::read_reader(row, org),
    )
}

/// An attempt that waits, whoever looks: for the job that tells of it.
pub fn waiting(
    db: &Snapshot<'_>,
    org: OrgId,
    id: AssessmentId,
) -> Result<Option<(String, String)>> {
    db.maybe(
        "select t.name, p.name from assessment e join person p on p.org_id = e.org_id and p.id = e.person_id
           join assessment_template t on t.org_id = e.org_id and t.id = e.template_id
          where e.org_id = $1 and e.id = $2 and e.submitted_at is not null and e.decision is null
            and p.state = 'active'",
        &[&org, &id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Those who decide about one attempt: whom its template names, else everybody entitled to it, and where nobody named is
/// left, those who step in.
pub fn approvers(db: &Snapshot<'_>, org: OrgId, id: AssessmentId) -> Result<Vec<Reader>> {
    let (mut named, mut stepping) = (Vec::new(), Vec::new());
    for (reader, actor) in people::holders(db, org, &reviewing())? {
        let Some(reach) = People::of(&actor, &matrix::REVIEW_ASSESSMENTS, Level::Edit) else {
            continue;
        };
        let reviewer = Reviewer::of(db, &actor, &reach)?;
        let open = |reviewer: &Reviewer<'_>| -> Result<bool> {
            let mut query = Query::new(concat!("select 1", waiting!()));
            query.bind(&org).push(" and e.id = ").bind(&id);
            reviewer.narrow(&mut query);
            reviewer.not_own(&mut query);
            Ok(!db.rows(&query, |row| row.get::<i64>(0))?.is_empty())
        };
        if !open(&reviewer)? {
            continue;
        }
        if open(&reviewer.named())? {
            named.push(reader);
        } else {
            stepping.push(reader);
        }
    }
    Ok(if named.is_empty() { stepping } else { named })
}
