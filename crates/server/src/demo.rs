//! What a demo house is filled with: the told world.
use kernel::{App, Result, write};
use people::fixtures;

/// Fills an empty house with an organisation of `people`, and makes a sign-in link for each role: at every start of
/// the demo, also when the house was filled before.
pub fn seed(app: &App, people: u64) -> Result<Vec<(String, String)>> {
    if !write(app, |tx| fixtures::is_told(tx))? {
        let people = usize::try_from(people).unwrap_or(usize::MAX);
        write(app, move |tx| {
            let world = fixtures::demo(tx, people)?;
            learning::fixtures::tell(tx, &world)?;
            evidence::fixtures::tell(tx, &world)?;
            learning::fixtures::crowd(tx, &world)?;
            assessments::fixtures::tell(tx, &world)?;
            compliance::fixtures::tell(tx, &world)
        })?;
    }
    let links = write(app, fixtures::links)?;
    let link = |(role, token): (String, kernel::Token)| {
        (role, app.url(&format!("/sign-in/{}", token.reveal())))
    };
    Ok(links.into_iter().map(link).collect())
}
