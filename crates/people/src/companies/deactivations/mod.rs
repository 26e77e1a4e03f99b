//! Deactivating companies, one or many at once, ending that again, and taking either back (C-16).
use kernel::access::{Level, People, Reach, matrix};
use kernel::answer::LocalPath;
use kernel::{Answer, Error, Form, May, Result, Toast, Tx};

use crate::access::EditCompanies;
use crate::companies::model::{Restore, State};
use crate::companies::store::{self, Viewer};
use crate::undos;

pub fn create(may: &May<EditCompanies>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    set(may, tx, form, State::Inactive)
}

pub fn destroy(may: &May<EditCompanies>, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    set(may, tx, form, State::Active)
}

fn set(
    may: &May<EditCompanies>,
    tx: &mut Tx<'_>,
    form: &kernel::Fields,
    state: State,
) -> Result<Answer> {
    let viewer = Viewer::new(may.reach(), may.who());
    let changed = store::set_state(tx, &viewer, &crate::companies::chosen(form)?, state)?;
    let mut toast = Toast::new(match state {
        State::Active => "companies-activated",
        State::Inactive => "companies-deactivated",
    })
    .count(i64::try_from(changed.len()).unwrap_or(i64::MAX));
    if !changed.is_empty() {
        let ids = changed.iter().map(ToString::to_string).collect();
        let restore = Restore { ids, state: state.other().code().to_owned() };
        let payload =
            serde_json::to_string(&restore).map_err(|it| Error::internal(it.to_string()))?;
        let undo = undos::offer(tx, may.who(), "companies.state", &payload)?;
        toast = toast.undo(format!("/undo/{undo}"));
    }
    let back = LocalPath::parse(form.text("back")).unwrap_or_else(|| "/companies".into());
    Ok(Answer::to(back).saying(&toast))
}

/// Takes a change of states back, for whoever may still change these companies.
pub fn undo(tx: &mut Tx<'_>, payload: &str) -> Result<usize> {
    let restore: Restore =
        serde_json::from_str(payload).map_err(|it| Error::internal(it.to_string()))?;
    let actor = tx.actor().cloned().ok_or(Error::SignIn)?;
    let reach = People::of(&actor, &matrix::COMPANIES, Level::Edit)
        .ok_or(Error::Forbidden(matrix::COMPANIES.name))?;
    let state = State::from_code(&restore.state).ok_or(Error::NotFound)?;
    let ids = restore
        .ids
        .iter()
        .map(|it| it.parse().map_err(|_| Error::NotFound))
        .collect::<Result<Vec<_>>>()?;
    store::set_state(tx, &Viewer::new(&reach, &actor), &ids, state).map(|it| it.len())
}
