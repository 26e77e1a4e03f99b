//! Who is in a team.
use kernel::{Answer, Event, Form, May, Path, Result, TeamId, Toast, Tx};

use crate::access::EditStructure;
use crate::candidates;
use crate::teams::store;

pub fn create(
    may: &May<EditStructure>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form)): &(Path<TeamId>, Form),
) -> Result<Answer> {
    let team = store::find(tx, may.reach(), *id)?;
    let people = candidates::store::named(tx, may.reach(), None, &candidates::chosen(form)?)?;
    let mut added = 0;
    for (person, name) in &people {
        if store::add_member(tx, may.reach().org(), *id, *person)? {
            added += 1;
            let event = Event::new(may.reach().org(), "team.member-added", "team", *id);
            tx.record(&event.named(&team.name).about(*person).set("person", name))?;
        }
    }
    let toast = Toast::new("structure-added").count(added);
    Ok(Answer::to(format!("/teams/{id}")).saying(&toast))
}

pub fn destroy(
    may: &May<EditStructure>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form)): &(Path<TeamId>, Form),
) -> Result<Answer> {
    let team = store::find(tx, may.reach(), *id)?;
    let mut removed = 0;
    for person in candidates::chosen(form)? {
        if store::remove_member(tx, may.reach().org(), *id, person)? {
            removed += 1;
            let event = Event::new(may.reach().org(), "team.member-removed", "team", *id);
            tx.record(&event.named(&team.name).about(person))?;
        }
    }
    let toast = Toast::new("structure-removed").count(removed);
    Ok(Answer::to(format!("/teams/{id}")).saying(&toast))
}
