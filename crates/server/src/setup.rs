//! The first start: nobody has an account yet, so the machine's owner gets a link.
use kernel::{App, Result};

/// A one-time link with which the first organisation and its owner are made; none when there is one already.
#[expect(clippy::unnecessary_wraps, reason = "looking into the database can fail")]
pub fn setup_link(_app: &App) -> Result<Option<String>> {
    Ok(None)
}
