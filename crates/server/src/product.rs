//! What the process runs: the parts of the product that the command line needs to know.
use kernel::app::Wiring;
use kernel::{App, Migration, Result, Routes};

/// Fills a demo house and says how to sign in: role and link.
pub type Seed = fn(&App, people: u64) -> Result<Vec<(String, String)>>;

/// A product the command line can serve: Gatepass itself, or the small house of a test.
#[derive(Clone, Copy)]
pub struct Product {
    pub wiring: fn() -> Wiring,
    pub migrations: fn() -> Vec<Migration>,
    pub routes: fn() -> Routes,
    pub seed: Seed,
    /// The link of the first start, when there is no organisation yet.
    pub setup_link: fn(&App) -> Result<Option<String>>,
    /// Queues what runs again and again; called at each start.
    pub schedule: fn(&App) -> Result<()>,
    /// Lifts the limits that would refuse a thousand tries a second: for tests and measurements only.
    pub rig: bool,
}

impl Product {
    /// Gatepass.
    pub fn gatepass() -> Self {
        Self {
            wiring: crate::wiring::wiring,
            migrations: crate::wiring::migrations,
            routes: crate::wiring::routes,
            seed: crate::demo::seed,
            setup_link: people::setup_link,
            schedule: crate::housekeeping::schedule,
            rig: false,
        }
    }
}
