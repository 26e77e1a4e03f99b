//! Who was picked for a group by hand.
pub mod store;

use kernel::{Answer, Error, Event, Form, GroupId, May, Path, Result, Toast, Tx};

use crate::access::EditStructure;
use crate::candidates;
use crate::groups::changeable;
use crate::groups::model::{Group, Kind};

/// The group, when people can be picked for it.
fn pickable(tx: &Tx<'_>, may: &May<EditStructure>, id: GroupId) -> Result<Group> {
    let group = changeable(tx, may.reach(), id)?;
    match group.kind {
        Kind::Picked => Ok(group),
        Kind::Rule => Err(Error::Conflict("groups-follow-rule")),
    }
}

pub fn create(
    may: &May<EditStructure>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form)): &(Path<GroupId>, Form),
) -> Result<Answer> {
    let (org, group) = (may.reach().org(), pickable(tx, may, *id)?);
    let ids = candidates::chosen(form)?;
    let people = candidates::store::named(tx, may.reach(), group.division, &ids)?;
    let mut added = 0;
    for (person, name) in &people {
        if store::add_member(tx, org, *id, *person)? {
            added += 1;
            let event = Event::new(org, "group.member-added", "group", *id);
            tx.record(&event.named(&group.name).about(*person).set("person", name))?;
        }
    }
    let toast = Toast::new("structure-added").count(added);
    Ok(Answer::to(format!("/groups/{id}")).saying(&toast))
}

pub fn destroy(
    may: &May<EditStructure>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form)): &(Path<GroupId>, Form),
) -> Result<Answer> {
    let (org, group) = (may.reach().org(), pickable(tx, may, *id)?);
    let mut removed = 0;
    for person in candidates::chosen(form)? {
        if store::remove_member(tx, org, *id, person)? {
            removed += 1;
            let event = Event::new(org, "group.member-removed", "group", *id);
            tx.record(&event.named(&group.name).about(person))?;
        }
    }
    let toast = Toast::new("structure-removed").count(removed);
    Ok(Answer::to(format!("/groups/{id}")).saying(&toast))
}
