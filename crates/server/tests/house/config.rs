//! Every mistake in the configuration is named with its place, and all of them at once.
use std::path::Path;

use server::config::{Config, Sources, load_with};

/// Reads a configuration file with this text, in an environment with these variables.
fn read(text: &str, variables: &[(&str, &str)]) -> Result<Config, Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("gatepass.toml"), text).unwrap();
    let sources = Sources { folder: folder.path().to_owned(), ..Sources::default() };
    let variable = |name: &str| {
        variables.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned())
    };
    load_with(&sources, &variable).map_err(|problems| {
        let home = format!("{}/", folder.path().display());
        problems.0.iter().map(|it| it.replace(&home, "")).collect()
    })
}

const SMTP: &str = "[smtp]\nhost = \"mail.example.org\"\nfrom = \"gatepass@example.org\"\n";

/// A file, and what is said about it.
const MISTAKES: &[(&str, &str)] = &[
    (
        "[server]\nlisten = 8080",
        "gatepass.toml:2: `listen` takes a text in quotation marks, not integer",
    ),
    (
        "[server]\nlisten = \"8080\"",
        "gatepass.toml:2: `listen` is \"8080\"; write an address and a port, such as \"127.0.0.1:8080\" or \"[::]:8080\"",
    ),
    (
        "[server]\n\nbase_ur = \"x\"",
        "gatepass.toml:3: [server] has no setting `base_ur`; it has base_url, listen, metrics_listen, proxies, allow_plain_http, dev",
    ),
    (
        "[server]\nbase_url = \"https://a.example/gate\"",
        "gatepass.toml:2: `base_url` is \"https://a.example/gate\"; write https://host or https://host:port, without a path",
    ),
    (
        "[server]\nbase_url = \"ftp://a.example\"",
        "gatepass.toml:2: `base_url` is \"ftp://a.example\"; write https://host or https://host:port, without a path",
    ),
    (
        "[server]\nbase_url = \"https://me@a.example\"",
        "gatepass.toml:2: `base_url` is \"https://me@a.example\"; write https://host or https://host:port, without a path",
    ),
    (
        "[server]\nbase_url = \"http://a.example\"",
        "gatepass.toml:2: `base_url` is \"http://a.example\"; plain http is for the own machine; use https, or set allow_plain_http = true where the network itself is trusted",
    ),
    (
        "[server]\nproxies = [\"10.0.0.1\", \"proxy\"]",
        "gatepass.toml:2: `proxies` has \"proxy\"; write addresses, such as \"10.0.0.2\"",
    ),
    ("[server]\ndev = \"yes\"", "gatepass.toml:2: `dev` takes true or false, not string"),
    (
        "[database]\nurl = \"mysql://x\"",
        "gatepass.toml:2: `url` begins with postgres://; leave it out to keep everything in the data folder",
    ),
    (
        "[mail]\nhost = \"x\"",
        "gatepass.toml:1: there is no section [mail]; there are [server], [database], [smtp], [log]",
    ),
    (
        "listen = \"x\"",
        "gatepass.toml:1: `listen` stands outside of any section; it belongs below [server]",
    ),
    ("smtp = \"x\"", "gatepass.toml:1: `smtp` is a section; write [smtp]"),
    (
        "[smtp]\nfrom = \"a@example.org\"",
        "gatepass.toml: [smtp] needs `host`, the name of the mail server",
    ),
    (
        "[smtp]\nhost = \"localhost\"",
        "gatepass.toml: [smtp] needs `from`, the address that messages come from",
    ),
    (
        "[log]\nlevel = \"loud\"",
        "gatepass.toml:2: `level` is \"loud\"; write \"error\" or \"warn\" or \"info\" or \"debug\"",
    ),
    (
        "[log]\nformat = \"xml\"",
        "gatepass.toml:2: `format` is \"xml\"; write \"auto\" or \"json\" or \"text\"",
    ),
];

#[test]
fn each_mistake_has_its_place_and_says_what_is_allowed() {
    for (text, wanted) in MISTAKES {
        assert_eq!(read(text, &[]).unwrap_err(), [*wanted], "{text}");
    }
}

