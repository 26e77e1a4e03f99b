//! Every SQL statement about what somebody can fill in, and how far they have come.
use std::collections::HashMap;

use kernel::db::Row;
use kernel::{AssessmentId, OrgId, PersonId, Result, Snapshot, TemplateId};

use super::model::{Offer, Progress};
use crate::templates::model::Kind;

fn read(row: &Row<'_>) -> Result<Offer, kernel::db::Fault> {
    let kind: String = row.get(1)?;
    Ok(Offer {
        id: row.get(0)?,
        kind: Kind::from_code(&kind).unwrap_or(Kind::Risk),
        name: row.get(2)?,
        description: row.get(3)?,
        version: row.get(4)?,
        questions: row.get(5)?,
    })
}

macro_rules! offers {
    () => {
        "select t.id, t.kind, t.name, t.description, v.number,
                (select count(*) from assessment_question q
                  where q.org_id = t.org_id and q.template_id = t.id and q.version = v.number)
           from assessment_template t
           join assessment_version v on v.org_id = t.org_id and v.template_id = t.id
            and v.number = (select max(n.number) from assessment_version n
                             where n.org_id = t.org_id and n.template_id = t.id and n.published_at is not null)
          where t.state = 'published' and t.org_id = "
    };
}

/// Everything that can be filled in, by name.
pub fn offers(db: &Snapshot<'_>, org: OrgId) -> Result<Vec<Offer>> {
    db.all(concat!(offers!(), "$1 order by t.folded, t.id limit 200"), &[&org], read)
}

/// One of them.
pub fn offer(db: &Snapshot<'_>, org: OrgId, id: TemplateId) -> Result<Offer> {
    db.one(concat!(offers!(), "$1 and t.id = $2"), &[&org, &id], read)
}

/// How far somebody has come with each of their drafts.
pub fn progress(
    db: &Snapshot<'_>,
    org: OrgId,
    person: PersonId,
) -> Result<HashMap<AssessmentId, Progress>> {
    let rows = db.all(
        "select e.id, count(*), count(w.question_id),
                min(case when w.question_id is null then q.position end)
           from assessment e
           join assessment_question q
             on q.org_id = e.org_id and q.template_id = e.template_id and q.version = e.version
           left join assessment_answer w
             on w.org_id = e.org_id and w.assessment_id = e.id and w.question_id = q.id
          where e.org_id = $1 and e.person_id = $2 and e.submitted_at is null and e.cancelled_at is null
          group by e.id",
        &[&org, &person],
        |row| {
            let progress = Progress { of: row.get(1)?, answered: row.get(2)?, next: row.get(3)? };
            Ok((row.get(0)?, progress))
        },
    )?;
    Ok(rows.into_iter().collect())
}
