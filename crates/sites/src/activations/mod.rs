//! Activating sites again: they can be chosen once more, with all their history.
use kernel::{Answer, Error, Form, May, Result, Routes, Toast, Tx};

use crate::access::EditSites;
use crate::sites::{model, set_active};

pub fn routes() -> Routes {
    Routes::new().post("/sites/activation", create)
}

fn create(may: &May<EditSites>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    let ids = model::chosen(form).map_err(Error::Refused)?;
    let (count, undo) = set_active(tx, may, &ids, true)?;
    let path = match ids.as_slice() {
        [id] if form.ticked("stay") => format!("/sites/{id}"),
        _ => "/sites".to_owned(),
    };
    let toast = Toast::new("sites-activated").count(count);
    Ok(Answer::to(path).saying(&match undo {
        Some(undo) => toast.undo(undo),
        None => toast,
    }))
}