#[test]
fn each_mistake_about_mail_is_named() {
    let cases: &[(&str, &str)] = &[
        ("port = 70000", "gatepass.toml:4: `port` is 70000; write a number from 1 to 65535"),
        (
            "tls = \"none\"",
            "gatepass.toml:2: `tls` is \"none\", which is for a mail server on this machine, not for mail.example.org",
        ),
        (
            "tls = \"ssl\"",
            "gatepass.toml:4: `tls` is \"ssl\"; write \"starttls\" or \"tls\" or \"none\"",
        ),
        (
            "user = \"me\"",
            "gatepass.toml: [smtp] needs both `user` and `password` (or `password_file`), or neither",
        ),
    ];
    for (text, wanted) in cases {
        assert_eq!(read(&format!("{SMTP}{text}"), &[]).unwrap_err(), [*wanted], "{text}");
    }
    let missing =
        read(&format!("{SMTP}user = \"me\"\npassword_file = \"nowhere\""), &[]).unwrap_err();
    assert!(
        missing[0].starts_with("gatepass.toml:5: could not read `password_file` nowhere:"),
        "{missing:?}"
    );
    let from = read("[smtp]\nhost = \"localhost\"\nfrom = \"nobody\"", &[]).unwrap_err();
    assert!(from[0].starts_with("gatepass.toml:3: `from` is \"nobody\""), "{from:?}");
}

#[test]
fn everything_wrong_is_said_in_one_go() {
    let text = "[server]\nlisten = 1\nbase_url = \"x\"\nnothing = 1\n[log]\nlevel = \"loud\"";
    let problems = read(text, &[("GATEPASS_SMTP_PORT", "many")]).unwrap_err();
    assert_eq!(problems.len(), 5, "{problems:#?}");
    assert!(problems.iter().any(|it| it == "GATEPASS_SMTP_PORT: takes a whole number"));
}

#[test]
fn a_file_that_is_not_toml_is_named_with_its_line() {
    let problems = read("[server]\nlisten = \"a", &[]).unwrap_err();
    assert!(problems[0].starts_with("gatepass.toml:2: this is not TOML:"), "{problems:?}");
}

#[test]
fn no_file_is_a_configuration_too_but_a_named_one_must_be_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut sources = Sources { folder: folder.path().to_owned(), ..Sources::default() };
    let config = load_with(&sources, &|_| None).unwrap();
    assert_eq!(config.listen, "127.0.0.1:8080".parse().unwrap());
    assert!(config.smtp.is_none() && config.base_url.is_none() && config.metrics_listen.is_none());
    sources.file = Some(Path::new("/nowhere/gatepass.toml").to_owned());
    let problems = load_with(&sources, &|_| None).unwrap_err();
    assert!(problems.0[0].starts_with("/nowhere/gatepass.toml: "), "{problems}");
}

#[test]
fn the_environment_goes_before_the_file_and_the_command_line_before_both() {
    let text = "[server]\nlisten = \"127.0.0.1:1\"\nbase_url = \"https://Gate.Example/\"";
    let config = read(text, &[]).unwrap();
    assert_eq!(config.base_url.as_deref(), Some("https://gate.example"));
    let config =
        read(text, &[("GATEPASS_LISTEN", "127.0.0.1:2"), ("GATEPASS_PROXIES", "10.0.0.1, ::1")]);
    let config = config.unwrap();
    assert_eq!((config.listen.port(), config.proxies.len()), (2, 2));
    let sources = Sources { listen: Some("127.0.0.1:3".to_owned()), ..Sources::default() };
    let config =
        load_with(&sources, &|_| Some("127.0.0.1:2".to_owned()).filter(|_| false)).unwrap();
    assert_eq!(config.listen.port(), 3);
}

#[test]
fn a_password_is_read_from_its_file_and_shown_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("word"), "correct horse\n").unwrap();
    let text = format!("{SMTP}user = \"me\"\npassword_file = \"word\"");
    std::fs::write(folder.path().join("gatepass.toml"), text).unwrap();
    let sources = Sources { folder: folder.path().to_owned(), ..Sources::default() };
    let config = load_with(&sources, &|_| None).unwrap();
    let smtp = config.smtp.as_ref().unwrap();
    assert_eq!(smtp.port, 587, "the usual port, with encryption required");
    assert_eq!(smtp.password.as_ref().unwrap().reveal(), "correct horse");
    assert!(!format!("{config:?}").contains("horse"));
}

#[test]
fn plain_http_is_for_the_own_machine_unless_asked_for() {
    for own in ["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"] {
        assert!(read(&format!("[server]\nbase_url = \"{own}\""), &[]).is_ok(), "{own}");
    }
    let plain = "[server]\nbase_url = \"http://gate.local\"\nallow_plain_http = true";
    assert_eq!(read(plain, &[]).unwrap().base_url.as_deref(), Some("http://gate.local"));
}
