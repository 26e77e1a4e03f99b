//! Deactivating sites: nobody can choose them any more, and nothing that happened there is lost (A-S12, C-26).
use kernel::{Answer, Error, Form, May, Result, Routes, Toast, Tx};

use crate::access::EditSites;
use crate::sites::{model, set_active};

pub fn routes() -> Routes {
    Routes::new().post("/sites/deactivation", create)
}

fn create(may: &May<EditSites>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    let ids = model::chosen(form).map_err(Error::Refused)?;
    let (count, undo) = set_active(tx, may, &ids, false)?;
    let path = match ids.as_slice() {
        [id] if form.ticked("stay") => format!("/sites/{id}"),
        _ => "/sites".to_owned(),
    };
    let toast = Toast::new("sites-deactivated").count(count);
    Ok(Answer::to(path).saying(&match undo {
        Some(undo) => toast.undo(undo),
        None => toast,
    }))
}
