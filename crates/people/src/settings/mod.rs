//! The settings of an organisation: how it is called, where it is, and what it allows.
mod model;
mod page;
mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::{Answer, Event, Form, Invalid, May, Result, Routes, Snapshot, Toast, Tx, Visit};
use ui::Desk;

use self::model::Settings;
use crate::access::EditSettings;

pub fn routes() -> Routes {
    Routes::new().get("/settings", edit).post("/settings", update)
}

fn edit(may: &May<EditSettings>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let settings = store::find(db, may.reach())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::edit(&desk, &settings.to_fields(), &Invalid::default()).into_response())
}

fn update(
    may: &May<EditSettings>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let new = match Settings::parse(form) {
        Ok(settings) => settings,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(page::edit(&desk, form, &invalid)));
        }
    };
    let old = store::find(tx, may.reach())?;
    store::update(tx, may.reach(), &new)?;
    let org = may.reach().org();
    tx.record(
        &Event::new(org, "organisation.updated", "organisation", org)
            .named(new.name.as_str())
            .change("name", Some(&old.name), Some(&new.name))
            .change("zone", Some(&old.zone.name()), Some(&new.zone.name()))
            .change("lang", Some(&old.lang.code()), Some(&new.lang.code()))
            .change("invitation_code", Some(&old.invitation_code), Some(&new.invitation_code))
            .change("profile_access", Some(&old.profile_access), Some(&new.profile_access))
            .change(
                "profile_access_contractors",
                Some(&old.profile_access_contractors),
                Some(&new.profile_access_contractors),
            )
            .change("domains", Some(&old.domains), Some(&new.domains)),
    )?;
    Ok(Answer::to("/settings").saying(&Toast::new("account-settings-saved")))
}
