//! Who may do what with sites.
use kernel::access::{Actor, Level, Reach, Sites, matrix};
use kernel::{SiteId, permissions};

permissions! {
    /// Make sites, and make and change regions (C-26).
    MakeSites = SITES_CREATE Edit Whole;
    /// Look at sites, what lies in them and their regions.
    SeeSites = SITES View Sites;
    /// Change sites and what lies in them, deactivate and activate them.
    EditSites = SITES Edit Sites;
}

/// Whether `actor` may change this site, so that a page shows what can be done here.
pub fn may_edit(actor: &Actor, site: SiteId) -> bool {
    Sites::of(actor, &matrix::SITES, Level::Edit).is_some_and(|it| it.has(site))
}

/// Whether `actor` may say who checks passes at this site.
pub fn may_appoint(actor: &Actor, site: SiteId) -> bool {
    Sites::of(actor, &matrix::GATE_SCANNERS, Level::Edit).is_some_and(|it| it.has(site))
}

/// Whether `actor` may change any site at all.
pub fn may_edit_some(actor: &Actor) -> bool {
    actor.may(&matrix::SITES, Level::Edit)
}

/// Whether `actor` may make sites and regions.
pub fn may_make(actor: &Actor) -> bool {
    actor.may(&matrix::SITES_CREATE, Level::Edit)
}
