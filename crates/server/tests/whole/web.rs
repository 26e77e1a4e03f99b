//! What every answer must hold, whatever the address: no foreign writes, no foreign hosts, strict headers, no way to
//! bring the process down with a long or deep request.
use std::io::{Read, Write};
use std::net::TcpStream;

use axum::body::Body;
use axum::http::Request;
use kernel::testing::{BASE, Page, Visitor};
use kernel::web::{Listener, serve};
use kernel::{Fields, Lang};
use ui::text::t;

use crate::tables;
use crate::walk::likely_form;
use crate::world::{House, all_routes, keyed};

const HOST: &str = "gatepass.test";

/// Headers of a write that comes from somebody else's page. All have the cookie of the owner.
const FOREIGN: [&[(&str, &str)]; 7] = [
    &[],
    &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
    &[("sec-fetch-site", "same-site"), ("origin", "https://sub.gatepass.test")],
    &[("sec-fetch-site", "same-origin"), ("origin", "https://evil.example")],
    &[("sec-fetch-site", "none")],
    &[("origin", "null")],
    &[("origin", "http://gatepass.test")],
];

fn form_request(path: &str) -> axum::http::request::Builder {
    Request::post(path).header("content-type", "application/x-www-form-urlencoded")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_from_a_foreign_page_is_refused_everywhere_t_c7() {
    let house = House::new().await;
    let mut owner = house.enter("owner").await;
    let before = house.contents();
    let mut wrong = Vec::new();
    for route in all_routes().table().iter().filter(|it| it.verb == "POST") {
        let path = house.subjects.fill(route.path).unwrap().path;
        let body = keyed(&likely_form(&house)).to_query();
        for headers in FOREIGN {
            let request = headers
                .iter()
                .fold(form_request(&path), |it, (name, value)| it.header(*name, *value));
            let page =
                owner.send(request, Body::from(body.trim_start_matches('?').to_owned())).await;
            if page.status != 403 || !page.has(t(Lang::En, "error-foreign")) {
                wrong.push(format!("{} {headers:?}: {}", route.path, page.status));
            }
        }
    }
    let changed = tables::changed(&before, &house.contents());
    assert!(wrong.is_empty() && changed.is_empty(), "{}\nchanged {changed:?}", wrong.join("\n"));
}

/// Headers with which proxies and attackers name another host.
const HOSTS: [(&str, &str); 20] = [
    ("host", "evil.example"),
    ("host", "gatepass.test.evil.example"),
    ("host", "evil.example#gatepass.test"),
    ("host", "gatepass.test:evil.example"),
    ("host", "gatepass.test:8443"),
    ("host", "gatepass.test@evil.example"),
    ("host", "127.0.0.1"),
    ("host", "evil.example, gatepass.test"),
    ("x-forwarded-host", "evil.example"),
    ("x-forwarded-server", "evil.example"),
    ("x-forwarded-proto", "evil.example"),
    ("x-forwarded-port", "evil.example"),
    ("x-forwarded-prefix", "//evil.example"),
    ("x-host", "evil.example"),
    ("x-original-host", "evil.example"),
    ("x-original-url", "//evil.example/"),
    ("x-rewrite-url", "https://evil.example/"),
    ("x-http-host-override", "evil.example"),
    ("forwarded", "host=evil.example;proto=https"),
    ("referer", "https://evil.example/"),
];

fn speaks_of_evil(page: &Page) -> bool {
    format!("{:?}{}", page.headers, page.text()).contains("evil")
}

#[tokio::test(flavor = "multi_thread")]
async fn no_answer_names_a_host_that_the_request_made_up_t_c8() {
    let house = House::new().await;
    let mut owner = house.enter("owner").await;
    let mut wrong = Vec::new();
    for (at, (name, value)) in HOSTS.iter().enumerate() {
        for (who, mut visitor) in [("nobody", house.test.visitor()), ("owner", owner.clone())] {
            for path in ["/", "/home", "/sign-in", "/nowhere", "/invitations", "/invitations/new"] {
                let page =
                    visitor.send(Request::get(path).header(*name, *value), Body::empty()).await;
                let misdirected = *name != "host" || page.status == 421;
                if speaks_of_evil(&page) || !misdirected {
                    wrong.push(format!("{who} GET {path} {name}: {value} -> {}", page.status));
                }
            }
        }
        let people = format!("evelyn{at}@elsewhere.org");
        let form = keyed(&Fields::of([("people", &people), ("role", "DIR"), ("scope", "all")]));
        let request = form_request("/invitations").header(*name, *value);
        let request = request.header("sec-fetch-site", "same-origin").header("origin", BASE);
        let sent = owner
            .send(request, Body::from(form.to_query().trim_start_matches('?').to_owned()))
            .await;
        if sent.status == 303 {
            let page = owner.follow(&sent).await;
            let link = page.between("https://", "/invitation/");
            if speaks_of_evil(&page) || link.as_deref() != Some(HOST) {
                wrong.push(format!("an invitation sent with {name}: {value} leads to {link:?}"));
            }
        } else if *name != "host" {
            wrong.push(format!(
                "an invitation sent with {name}: {value} was not made: {}",
                sent.status
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with the headers of an answer.
fn shape(path: &str, page: &Page) -> Vec<String> {
    let header =
        |name: &str| page.headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let mut wrong = Vec::new();
    let mut need = |it: bool, why: &str| {
        if !it {
            wrong.push(format!("{path} ({}): {why}", page.status));
        }
    };
    let policy = header("content-security-policy");
    // What somebody handed in is saved, not shown: it may do nothing at all.
    let handed_in = policy == "sandbox; default-src 'none'; frame-ancestors 'none'"
        && header("content-disposition").starts_with("attachment");
    need(
        handed_in
            || (policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'")),
        "policy",
    );
    need(handed_in || policy.contains("require-trusted-types-for 'script'"), "trusted types");
    need(!policy.contains("unsafe"), "unsafe policy");
    need(header("x-content-type-options") == "nosniff", "nosniff");
    need(header("referrer-policy") == "same-origin", "referrer policy");
    need(header("cross-origin-opener-policy") == "same-origin", "opener policy");
    need(header("cross-origin-resource-policy") == "same-origin", "resource policy");
    need(header("strict-transport-security").contains("max-age=31536000"), "transport security");
    need(!header("x-request-id").is_empty(), "a name for the request");
    let kept = header("cache-control");
    let may_be_kept = page.status == 200
        && (path.starts_with("/assets/") || path == "/favicon.ico" || path == "/robots.txt");
    need(may_be_kept || kept.contains("no-store"), "must not be stored");
    need(page.bytes.is_empty() || !header("content-type").is_empty(), "content type");
    need(
        !header("content-type").starts_with("text/")
            || header("content-type").contains("charset=utf-8")
            || may_be_kept,
        "charset",
    );
    need(page.status.as_u16() < 500, "our mistake");
    for cookie in page.headers.get_all("set-cookie").iter().filter_map(|it| it.to_str().ok()) {
        need(cookie.contains("SameSite=Lax") && cookie.contains("Path=/"), cookie);
        need(cookie.contains("; Secure") && cookie.contains("; HttpOnly"), cookie);
    }
    if header("content-type").starts_with("text/html") {
        let text = page.text();
        need(text.starts_with("<!DOCTYPE html>"), "doctype");
        need(text.contains("<html lang="), "language");
        need(!text.contains(" style=\"") && !text.contains("<style"), "inline style");
        need(!text.contains("<script>") && !text.contains(" onclick="), "inline script");
    }
    wrong
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_has_the_headers_of_the_house() {
    let house = House::new().await;
    // Signed in once: the door asks whoever signs in too often to wait.
    let mut owner = house.enter("owner").await;
    let mut wrong = Vec::new();
    for route in all_routes().table() {
        let path = house.subjects.fill(route.path).unwrap().path;
        if owner.get("/account").await.status != 200 {
            owner = house.enter("owner").await;
        }
        for mut visitor in [house.test.visitor(), owner.clone()] {
            let page = match route.verb {
                "GET" => visitor.get(&path).await,
                _ => {
                    visitor
                        .post_fields(
                            &path,
                            &keyed(&Fields::of([("x", "<script>alert(1)</script>")])),
                        )
                        .await
                }
            };
            wrong.extend(shape(&path, &page));
        }
    }
    for path in ["/nowhere", "/invitations/nowhere", "/assets/nothing.js", "/%00", "/%ff"] {
        wrong.extend(shape(path, &house.test.visitor().get(path).await));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Forms and addresses that are deep or long, as far as they get to the router (B10). One parser reads them for every
/// route, so each route is sent some of them, and each of them goes to many routes.
#[tokio::test(flavor = "multi_thread")]
async fn deep_and_long_requests_are_refused_b10() {
    let house = House::new().await;
    let mut owner = house.enter("owner").await;
    let many = "a=1&".repeat(100_000);
    let bodies = [
        ("application/json", "[".repeat(100_000)),
        ("application/json", "{\"a\":".repeat(100_000)),
        ("application/x-www-form-urlencoded", many),
        ("application/x-www-form-urlencoded", format!("a{}=1", "%ff".repeat(100_000))),
        ("application/x-www-form-urlencoded", "x".repeat(2_000_000)),
        ("application/x-www-form-urlencoded", format!("{}=1", "a[".repeat(100_000))),
        ("text/xml", "<a>".repeat(100_000)),
        ("multipart/form-data; boundary=x", "--x\r\n".repeat(100_000)),
    ];
    let mut wrong = Vec::new();
    let routes = all_routes().table();
    let posts = routes.iter().filter(|it| it.verb == "POST" && it.path != "/sign-out");
    for (number, route) in posts.enumerate() {
        let path = house.subjects.fill(route.path).unwrap().path;
        for (kind, body) in bodies.iter().cycle().skip(2 * number).take(2) {
            let request = Request::post(&path).header("content-type", *kind);
            let request = request.header("sec-fetch-site", "same-origin").header("origin", BASE);
            let page = owner.send(request, Body::from(body.clone())).await;
            let taken = page.status == 303 && kind.ends_with("urlencoded");
            if !taken && !page.status.is_client_error() {
                wrong.push(format!("POST {path} {kind} of {} bytes: {}", body.len(), page.status));
            }
        }
    }
    let queries = ["a=1&".repeat(15_000), "a[".repeat(30_000), format!("q={}", "(".repeat(60_000))];
    let gets = routes.iter().filter(|it| it.verb == "GET");
    for (route, query) in gets.zip(queries.iter().cycle()) {
        let path = house.subjects.fill(route.path).unwrap().path;
        let page = owner.get(&format!("{path}?{query}")).await;
        if page.status.is_server_error() {
            wrong.push(format!("GET {path} with {} bytes of query: {}", query.len(), page.status));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(house.test.visitor().get("/sign-in").await.status, 200, "the house goes on");
}

/// The first line of the answer to raw bytes, through a real socket.
fn first_line(address: std::net::SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).expect("a house that listens");
    let patience = Some(std::time::Duration::from_secs(20));
    stream.set_read_timeout(patience).expect("a socket");
    // The house may answer and hang up before it has read everything.
    drop(stream.write_all(request));
    let mut answer = [0_u8; 512];
    let count = stream.read(&mut answer).unwrap_or_default();
    String::from_utf8_lossy(&answer[..count]).lines().next().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_a_hundred_thousand_deep_is_refused_at_the_socket_b10() {
    let house = House::new().await;
    let listener = Listener::bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
    let address = listener.address;
    let router = all_routes().into_service(house.test.app());
    let (close, closed) = tokio::sync::oneshot::channel::<()>();
    let asking = tokio::task::spawn_blocking(move || {
        let head = "Host: gatepass.test\r\nConnection: close\r\n";
        let requests = [
            format!("GET /sign-in?{} HTTP/1.1\r\n{head}\r\n", "a[b]".repeat(100_000)),
            format!("GET {} HTTP/1.1\r\n{head}\r\n", "/a".repeat(100_000)),
            format!("GET /sign-in HTTP/1.1\r\n{head}X-Deep: {}\r\n\r\n", "[".repeat(1_000_000)),
            format!("GET /sign-in HTTP/1.1\r\n{head}{}\r\n", "X-Many: 1\r\n".repeat(1000)),
        ];
        let lines = requests.map(|it| first_line(address, it.as_bytes()));
        let alive = first_line(address, format!("GET /sign-in HTTP/1.1\r\n{head}\r\n").as_bytes());
        drop(close);
        (lines, alive)
    });
    serve(listener, router, async { drop(closed.await) }).await;
    let (lines, alive) = asking.await.unwrap();
    let refused = lines.iter().filter(|it| it.starts_with("HTTP/1.1 4")).count();
    assert_eq!(refused, lines.len(), "{lines:?}");
    assert_eq!(alive, "HTTP/1.1 200 OK");
}

async fn ten_at_once(visitor: &Visitor, path: &str, form: &Fields) -> Vec<String> {
    let mut sending = tokio::task::JoinSet::new();
    for _ in 0..10 {
        let (mut visitor, path, form) = (visitor.clone(), path.to_owned(), form.clone());
        sending.spawn(async move {
            let page = visitor.post_fields(&path, &form).await;
            format!("{} {}", page.status.as_u16(), page.location())
        });
    }
    let mut answers = sending.join_all().await;
    answers.sort();
    answers.dedup();
    answers
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_sent_ten_times_at_once_is_one_t_d7() {
    let house = House::new().await;
    let owner = house.enter("owner").await;
    let count = |sql: &'static str| {
        house.test.read(|db| db.one(sql, &[], |row| row.get::<i64>(0))).unwrap()
    };
    for name in ["ana", "bea", "cleo"] {
        let people = format!("{name}@elsewhere.org");
        let form = keyed(&Fields::of([("people", &people), ("role", "DIR"), ("scope", "all")]));
        let before =
            (count("select count(*) from invitation"), count("select count(*) from letter"));
        let answers = ten_at_once(&owner, "/invitations", &form).await;
        assert_eq!(answers.len(), 1, "{answers:?}");
        let after =
            (count("select count(*) from invitation"), count("select count(*) from letter"));
        assert_eq!(after, (before.0 + 1, before.1 + 1));
        let path = answers[0].trim_start_matches("303 ").to_owned();
        let renewal = keyed(&Fields::default());
        assert_eq!(ten_at_once(&owner, &format!("{path}/renewal"), &renewal).await.len(), 1);
        assert_eq!(count("select count(*) from letter"), after.1 + 1, "renewed once");
    }
}
