//! Home: where everybody starts, and what is reached from everywhere: search, menu, help, colours.
mod help;
mod menu;
mod overview;
mod searches;
mod theme;

use kernel::Routes;

/// Every address of this capability.
pub fn routes() -> Routes {
    Routes::new()
        .merge(overview::routes())
        .merge(searches::routes())
        .merge(menu::routes())
        .merge(help::routes())
        .merge(theme::routes())
}
