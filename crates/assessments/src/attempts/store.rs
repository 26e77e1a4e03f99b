//! Every SQL statement about attempts and their answers.
use judge::{Id, Moment, Span};
use kernel::access::{Actor, People};
use kernel::db::{Fault, Query, Row};
use kernel::file::Kind as FileKind;
use kernel::{
    AssessmentId, Date, Error, Hash, Instant, OrgId, PersonId, Result, SiteId, Snapshot,
    TemplateId, TemplateQuestionId, Tx,
};
use people::covers;

use super::model::{Answer, Answers, Attempt, Places};
use crate::templates::model::{Expiry, Kind};

const COLUMNS: &str =
    "select e.org_id, e.id, e.template_id, t.name, t.kind, e.version, e.person_id, p.name, e.site_id, s.name,
            e.submitted_at, e.submitted_by, coalesce(a.name, ''), e.decision, e.decided_at,
            coalesce(d.name, ''), e.reason, e.last_on, e.cancelled_at, e.former_id,
            exists (select 1 from assessment n
                     where n.org_id = e.org_id and n.former_id = e.id and n.cancelled_at is null),
            t.state, t.approval, t.expiry
       from assessment e join person p on p.org_id = e.org_id and p.id = e.person_id
       join assessment_template t on t.org_id = e.org_id and t.id = e.template_id
       left join site s on s.org_id = e.org_id and s.id = e.site_id
       left join account a on a.id = e.submitted_by left join account d on d.id = e.decided_by
      where e.org_id = ";

fn read(row: &Row<'_>) -> Result<Attempt, Fault> {
    let (kind, state, expiry): (String, String, String) = (row.get(4)?, row.get(21)?, row.get(23)?);
    let (site, place): (Option<SiteId>, Option<String>) = (row.get(8)?, row.get(9)?);
    let (sent, sender): (Option<Instant>, Option<kernel::AccountId>) = (row.get(10)?, row.get(11)?);
    let (decision, decided): (Option<String>, Option<Instant>) = (row.get(13)?, row.get(14)?);
    let (sender_name, decider): (String, String) = (row.get(12)?, row.get(15)?);
    Ok(Attempt {
        org: row.get(0)?,
        id: row.get(1)?,
        template: (row.get(2)?, row.get(3)?),
        kind: Kind::from_code(&kind).unwrap_or(Kind::Risk),
        version: row.get(5)?,
        person: (row.get(6)?, row.get(7)?),
        site: site.zip(place),
        submitted: sent.zip(sender).map(|(at, by)| (at, by, sender_name)),
        decided: decision.zip(decided).map(|(it, at)| (it == "approved", at, decider)),
        reason: row.get(16)?,
        last: row.get(17)?,
        cancelled: row.get(18)?,
        former: row.get(19)?,
        revised: row.get(20)?,
        offered: state == "published",
        approval: row.get(22)?,
        expiry: Expiry::read(&expiry),
    })
}

