//! Deliveries to a real mail server on this machine, with every fault it can have (T-D5).
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use kernel::field::Email;
use kernel::{App, Lang, OrgId, write};
use server::testing::{Town, town};

use super::model::{Load, Outcome};
use super::store;
use super::transport::{Post, Smtp, Transport, Way};
use crate::Letter;

/// What the mail server does with one connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Take,
    /// Not now, said at the recipient.
    NotNow,
    /// Busy, said at the door.
    Closed,
    /// Never, said after the letter.
    Full,
    /// Hears the letter and says nothing more.
    Hang,
    /// Takes the letter and is gone before it says so.
    DropAfterData,
}

/// What arrived.
#[derive(Debug, Clone)]
struct Arrival {
    id: String,
    to: String,
    turn: Turn,
}

/// A mail server on this machine.
struct MailServer {
    port: u16,
    arrived: Arc<Mutex<Vec<Arrival>>>,
}

impl MailServer {
    /// Takes its turns from `turns`, again and again.
    fn open(turns: &'static [Turn]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let arrived = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&arrived);
        std::thread::spawn(move || {
            for (stream, turn) in listener.incoming().zip(turns.iter().cycle()) {
                // A connection that breaks is the point of some turns.
                drop(talk(stream.unwrap(), *turn, &kept));
            }
        });
        Self { port, arrived }
    }

    fn post(&self) -> Post {
        Post::open(&self.smtp(), "gatepass.test").unwrap()
    }

    fn smtp(&self) -> Smtp {
        Smtp {
            host: "127.0.0.1".to_owned(),
            port: self.port,
            way: Way::Open,
            login: None,
            from: "Gatepass <gatepass@harbour.example>".to_owned(),
            patience: Duration::from_millis(150),
        }
    }

    fn arrived(&self) -> Vec<Arrival> {
        self.arrived.lock().unwrap().clone()
    }
}

fn talk(stream: TcpStream, turn: Turn, kept: &Mutex<Vec<Arrival>>) -> std::io::Result<()> {
    let mut out = stream.try_clone()?;
    let mut lines = BufReader::new(stream).lines();
    let mut say = |text: &str| out.write_all(format!("{text}\r\n").as_bytes());
    if turn == Turn::Closed {
        return say("421 too busy");
    }
    say("220 ready")?;
    let mut to = String::new();
    while let Some(line) = lines.next().transpose()? {
        match line.to_ascii_uppercase() {
            it if it.starts_with("EHLO") => say("250 hello")?,
            it if it.starts_with("RCPT") => {
                to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                say(if turn == Turn::NotNow { "451 try later" } else { "250 ok" })?;
            }
            it if it == "DATA" => {
                say("354 go on")?;
                let mut id = String::new();
                for line in lines.by_ref() {
                    let line = line?;
                    if let Some(found) = line.strip_prefix("Message-ID: ") {
                        id = found.to_owned();
                    }
                    if line == "." {
                        break;
                    }
                }
                match turn {
                    Turn::Full => say("552 mailbox full")?,
                    Turn::Hang => {
                        // The client loses its patience and goes.
                        lines.next();
                        return Ok(());
                    }
                    _ => {
                        kept.lock().unwrap().push(Arrival { id, to: to.clone(), turn });
                        if turn == Turn::DropAfterData {
                            return Ok(());
                        }
                        say("250 taken")?;
                    }
                }
            }
            it if it == "QUIT" => return say("221 bye"),
            _ => say("250 ok")?,
        }
    }
    Ok(())
}

fn letter(org: OrgId, to: &str) -> Letter {
    Letter {
        org: Some(org),
        kind: "invitation",
        lang: Lang::En,
        to: Email::parse(to).unwrap(),
        name: "Nadia Farah".to_owned(),
        subject: "Join Harbour Works".to_owned(),
        paragraphs: vec!["Hello".to_owned()],
        button: Some(("Open".to_owned(), "https://gatepass.test/invitation/x".to_owned())),
        footer: String::new(),
    }
}

fn posted(town: &Town, count: usize) {
    let org = town.world.org;
    let sent = town.write(move |tx| {
        for number in 0..count {
            crate::post(tx, &letter(org, &format!("nadia{number}@harbour.example")))?;
        }
        Ok(())
    });
    sent.unwrap();
}

fn states(town: &Town) -> BTreeMap<String, i64> {
    let rows = town.read(|db| {
        db.all("select state, count(*) from letter group by state", &[], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    });
    rows.unwrap().into_iter().collect()
}

/// Runs where blocking is allowed, as the worker's own thread is.
fn aside<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(work).join().unwrap())
}

/// Where the worker of the story dies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Death {
    Never,
    BeforeSending,
    AfterSending,
}

/// One delivery of a worker that may die; what it took and how it went, when it lived to know.
fn deliver(app: &App, post: &Post, death: Death) -> Option<(Load, Option<Outcome>)> {
    let load = write(app, store::lease).unwrap()?;
    if death == Death::BeforeSending {
        return Some((load, None));
    }
    let outcome = post.send(&load);
    if death == Death::Never {
        let (load, outcome) = (load.clone(), outcome.clone());
        write(app, move |tx| store::settle(tx, &load, &outcome)).unwrap();
    }
    Some((load, Some(outcome)))
}

