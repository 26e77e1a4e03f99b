//! Every SQL statement about evidence itself.
use judge::{Id, Moment, Span};
use kernel::access::{Actor, People};
use kernel::db::{Fault, Query, Row};
use kernel::file::{Kind, Look};
use kernel::{Error, EvidenceId, Instant, OrgId, PersonId, QualificationId, Result, Snapshot, Tx};
use people::covers;

use super::model::{Draft, Evidence, File, Given, Holder, Reason, Side, plain_number};

const COLUMNS: &str = "select e.org_id, e.id, e.person_id, p.name, e.qualification_id, q.name, q.validity, e.name, e.issuer,
            e.issued_on, e.expires_on, e.number, e.submitted_at, e.submitted_by, a.name, e.decision, e.decided_at,
            coalesce(d.name, ''), e.reason, e.words, e.ending, e.ended_at,
            exists (select 1 from evidence n
                     where n.org_id = e.org_id and n.person_id = e.person_id
                       and n.qualification_id = e.qualification_id and n.decision = 'approved' and n.ending is null
                       and e.decision = 'approved' and n.issued_on >= e.issued_on
                       and (n.decided_at, n.id) > (e.decided_at, e.id))
       from evidence e join person p on p.org_id = e.org_id and p.id = e.person_id
       join qualification q on q.org_id = e.org_id and q.id = e.qualification_id
       join account a on a.id = e.submitted_by left join account d on d.id = e.decided_by
      where e.org_id = ";

fn read(row: &Row<'_>) -> Result<Evidence, Fault> {
    let (validity, reason): (String, String) = (row.get(6)?, row.get(18)?);
    let (decision, ending): (Option<String>, Option<String>) = (row.get(15)?, row.get(20)?);
    let (decided_at, decider): (Option<Instant>, String) = (row.get(16)?, row.get(17)?);
    let (words, ended_at): (String, Option<Instant>) = (row.get(19)?, row.get(21)?);
    let decided = decision.zip(decided_at).map(|(it, at)| (it == "approved", at, decider));
    Ok(Evidence {
        org: row.get(0)?,
        id: row.get(1)?,
        person: (row.get(2)?, row.get(3)?),
        qualification: (row.get(4)?, row.get(5)?),
        validity: validity.parse().ok(),
        name: row.get(7)?,
        issuer: row.get(8)?,
        issued: row.get(9)?,
        expires: row.get(10)?,
        number: row.get(11)?,
        submitted: (row.get(12)?, row.get(13)?, row.get(14)?),
        decided,
        reason: Reason::from_code(&reason).map(|reason| Given { reason, words }),
        ended: ending.zip(ended_at).map(|(it, at)| (it == "revoked", at)),
        superseded: row.get(22)?,
    })
}

/// One piece of evidence of somebody within reach.
pub fn find(db: &Snapshot<'_>, reach: &People, id: EvidenceId) -> Result<Evidence> {
    let mut query = Query::new(COLUMNS);
    query.bind(reach.org_ref()).push(" and e.id = ").bind(&id).push(" and ");
    covers(&mut query, reach);
    db.rows(&query, read)?.pop().ok_or(Error::NotFound)
}

/// Everything a person showed, newest first.
pub fn of(db: &Snapshot<'_>, org: OrgId, person: PersonId) -> Result<Vec<Evidence>> {
    let mut query = Query::new(COLUMNS);
    query.bind(&org).push(" and e.person_id = ").bind(&person);
    query.push(" order by e.submitted_at desc, e.id desc limit 200");
    db.rows(&query, read)
}

/// Whether the reach covers the person whom a piece of evidence is about.
pub fn is_within(db: &Snapshot<'_>, reach: &People, person: PersonId) -> Result<bool> {
    let mut query = Query::new("select 1 from person p where p.org_id = ");
    query.bind(reach.org_ref()).push(" and p.id = ").bind(&person).push(" and ");
    covers(&mut query, reach);
    Ok(!db.rows(&query, |row| row.get::<i64>(0))?.is_empty())
}

