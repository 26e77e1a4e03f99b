//! The rig that looks for lost writes sees them when there are some.
use std::process::Command;

#[test]
fn a_write_that_was_believed_too_early_is_seen_as_lost() {
    let rig = Command::new(env!("CARGO_BIN_EXE_crash"))
        .args(["--points", "8", "--control"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&rig.stdout);
    assert!(
        rig.status.success() && said.contains("the losses were seen"),
        "{said}\n{}",
        String::from_utf8_lossy(&rig.stderr)
    );
}

#[test]
fn a_few_kills_lose_nothing_that_was_acknowledged() {
    let rig = Command::new(env!("CARGO_BIN_EXE_crash"))
        .args(["--points", "8", "--seed", "11"])
        .output()
        .unwrap();
    assert!(
        rig.status.success(),
        "{}\n{}",
        String::from_utf8_lossy(&rig.stdout),
        String::from_utf8_lossy(&rig.stderr)
    );
}
