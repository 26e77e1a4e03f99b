//! A candidate is somebody who can be added to a team or a group: an active person within reach who is not in it yet.
pub mod page;
pub mod store;

use kernel::{Error, Fields, PersonId, Result};

/// The people a form chose, each once. What is no id is nobody.
pub fn chosen(form: &Fields) -> Result<Vec<PersonId>> {
    let mut ids = form
        .each("id")
        .map(|it| it.parse().map_err(|_| Error::NotFound))
        .collect::<Result<Vec<PersonId>>>()?;
    ids.sort();
    ids.dedup();
    if ids.is_empty() { Err(Error::Conflict("structure-nobody-chosen")) } else { Ok(ids) }
}