/// One attempt of a person within reach, once it was handed in: drafts are nobody else's business.
pub fn find(db: &Snapshot<'_>, reach: &People, id: AssessmentId) -> Result<Attempt> {
    let mut query = Query::new(COLUMNS);
    query.bind(reach.org_ref()).push(" and e.submitted_at is not null and e.id = ").bind(&id);
    query.push(" and ");
    covers(&mut query, reach);
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

/// What a person handed in, newest first.
pub fn of(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Vec<Attempt>> {
    let mut query = Query::new(COLUMNS);
    query.bind(&org).push(" and e.submitted_at is not null and e.person_id = ").bind(&person);
    query.push(" order by e.submitted_at desc, e.id desc limit 200");
    db.rows(&query, read)
}

/// One's own attempt, in whatever state.
pub fn own(db: &Snapshot<'_>, org: OrgId, person: PersonId, id: AssessmentId) -> Result<Attempt> {
    let mut query = Query::new(COLUMNS);
    query.bind(&org).push(" and e.person_id = ").bind(&person).push(" and e.id = ").bind(&id);
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

/// All of one's own that were not cancelled, what was begun or handed in last in front.
pub fn all_own(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Vec<Attempt>> {
    let mut query = Query::new(COLUMNS);
    query.bind(&org).push(" and e.cancelled_at is null and e.person_id = ").bind(&person);
    query.push(" order by coalesce(e.submitted_at, e.started_at) desc, e.id desc limit 200");
    db.rows(&query, read)
}

/// The answers of an attempt, by question.
pub fn answers(db: &Snapshot<'_>, org: OrgId, id: AssessmentId) -> Result<Answers> {
    let rows = db.all(
        "select question_id, value, note, file_kind, hash, size, answered_at from assessment_answer
          where org_id = $1 and assessment_id = $2",
        &[&org, &id],
        |row| {
            let kind: Option<String> = row.get(3)?;
            let (hash, size): (Option<Hash>, Option<i64>) = (row.get(4)?, row.get(5)?);
            let kind = kind.and_then(|it| FileKind::from_code(&it));
            Ok(Answer {
                question: row.get(0)?,
                value: row.get(1)?,
                note: row.get(2)?,
                file: kind.zip(hash).zip(size).map(|((kind, hash), size)| (kind, hash, size)),
                at: row.get(6)?,
            })
        },
    )?;
    Ok(rows.into_iter().map(|it| (it.question, it)).collect())
}

/// One's own attempt that nobody handed in yet, for a template.
pub fn draft(
    db: &Snapshot<'_>,
    org: OrgId,
    person: PersonId,
    template: TemplateId,
) -> Result<Option<AssessmentId>> {
    db.maybe(
        "select id from assessment where org_id = $1 and person_id = $2 and template_id = $3
            and submitted_at is null and cancelled_at is null",
        &[&org, &person, &template],
        |row| row.get(0),
    )
}

/// The sites somebody can name: where they are placed, and the template's own; only those in use (C-12).
pub fn places(
    db: &Snapshot<'_>,
    org: OrgId,
    person: PersonId,
    template: TemplateId,
) -> Result<Places> {
    let placed = db.all(
        "select s.id, s.name from placement w join site s on s.org_id = w.org_id and s.id = w.site_id
          where w.org_id = $1 and w.person_id = $2 and s.active order by s.folded, s.id",
        &[&org, &person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let default = db.maybe(
        "select s.id, s.name from assessment_template t join site s on s.org_id = t.org_id and s.id = t.site_id
          where t.org_id = $1 and t.id = $2 and s.active",
        &[&org, &template],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(Places::of(placed, default))
}

/// What a new attempt begins with.
pub struct Fresh {
    pub template: TemplateId,
    pub version: i64,
    pub person: PersonId,
    pub site: Option<SiteId>,
    pub former: Option<AssessmentId>,
}

/// Begins an attempt. None where a draft of the same template is under way, on this device or another.
pub fn start(tx: &mut Tx<'_>, actor: &Actor, it: &Fresh) -> Result<Option<AssessmentId>> {
    let (id, now): (AssessmentId, _) = (tx.new_id(), tx.now());
    let made = tx.run(
        "insert into assessment (org_id, id, template_id, version, person_id, site_id, former_id, started_at, started_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing",
        &[
            &actor.org, &id, &it.template, &it.version, &it.person, &it.site, &it.former, &now,
            &actor.account,
        ],
    )?;
    if made == 0 {
        return Ok(None);
    }
    if let Some(former) = it.former {
        tx.run(
            "insert into assessment_answer (org_id, assessment_id, question_id, value, note, file_kind, hash, size, answered_at)
             select o.org_id, n.id, o.question_id, o.value, o.note, o.file_kind, o.hash, o.size, o.answered_at
               from assessment_answer o join assessment n on n.org_id = o.org_id and n.former_id = o.assessment_id
              where o.org_id = $1 and o.assessment_id = $2 and n.id = $3",
            &[&actor.org, &former, &id],
        )?;
    }
    Ok(Some(id))
}

/// An answer, with a picture that was put where pictures are kept.
pub struct Written<'a> {
    pub question: TemplateQuestionId,
    pub value: &'a str,
    pub note: &'a str,
    pub file: Option<(FileKind, Hash, i64)>,
}

/// Keeps an answer in place of the one before.
pub fn answer(tx: &mut Tx<'_>, org: OrgId, id: AssessmentId, it: &Written<'_>) -> Result<()> {
    let now = tx.now();
    tx.run(
        "insert into assessment_answer (org_id, assessment_id, question_id, value, note, file_kind, hash, size, answered_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (org_id, assessment_id, question_id) do update set value = excluded.value, note = excluded.note,
            file_kind = excluded.file_kind, hash = excluded.hash, size = excluded.size,
            answered_at = excluded.answered_at",
        &[
            &org,
            &id,
            &it.question,
            &it.value,
            &it.note,
            &it.file.map(|it| it.0.code()),
            &it.file.map(|it| it.1),
            &it.file.map(|it| it.2),
            &now,
        ],
    )
    .map(drop)
}

/// Hands a draft in, once: whoever comes second, on another device, finds it handed in.
pub fn submit(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: AssessmentId,
    (site, last): (Option<SiteId>, Option<Date>),
    approved: bool,
) -> Result<bool> {
    let now = tx.now();
    let decision = approved.then_some("approved");
    let decided = approved.then_some(now);
    let changed = tx.run(
        "update assessment set submitted_at = $3, submitted_by = $4, site_id = $5, last_on = $6, decision = $7,
                decided_at = $8
          where org_id = $1 and id = $2 and submitted_at is null and cancelled_at is null",
        &[&actor.org, &id, &now, &actor.account, &site, &last, &decision, &decided],
    )?;
    Ok(changed == 1)
}

/// Drops a draft.
pub fn cancel(tx: &mut Tx<'_>, org: OrgId, id: AssessmentId) -> Result<bool> {
    let now = tx.now();
    let changed = tx.run(
        "update assessment set cancelled_at = $3
          where org_id = $1 and id = $2 and submitted_at is null and cancelled_at is null",
        &[&org, &id, &now],
    )?;
    Ok(changed == 1)
}

/// §7.9: drafts that nobody answered anything in go when their template is no longer offered.
pub fn cancel_untouched(tx: &mut Tx<'_>, org: OrgId, template: TemplateId) -> Result<i64> {
    let now = tx.now();
    let changed = tx.run(
        "update assessment set cancelled_at = $3
          where org_id = $1 and template_id = $2 and submitted_at is null and cancelled_at is null
            and not exists (select 1 from assessment_answer w
                             where w.org_id = assessment.org_id and w.assessment_id = assessment.id)",
        &[&org, &template, &now],
    )?;
    Ok(i64::try_from(changed).unwrap_or_default())
}

/// Decides, once: whoever comes second finds it decided.
pub fn decide(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: AssessmentId,
    rejected: Option<&str>,
) -> Result<()> {
    let now = tx.now();
    let decision = if rejected.is_some() { "rejected" } else { "approved" };
    let changed = tx.run(
        "update assessment set decision = $3, decided_at = $4, decided_by = $5, reason = $6
          where org_id = $1 and id = $2 and submitted_at is not null and decision is null",
        &[&actor.org, &id, &decision, &now, &actor.account, &rejected.unwrap_or_default()],
    )?;
    if changed == 0 { Err(Error::Conflict("assessments-decided")) } else { Ok(()) }
}

/// What these people handed in, as the judge knows it: each state with the time in which the house knew of it. At most
/// five hundred people.
pub fn records(
    db: &Snapshot<'_>,
    org: OrgId,
    people: &[PersonId],
) -> Result<Vec<(PersonId, judge::Record)>> {
    let mut query = Query::new(
        "select person_id, id, template_id, site_id, submitted_at, last_on, decision, decided_at
           from assessment where submitted_at is not null and org_id = ",
    );
    query.bind(&org).push(" and ").any_of("person_id", people);
    query.push(" order by person_id, submitted_at, id");
    let rows = db.rows(&query, read_records)?;
    Ok(rows.into_iter().flatten().collect())
}

fn read_records(row: &Row<'_>) -> Result<Vec<(PersonId, judge::Record)>, Fault> {
    let person: PersonId = row.get(0)?;
    let (id, subject): (AssessmentId, TemplateId) = (row.get(1)?, row.get(2)?);
    let (site, submitted): (Option<SiteId>, Instant) = (row.get(3)?, row.get(4)?);
    let last: Option<Date> = row.get(5)?;
    let (decision, decided): (Option<String>, Option<Instant>) = (row.get(6)?, row.get(7)?);
    let record = |state, since: Instant, until: Option<Instant>| {
        let until = until.map_or(judge::Instant::END, |it| judge::Instant(it.0));
        let since = judge::Instant(since.0);
        let record = judge::Record {
            id: Id(id.number()),
            subject: judge::Subject::Assessment(Id(subject.number())),
            edition: 0,
            site: site.map(|it| Id(it.number())),
            done: Moment::At(judge::Instant(submitted.0)),
            last: last.map(|it| judge::Day::of(it.0)),
            state,
            since,
            known: Span { from: since, until },
        };
        (since < until).then_some((person, record))
    };
    let answer = match decision.as_deref() {
        Some("approved") => judge::State::Approved,
        _ => judge::State::Rejected,
    };
    let waiting = record(judge::State::Waiting, submitted, decided);
    let decided = decided.and_then(|at| record(answer, at, None));
    Ok([waiting, decided].into_iter().flatten().collect())
}
