//! The running process: who it listens to, how it ends, what it does when the disk is full.
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::rig::{Answer, Serving, folder, printed, program, run};
use rustix::process::Signal;

#[test]
fn the_first_start_makes_a_private_house_and_prints_where_to_go() {
    let (_temp, data) = folder();
    let house = Serving::start(&data);
    let link = house.hear("/setup");
    assert_eq!(link.trim(), format!("http://{}/setup", house.host));
    let mode =
        |path: &str| std::fs::metadata(data.join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(""), mode("keys"), mode("keys/seal.key")), (0o700, 0o700, 0o400));
    assert_eq!(mode("gatepass.db"), 0o600);
    assert_eq!(house.get("/healthz").status, 200);
    assert_eq!(house.get("/readyz").body, "ready\n");
    assert!(house.stop().success());
    let again = Serving::start(&data);
    assert_eq!(again.get("/things").body, "0");
}

#[test]
fn every_kind_of_answer_has_the_strict_headers() {
    let (_temp, data) = folder();
    let house = Serving::start(&data);
    let host = &house.host;
    let raw = |first: &str, more: &str| {
        house.send(&format!("{first} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"))
    };
    let answers = [
        (200, house.get("/things")),
        (200, raw("HEAD /things", "")),
        (200, house.get("/healthz")),
        (200, house.post("/things", "a")),
        (404, house.get("/nowhere")),
        (405, raw("DELETE /things", "")),
        (403, raw("POST /things", "Origin: https://elsewhere.example\r\nContent-Length: 0\r\n")),
        (413, house.send(&house.post_head("/things", 100_000_000))),
        (
            421,
            house.send(
                "GET /things HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n",
            ),
        ),
    ];
    for (status, answer) in answers {
        assert_eq!(answer.status, status);
        for (name, part) in [
            ("content-security-policy", "default-src 'self'"),
            ("content-security-policy", "require-trusted-types-for 'script'"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("permissions-policy", "camera=(self)"),
            ("cache-control", "no-store"),
            ("x-request-id", ""),
        ] {
            let value = answer.header(name);
            assert!(value.is_some_and(|it| it.contains(part)), "{status}: {name} is {value:?}");
        }
        assert_eq!(answer.header("server"), None, "nobody needs to know the version");
    }
}

#[test]
fn only_the_houses_own_name_is_answered() {
    let (_temp, data) = folder();
    let house = Serving::start(&data);
    for host in ["elsewhere.example", "127.0.0.1", "localhost"] {
        let answer = house
            .send(&format!("GET /things HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        assert_eq!(answer.status, 421, "{host}");
    }
}

#[test]
fn a_visitor_who_dawdles_is_let_go() {
    let (_temp, data) = folder();
    let house = Serving::start(&data);
    let mut slow = house.connect();
    slow.write_all(b"GET /things HTTP/1.1\r\nHo").unwrap();
    let clock = Instant::now();
    let mut rest = Vec::new();
    drop(slow.read_to_end(&mut rest));
    assert!(clock.elapsed() < Duration::from_secs(10), "{:?}", clock.elapsed());
    assert_eq!(house.get("/healthz").status, 200);
}

/// Sends a form's head and half of its body, and waits until the house asks for the rest.
fn begin(house: &Serving) -> std::net::TcpStream {
    let mut stream = house.connect();
    let head =
        house.post_head("/things", 6).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    let mut go = [0; 25];
    stream.read_exact(&mut go).unwrap();
    assert!(go.starts_with(b"HTTP/1.1 100"), "{}", String::from_utf8_lossy(&go));
    stream.write_all(b"nam").unwrap();
    stream
}

#[test]
fn an_answer_under_way_is_finished_before_the_end() {
    let (_temp, data) = folder();
    let house = Serving::start(&data);
    let mut stream = begin(&house);
    house.signal(Signal::TERM);
    house.logged("closing");
    stream.write_all(b"e=a").unwrap();
    assert_eq!(Answer::read(stream).status, 200);
    house.logged("closed");
    assert!(house.ended().success());
    let again = Serving::start(&data);
    assert_eq!(again.get("/things").body, "1", "what was acknowledged is there");
}

#[test]
fn told_twice_it_leaves_at_once() {
    let (_temp, data) = folder();
    let house = Serving::start(&data);
    let _stream = begin(&house);
    house.signal(Signal::INT);
    house.logged("closing");
    house.signal(Signal::TERM);
    assert_eq!(house.ended().code(), Some(130));
}

#[test]
fn two_houses_never_share_a_folder() {
    let (_temp, data) = folder();
    let house = Serving::start(&data);
    for verb in ["serve", "migrate"] {
        let output = run(&[verb], &data);
        assert_eq!(output.status.code(), Some(1));
        assert!(printed(&output).contains("another gatepass works in"), "{}", printed(&output));
    }
    house.signal(Signal::KILL);
    assert!(!house.ended().success());
    assert!(run(&["migrate"], &data).status.success(), "a killed house holds nothing");
}

/// What the rig keeps a thousand times.
const LARGE: &str = "0123456789012345678901234567890123456789";

#[test]
fn a_full_disk_stops_writing_and_not_reading() {
    let (_temp, data) = folder();
    let mut limited = Command::new("sh");
    // In units of 512 bytes: no file grows beyond 1 MB.
    limited.args(["-c", "ulimit -f 2048; exec \"$@\"", "sh", program()]);
    let house = Serving::start_as(limited, &data, &[]);
    let mut kept = 0;
    let refused = loop {
        let answer = house.post("/things", LARGE);
        match answer.status {
            200 => kept += 1,
            _ => break answer,
        }
        assert!(kept < 200, "the limit never came");
    };
    assert_eq!(refused.status, 507, "{}", refused.body);
    assert!(kept > 5, "{kept}");
    assert_eq!(house.post("/things", LARGE).status, 507);
    assert_eq!(house.get("/things").body, kept.to_string(), "looking goes on");
    assert_eq!(house.get("/readyz").status, 200);
    assert!(house.stop().success());
    let again = Serving::start(&data);
    assert_eq!(again.get("/things").body, kept.to_string(), "nothing acknowledged is lost");
    assert_eq!(again.post("/things", "a").status, 200, "with room again it writes again");
}

#[test]
fn the_numbers_are_on_a_socket_of_their_own() {
    let (_temp, data) = folder();
    std::fs::create_dir(&data).unwrap();
    let port = {
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        free.local_addr().unwrap().port()
    };
    let text = format!("[server]\nmetrics_listen = \"127.0.0.1:{port}\"\n");
    std::fs::write(data.join("gatepass.toml"), text).unwrap();
    let mut house = Serving::start(&data);
    assert_eq!(house.get("/metrics").status, 404, "not where everybody can reach it");
    let main = std::mem::replace(&mut house.host, format!("127.0.0.1:{port}"));
    assert!(house.get("/metrics").body.contains("gatepass_answers_total{class=\"4xx\"} 1"));
    assert_eq!(house.get("/readyz").body, "ready\n");
    assert_eq!(house.get("/healthz").status, 200);
    assert_eq!(house.get("/things").status, 404);
    house.host = main;
    assert!(house.stop().success());
}

#[test]
fn the_log_is_json_and_holds_no_address_of_a_page() {
    let (_temp, data) = folder();
    let house = Serving::start(&data);
    house.get("/things?secret=canary");
    let line = house.logged("answered");
    let line: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!((&line["route"], &line["status"]), (&"/things".into(), &200.into()));
    assert!(line["request"].is_string() && !line.to_string().contains("canary"), "{line}");
}