/// Somebody within reach.
pub fn holder(db: &Snapshot<'_>, reach: &People, id: PersonId) -> Result<Holder> {
    let mut query =
        Query::new("select p.id, p.name, p.kind, p.state from person p where p.org_id = ");
    query.bind(reach.org_ref()).push(" and p.id = ").bind(&id).push(" and ");
    covers(&mut query, reach);
    db.rows(&query, read_holder)?.pop().ok_or(Error::NotFound)
}

/// Whoever is signed in, as a person of the organisation.
pub fn own(db: &Snapshot<'_>, org: OrgId, id: PersonId) -> Result<Holder> {
    db.one(
        "select p.id, p.name, p.kind, p.state from person p where p.org_id = $1 and p.id = $2",
        &[&org, &id],
        read_holder,
    )
}

fn read_holder(row: &Row<'_>) -> Result<Holder, Fault> {
    let (kind, state): (String, String) = (row.get(2)?, row.get(3)?);
    Ok(Holder {
        id: row.get(0)?,
        name: row.get(1)?,
        contractor: kind == "contractor",
        active: state == "active",
    })
}

/// The files of a piece of evidence, the front first.
pub fn files(db: &Snapshot<'_>, org: OrgId, id: EvidenceId) -> Result<Vec<File>> {
    db.all(
        "select side, kind, hash, size, look from evidence_file
          where org_id = $1 and evidence_id = $2 order by side desc",
        &[&org, &id],
        |row| {
            let (side, kind): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(File {
                side: if side == "front" { Side::Front } else { Side::Back },
                kind: Kind::from_code(&kind).unwrap_or(Kind::Pdf),
                hash: row.get(2)?,
                size: row.get(3)?,
                look: row.get::<Option<i64>>(4)?.map(Look::from_number),
            })
        },
    )
}

/// What was handed in, and whether it counts at once.
pub struct Fresh<'a> {
    pub person: PersonId,
    pub qualification: QualificationId,
    pub draft: &'a Draft,
    pub files: &'a [File],
    pub approved: bool,
}

pub fn insert(tx: &mut Tx<'_>, actor: &Actor, fresh: &Fresh<'_>) -> Result<EvidenceId> {
    let id: EvidenceId = tx.new_id();
    let (now, it) = (tx.now(), fresh.draft);
    let number = it.number.as_ref().map_or("", |it| it.as_str());
    let (decision, decided) =
        if fresh.approved { (Some("approved"), Some((now, actor.account))) } else { (None, None) };
    tx.run(
        "insert into evidence (org_id, id, person_id, qualification_id, name, issuer, issued_on, expires_on, number,
                               number_folded, submitted_at, submitted_by, decision, decided_at, decided_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        &[
            &actor.org,
            &id,
            &fresh.person,
            &fresh.qualification,
            &it.name,
            &it.issuer,
            &it.issued,
            &it.expires,
            &number,
            &plain_number(number),
            &now,
            &actor.account,
            &decision,
            &decided.map(|it| it.0),
            &decided.map(|it| it.1),
        ],
    )?;
    for file in fresh.files {
        insert_file(tx, actor.org, id, file)?;
    }
    Ok(id)
}

fn insert_file(tx: &mut Tx<'_>, org: OrgId, id: EvidenceId, it: &File) -> Result<()> {
    let parts = it.look.map(Look::parts);
    let part = |at: usize| parts.map(|it| it[at]);
    tx.run(
        "insert into evidence_file (org_id, evidence_id, side, kind, hash, size, look, part_1, part_2, part_3, part_4)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        &[
            &org,
            &id,
            &it.side.code(),
            &it.kind.code(),
            &it.hash,
            &it.size,
            &it.look.map(Look::number),
            &part(0),
            &part(1),
            &part(2),
            &part(3),
        ],
    )
    .map(drop)
}

/// Decides, once: whoever comes second finds it decided.
pub fn decide(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: EvidenceId,
    rejected: Option<&Given>,
) -> Result<()> {
    let now = tx.now();
    let decision = if rejected.is_some() { "rejected" } else { "approved" };
    let (reason, words) = rejected.map_or(("", ""), |it| (it.reason.code(), it.words.as_str()));
    let changed = tx.run(
        "update evidence set decision = $3, decided_at = $4, decided_by = $5, reason = $6, words = $7
          where org_id = $1 and id = $2 and decision is null and ending is null",
        &[&actor.org, &id, &decision, &now, &actor.account, &reason, &words],
    )?;
    if changed == 0 { Err(Error::Conflict("evidence-decided")) } else { Ok(()) }
}

