//! The verbs: what they print, what they refuse, how they end.
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::rig::{Serving, folder, printed, program, run};

fn words(words: &[&str]) -> std::process::Output {
    Command::new(program()).args(words).output().unwrap()
}

#[test]
fn every_verb_explains_itself() {
    let all = printed(&words(&["--help"]));
    for verb in
        ["serve", "demo", "migrate", "backup", "restore", "doctor", "routes", "audit verify"]
    {
        assert!(all.contains(&format!("gatepass {verb}")), "{verb}");
        let asked: Vec<&str> = verb.split(' ').chain(["--help"]).collect();
        let help = words(&asked);
        assert!(
            help.status.success() && printed(&help).starts_with(&format!("gatepass {verb}")),
            "{verb}"
        );
    }
}

#[test]
fn what_is_not_understood_is_said() {
    for (asked, says) in [
        (&["fly"][..], "`fly` is none of: serve, demo,"),
        (
            &["serve", "--people", "3"],
            "`serve` does not take --people; it takes --data, --config, --listen",
        ),
        (&["serve", "--wings"], "there is no option --wings"),
        (&["backup"], "`backup` needs --out FILE"),
        (&["restore"], "`restore` needs --from FILE"),
        (&["demo", "--people", "many"], "many"),
    ] {
        let output = words(asked);
        assert_eq!(output.status.code(), Some(2), "{asked:?}");
        assert!(printed(&output).contains(says), "{asked:?}: {}", printed(&output));
    }
}

#[test]
fn the_routes_are_printed_for_people_and_for_machines() {
    let text = printed(&words(&["routes"]));
    let columns: Vec<usize> =
        text.lines().map(|it| it.find("gatepass_rig::").or(it.find("server::")).unwrap()).collect();
    assert!(columns.windows(2).all(|it| it[0] == it[1]), "aligned:\n{text}");
    let rows: Vec<serde_json::Value> =
        serde_json::from_str(&printed(&words(&["routes", "--json"]))).unwrap();
    let things = rows.iter().find(|it| it["verb"] == "POST" && it["path"] == "/things").unwrap();
    assert!(things["handler"].as_str().unwrap().ends_with("create") && things["gate"].is_string());
    assert_eq!(rows.len(), text.lines().count());
}

#[test]
fn migrate_says_what_it_did() {
    let (_temp, data) = folder();
    let first = printed(&run(&["migrate"], &data));
    assert!(
        first.contains("made 2100010101 things\n") && first.contains("2 of 2 steps were made"),
        "{first}"
    );
    assert_eq!(printed(&run(&["migrate"], &data)), "The tables are up to date (2 steps).\n");
}

#[test]
fn the_doctor_finds_what_is_wrong_and_says_what_to_do() {
    let (_temp, data) = folder();
    assert!(run(&["migrate"], &data).status.success());
    let well = run(&["doctor"], &data);
    assert!(well.status.success() && !printed(&well).contains("bad "), "{}", printed(&well));
    let house = Serving::start(&data);
    assert!(run(&["doctor"], &data).status.success(), "also while the house serves");
    assert!(house.stop().success());

    let key = data.join("keys/seal.key");
    std::fs::set_permissions(&key, PermissionsExt::from_mode(0o644)).unwrap();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let text = format!(
        "[smtp]\nhost = \"127.0.0.1\"\nport = {free}\ntls = \"none\"\nfrom = \"a@example.org\"\n"
    );
    std::fs::write(data.join("gatepass.toml"), text).unwrap();
    let ill = run(&["doctor"], &data);
    let said = printed(&ill);
    assert_eq!(ill.status.code(), Some(1), "{said}");
    assert!(said.contains("bad   keys") && said.contains("chmod 400"), "{said}");
    assert!(said.contains("bad   mail") && said.contains("does not answer"), "{said}");
    let refused = run(&["migrate"], &data);
    assert!(
        printed(&refused).contains("can be read by others (mode 644)"),
        "{}",
        printed(&refused)
    );
}

#[test]
fn a_key_of_the_wrong_length_or_none_is_refused() {
    let (_temp, data) = folder();
    assert!(run(&["migrate"], &data).status.success());
    let key = data.join("keys/seal.key");
    let good = std::fs::read(&key).unwrap();
    std::fs::set_permissions(&key, PermissionsExt::from_mode(0o600)).unwrap();
    std::fs::write(&key, &good[..31]).unwrap();
    assert!(printed(&run(&["migrate"], &data)).contains("must have exactly 32 bytes"));
    std::fs::remove_file(&key).unwrap();
    let missing = run(&["migrate"], &data);
    assert!(printed(&missing).contains("is missing") && !key.exists(), "no new key over old seals");
}

#[test]
fn the_demo_prints_its_links_on_the_first_line() {
    use std::io::{BufRead, BufReader};
    let (_temp, data) = folder();
    let mut command = Command::new(program());
    command
        .args(["demo", "--json", "--people", "7", "--listen", "127.0.0.1:0", "--data"])
        .arg(&data);
    let mut child = command
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let told: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert!(told["url"].as_str().unwrap().starts_with("http://127.0.0.1:"));
    assert_eq!(told["links"]["owner"], "/7");
}

#[test]
fn a_house_that_others_can_reach_must_know_its_name() {
    let (_temp, data) = folder();
    let output = run(&["serve", "--listen", "0.0.0.0:0"], &data);
    assert_eq!(output.status.code(), Some(1));
    assert!(printed(&output).contains("set base_url"), "{}", printed(&output));
}