/// As an administrator would who reads why, and sends the failed ones again.
fn send_again(town: &Town) {
    let again = town.write(|tx| {
        let now = tx.now();
        tx.run(
            "update letter set state = 'waiting', tries = 0, next_at = $1 where state = 'failed'",
            &[&now],
        )
    });
    again.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_letter_arrives_once_through_all_faults_and_deaths_t_d5() {
    use Turn::{Closed, DropAfterData, Full, Hang, NotNow, Take};
    const TURNS: &[Turn] = &[
        Take,
        NotNow,
        Take,
        DropAfterData,
        Take,
        Closed,
        Take,
        Full,
        Take,
        Take,
        Hang,
        Take,
        Take,
    ];
    let town = town();
    posted(&town, 100);
    let server = MailServer::open(TURNS);
    let post = server.post();
    let mut copies: BTreeMap<String, usize> = BTreeMap::new();
    let mut round = 0_usize;
    loop {
        let found = aside(|| {
            let app = town.app();
            let mut count = 0;
            loop {
                round += 1;
                let death = match round % 17 {
                    5 => Death::BeforeSending,
                    11 => Death::AfterSending,
                    _ => Death::Never,
                };
                let Some((load, outcome)) = deliver(app, &post, death) else { return count };
                if death == Death::AfterSending && outcome == Some(Outcome::Sent) {
                    *copies.entry(format!("<{}@gatepass.test>", load.id)).or_default() += 1;
                }
                count += 1;
            }
        });
        let states = states(&town);
        if states.contains_key("failed") {
            send_again(&town);
        } else if found == 0 && states.get("sent") == Some(&100) {
            break;
        }
        assert!(round < 5_000, "{states:?}");
        town.pass_hours(1);
    }
    let arrived = server.arrived();
    let ids: BTreeSet<&String> = arrived.iter().map(|it| &it.id).collect();
    assert_eq!(ids.len(), 100, "0 lost, and a second copy is known by its Message-ID");
    let addresses: BTreeSet<&String> = arrived.iter().map(|it| &it.to).collect();
    assert_eq!(addresses.len(), 100, "0 to a wrong address");
    for id in ids {
        let times = arrived.iter().filter(|it| it.id == *id).count();
        let excused = arrived.iter().filter(|it| it.id == *id && it.turn == DropAfterData).count();
        let died = copies.get(id).copied().unwrap_or_default();
        assert!(times <= 1 + excused + died, "{id} arrived {times} times");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_is_refused_is_set_aside_and_the_invitation_bounces() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let sent = owner
        .post("/invitations", [("people", "n@harbour.example"), ("role", "DIR"), ("scope", "all")])
        .await;
    let path = sent.location().to_owned();
    let server = MailServer::open(&[Turn::Full]);
    let post = server.post();
    aside(|| assert!(super::deliver_one(town.app(), &post).unwrap()));
    assert_eq!(states(&town), [("failed".to_owned(), 1)].into());
    assert!(owner.get(&path).await.has("Bounced"), "the invitation says so");
    let outbox = owner.get("/outbox?state=failed").await;
    assert!(outbox.has("552") && outbox.has("mailbox full"), "{}", outbox.text());
    let log = owner.get("/audit?what=letter").await;
    assert!(log.has("Message came back"), "the log says so");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_is_down_changes_nothing_but_the_outbox() {
    let town = town();
    posted(&town, 1);
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let smtp = Smtp { port: closed, ..MailServer::open(&[Turn::Take]).smtp() };
    let post = Post::open(&smtp, "gatepass.test").unwrap();
    let mut tries = 0;
    while states(&town).contains_key("waiting") {
        tries += usize::from(aside(|| super::deliver_one(town.app(), &post).unwrap()));
        town.pass_hours(1);
    }
    assert_eq!(tries, 12, "then it is given up");
    assert_eq!(states(&town), [("failed".to_owned(), 1)].into());
    let mut owner = town.enter("owner").await;
    assert!(owner.get("/outbox").await.has("could not be reached"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_rolled_back_is_never_sent() {
    let town = town();
    let org = town.world.org;
    let failed = town.write(move |tx| {
        crate::post(tx, &letter(org, "nadia@harbour.example"))?;
        Err::<(), _>(kernel::Error::NotFound)
    });
    assert!(failed.is_err());
    let server = MailServer::open(&[Turn::Take]);
    let post = server.post();
    assert!(!aside(|| super::deliver_one(town.app(), &post).unwrap()));
    assert!(server.arrived().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_carries_what_waits_and_ends_when_told() {
    let town = town();
    posted(&town, 2);
    let server = MailServer::open(&[Turn::Take]);
    let courier = crate::start(town.app(), Transport::Smtp(server.smtp())).unwrap();
    while server.arrived().len() < 2 {
        std::thread::yield_now();
    }
    aside(|| courier.stop());
    assert_eq!(states(&town), [("sent".to_owned(), 2)].into());
    let none = crate::start(town.app(), Transport::None).unwrap();
    none.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_encryption_gets_nothing_from_a_house_that_asks_for_it() {
    let town = town();
    posted(&town, 1);
    let server = MailServer::open(&[Turn::Take]);
    let smtp = Smtp { way: Way::StartTls, ..server.smtp() };
    let post = Post::open(&smtp, "gatepass.test").unwrap();
    aside(|| assert!(super::deliver_one(town.app(), &post).unwrap()));
    assert!(server.arrived().is_empty());
    assert_eq!(states(&town), [("waiting".to_owned(), 1)].into(), "12.3: it waits");
}