/// Takes back what nobody decided yet.
pub fn withdraw(tx: &mut Tx<'_>, actor: &Actor, id: EvidenceId) -> Result<()> {
    let now = tx.now();
    let changed = tx.run(
        "update evidence set ending = 'withdrawn', ended_at = $3, ended_by = $4
          where org_id = $1 and id = $2 and decision is null and ending is null",
        &[&actor.org, &id, &now, &actor.account],
    )?;
    if changed == 0 { Err(Error::Conflict("evidence-decided")) } else { Ok(()) }
}

/// Revokes what was approved.
pub fn revoke(tx: &mut Tx<'_>, actor: &Actor, id: EvidenceId, given: &Given) -> Result<()> {
    let now = tx.now();
    let changed = tx.run(
        "update evidence set ending = 'revoked', ended_at = $3, ended_by = $4, reason = $5, words = $6
          where org_id = $1 and id = $2 and decision = 'approved' and ending is null",
        &[&actor.org, &id, &now, &actor.account, &given.reason.code(), &given.words],
    )?;
    if changed == 0 { Err(Error::Conflict("evidence-not-approved")) } else { Ok(()) }
}

/// What these people showed, as the judge knows it: each state with the time in which the house knew of it. At most
/// five hundred people.
pub fn records(
    db: &Snapshot<'_>,
    org: OrgId,
    people: &[PersonId],
) -> Result<Vec<(PersonId, judge::Record)>> {
    let mut query = Query::new(
        "select person_id, id, qualification_id, issued_on, expires_on, submitted_at, decision, decided_at, ending,
                ended_at
           from evidence where org_id = ",
    );
    query.bind(&org).push(" and ").any_of("person_id", people);
    query.push(" order by person_id, submitted_at, id");
    let rows = db.rows(&query, read_records)?;
    Ok(rows.into_iter().flatten().collect())
}

fn read_records(row: &Row<'_>) -> Result<Vec<(PersonId, judge::Record)>, Fault> {
    let person: PersonId = row.get(0)?;
    let (id, subject): (EvidenceId, QualificationId) = (row.get(1)?, row.get(2)?);
    let (issued, expires): (kernel::Date, Option<kernel::Date>) = (row.get(3)?, row.get(4)?);
    let submitted: Instant = row.get(5)?;
    let (decision, decided): (Option<String>, Option<Instant>) = (row.get(6)?, row.get(7)?);
    let (ending, ended): (Option<String>, Option<Instant>) = (row.get(8)?, row.get(9)?);
    let record = |state, since: Instant, until: Option<Instant>| {
        let until = until.map_or(judge::Instant::END, |it| judge::Instant(it.0));
        let since = judge::Instant(since.0);
        let record = judge::Record {
            id: Id(id.number()),
            subject: judge::Subject::Qualification(Id(subject.number())),
            edition: 0,
            site: None,
            done: Moment::Day(judge::Day::of(issued.0)),
            last: expires.map(|it| judge::Day::of(it.0)),
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
    let waiting = record(judge::State::Waiting, submitted, decided.or(ended));
    let decided = decided.and_then(|at| record(answer, at, ended));
    let revoked = ended.filter(|_| ending.as_deref() == Some("revoked"));
    let revoked = revoked.and_then(|at| record(judge::State::Revoked, at, None));
    Ok([waiting, decided, revoked].into_iter().flatten().collect())
}

/// The file of one side, if there is one.
pub fn file(db: &Snapshot<'_>, org: OrgId, id: EvidenceId, side: Side) -> Result<File> {
    let found = files(db, org, id)?.into_iter().find(|it| it.side == side);
    found.ok_or(Error::NotFound)
}

/// The record behind an account, for stories.
#[cfg(feature = "fixtures")]
pub fn person_of(
    db: &Snapshot<'_>,
    org: OrgId,
    account: kernel::AccountId,
) -> Result<Option<PersonId>> {
    db.one(
        "select person_id from member where org_id = $1 and account_id = $2",
        &[&org, &account],
        |row| row.get(0),
    )
}
