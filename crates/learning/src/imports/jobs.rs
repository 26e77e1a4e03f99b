//! Writing and voiding some lines after the other, so that nobody waits for ten thousand of them.
use std::collections::BTreeMap;

use kernel::access::Actor;
use kernel::job::{Job, Kind, Run};
use kernel::{AccountId, CourseId, Error, Event, ImportId, OrgId, Result, SessionId, Tx};

use super::lines::model::{Line, facts};
use super::model::{Outcome, STRETCH, State};
use super::store;
use crate::completions;
use crate::courses::model::Course;

const NAME: &str = "learning.import";

/// Goes on with an import.
pub const IMPORT: Kind = Kind { name: NAME, run: Run::Inside(run) };

fn run(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    let mut words = job.payload.split(' ');
    let org = words.next().and_then(|it| it.parse().ok());
    let id = words.next().and_then(|it| it.parse().ok());
    let by = words.next().and_then(|it| it.parse().ok());
    let Some(((org, id), by)) = org.zip(id).zip(by) else { return Ok(()) };
    // The log says who wanted it.
    let actor = actor(tx, org, by)?;
    tx.act_as(Some(actor));
    stretch(tx, org, id, by)
}

/// Whoever wanted it, with no rights but a name: what is written was allowed when they said so.
fn actor(tx: &Tx<'_>, org: OrgId, account: AccountId) -> Result<Actor> {
    let face = store::face(tx, org, account)?;
    let session = SessionId::from_bytes([0; 16]);
    Ok(Actor { account, session, org, person: None, grants: Vec::new(), face, stale: false })
}

/// Some lines more; the rest is queued.
pub fn stretch(tx: &mut Tx<'_>, org: OrgId, id: ImportId, by: AccountId) -> Result<()> {
    let (state, _, reason) = store::under_way(tx, org, id)?;
    let (outcome, end) = match state {
        State::Writing => (Outcome::Ready, State::Written),
        State::Voiding => (Outcome::Written, State::Voided),
        _ => return Ok(()),
    };
    let lines = store::stretch(tx, org, id, outcome)?;
    let full = i64::try_from(lines.len()).unwrap_or_default() == STRETCH;
    let mut courses: BTreeMap<CourseId, Option<Course>> = BTreeMap::new();
    for line in &lines {
        let became = if state == State::Writing {
            write(tx, org, by, line, &mut courses)?
        } else {
            (void(tx, org, by, line, &reason)?, None)
        };
        store::settle(tx, org, id, line.raw.line, became)?;
    }
    if full {
        return tx.enqueue(NAME, &format!("{org} {id} {by}"));
    }
    store::step(tx, org, id, (state, end), None).map(drop)
}

/// What became of a line. The world may have moved on since it was looked at.
fn write(
    tx: &mut Tx<'_>,
    org: OrgId,
    by: AccountId,
    line: &Line,
    courses: &mut BTreeMap<CourseId, Option<Course>>,
) -> Result<(Outcome, Option<kernel::CompletionId>)> {
    let (Some(person), Some(id), Some(done)) = (line.person, line.course, line.done) else {
        return Ok((Outcome::BadDate, None));
    };
    let Some(facts) = facts(&line.raw, done, line.ends) else {
        return Ok((Outcome::TooLong, None));
    };
    if !store::is_active(tx, org, person)? {
        return Ok((Outcome::Archived, None));
    }
    if let std::collections::btree_map::Entry::Vacant(place) = courses.entry(id) {
        let found = match crate::courses::store::find(tx, org, id) {
            Ok(course) => Some(course),
            Err(Error::NotFound) => None,
            Err(other) => return Err(other),
        };
        place.insert(found);
    }
    let course = courses.get(&id).and_then(Option::as_ref).filter(|it| it.active);
    let Some(course) = course else { return Ok((Outcome::ArchivedCourse, None)) };
    let who = (person, line.name.as_deref().unwrap_or_default());
    let made = completions::record(tx, org, by, who, course, &facts)?;
    Ok(match made {
        Some(id) => (Outcome::Written, Some(id)),
        None => (Outcome::Recorded, None),
    })
}

/// What somebody voided by hand before stays as it is.
fn void(tx: &mut Tx<'_>, org: OrgId, by: AccountId, line: &Line, reason: &str) -> Result<Outcome> {
    let (Some(completion), Some(person)) = (line.completion, line.person) else {
        return Ok(Outcome::Voided);
    };
    if completions::store::void(tx, org, by, completion, reason)? {
        tx.record(
            &Event::new(org, "completion.voided", "completion", completion)
                .named(line.raw.course.as_str())
                .set("person", &line.name)
                .set("reason", &reason)
                .about(person),
        )?;
    }
    Ok(Outcome::Voided)
}
