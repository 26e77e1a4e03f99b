//! Every SQL statement about assessments that end.
use kernel::field::Email;
use kernel::{AssessmentId, Date, Lang, OrgId, Result, Snapshot, Tx, Zone};

use super::model::Ending;
use people::Reader;

/// Approved assessments whose last day lies between two days, each with its person's account: as far as the template is
/// still asked, nothing newer of it was handed in for the same site, and the last reminder was not sent yet.
pub fn ending(db: &Snapshot<'_>, from: Date, until: Date) -> Result<Vec<Ending>> {
    db.all(
        "select e.org_id, e.id, t.name, e.last_on, o.zone, o.name, a.id, a.name, a.email, coalesce(a.lang, o.lang)
           from assessment e join person p on p.org_id = e.org_id and p.id = e.person_id and p.state = 'active'
           join assessment_template t on t.org_id = e.org_id and t.id = e.template_id and t.state = 'published'
           join organisation o on o.id = e.org_id
           join member m on m.org_id = e.org_id and m.person_id = e.person_id and m.state = 'active'
           join account a on a.id = m.account_id and a.state = 'active'
          where e.decision = 'approved' and e.last_on >= $1 and e.last_on <= $2
            and not exists (select 1 from assessment n
                             where n.org_id = e.org_id and n.person_id = e.person_id and n.template_id = e.template_id
                               and (n.site_id = e.site_id or e.site_id is null or n.site_id is null)
                               and n.submitted_at > e.submitted_at
                               and (n.decision is null or n.decision = 'approved'))
            and not exists (select 1 from assessment_reminder r
                             where r.org_id = e.org_id and r.assessment_id = e.id and r.days = 1)
          order by e.last_on, e.id limit 2000",
        &[&from, &until],
        |row| {
            let (zone, email): (String, Option<String>) = (row.get(4)?, row.get(8)?);
            let (org, lang): (OrgId, String) = (row.get(0)?, row.get(9)?);
            Ok(Ending {
                id: row.get(1)?,
                template: row.get(2)?,
                last: row.get(3)?,
                zone: Zone::named(&zone).unwrap_or_else(Zone::usual),
                reader: Reader {
                    org,
                    organisation: row.get(5)?,
                    account: row.get(6)?,
                    name: row.get(7)?,
                    email: email.and_then(|it| Email::parse(&it).ok()),
                    lang: Lang::from_code(&lang).unwrap_or_default(),
                },
            })
        },
    )
}

/// Notes that a step was told. False when it was before.
pub fn note(tx: &mut Tx<'_>, org: OrgId, id: AssessmentId, days: i64) -> Result<bool> {
    let now = tx.now();
    let made = tx.run(
        "insert into assessment_reminder (org_id, assessment_id, days, made_at) values ($1, $2, $3, $4)
         on conflict (org_id, assessment_id, days) do nothing",
        &[&org, &id, &days, &now],
    )?;
    Ok(made == 1)
}
