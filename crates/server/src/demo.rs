//! What a demo house is filled with: the told world.
use kernel::{App, Result, write};
use people::fixtures;

/// Fills an empty house with an organisation of `people`, and makes a sign-in link for each role: at every start of
/// the demo, also when the house was filled before.
pub fn seed(app: &App, people: u64) -> Result<Vec<(String, String)>> {
    if !write(app, |tx| fixtures::is_told(tx))? {
        write(app, move |tx| {
            let world = fixtures::build(tx)?;
            let told = world.actors.iter().filter(|it| it.org == world.org).count();
            let people = usize::try_from(people).unwrap_or(usize::MAX);
            fixtures::crowd(tx, &world, people.saturating_sub(told))
        })?;
    }
    let links = write(app, fixtures::links)?;
    let link = |(role, token): (String, kernel::Token)| {
        (role, app.url(&format!("/sign-in/{}", token.reveal())))
    };
    Ok(links.into_iter().map(link).collect())
}
