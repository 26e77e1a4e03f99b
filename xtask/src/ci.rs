//! What CI runs: everything, from the cheapest check to the dearest.
use crate::deny::deny;
use crate::run::{Steps, cargo, minutes, run};
use crate::{setup, suite};
use anyhow::Result;
use std::path::Path;

pub fn ci(root: &Path) -> Result<()> {
    let mut steps = Steps::default();
    steps.step("setup", setup::setup);
    steps.step("format", || run(cargo().args(["fmt", "--all", "--check"]), minutes(2)));
    steps.step("dependencies", deny);
    steps.step("lints", || {
        let words = ["clippy", "--quiet", "--workspace", "--all-targets", "--locked"];
        run(cargo().args(words).args(["--", "-D", "warnings"]), minutes(30))
    });
    steps.step("documentation", || {
        let words = ["doc", "--quiet", "--workspace", "--no-deps", "--locked"];
        run(cargo().args(words).env("RUSTDOCFLAGS", "-D warnings"), minutes(15))
    });
    suite::test_into(&mut steps, root);
    steps.finish()
}
