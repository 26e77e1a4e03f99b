//! Kills the house again and again while it writes, and checks that it kept what it promised (T-D1).
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool speaks to whoever typed it")]
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use rigs::Dice;
use rigs::house::{House, Plan, is_house};
use rigs::http::Client;

const HELP: &str = "crash --points N [--engine sqlite|postgres] [--url URL] [--seed N] [--control]";
const WRITERS: u64 = 4;
/// Milliseconds the house writes before it is killed, at least and at most.
const AT_WORK: (u64, u64) = (15, 200);
/// After so many points everything that was ever acknowledged is looked for again.
const ALL_AFTER: u64 = 50;

/// What a half-made invitation looks like, and other damage: every count must be 0.
const HALVES: [(&str, &str); 7] = [
    (
        "an invitation without its letter",
        "select count(*) from invitation i where not exists (select 1 from letter l where l.id = i.letter_id)",
    ),
    (
        "an invitation without its line in the log",
        "select count(*) from invitation i where not exists (select 1 from entry e where e.org_id = i.org_id and e.subject_id = i.id and e.what = 'invitation.created')",
    ),
    (
        "a letter without its invitation",
        "select count(*) from letter l where l.kind like 'invitation%' and not exists (select 1 from invitation i where i.letter_id = l.id)",
    ),
    (
        "a line in the log without its invitation",
        "select count(*) from entry e where e.what = 'invitation.created' and not exists (select 1 from invitation i where i.org_id = e.org_id and i.id = e.subject_id)",
    ),
    (
        "a gap in the log",
        "select count(*) from chain_head h where h.seq <> (select count(*) from entry e where e.org_id = h.org_id) or h.seq <> (select max(seq) from entry e where e.org_id = h.org_id)",
    ),
    ("an answer that was kept without its write", "select count(*) from replay where status = 0"),
    (
        "an address invited twice",
        "select count(*) from (select email from invitation group by email having count(*) > 1) twice",
    ),
];

struct Args {
    points: u64,
    url: Option<String>,
    postgres: bool,
    seed: u64,
    control: bool,
}

fn main() -> ExitCode {
    if is_house() {
        return server::cli::main(&server::Product::gatepass());
    }
    match args().and_then(|it| run(&it)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the test server is named from outside")]
fn args() -> Result<Args> {
    let mut all = Args { points: 0, url: None, postgres: false, seed: 7, control: false };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().with_context(|| format!("{word} needs a value\n{HELP}"));
        match word.as_str() {
            "--points" => all.points = value()?.parse()?,
            "--seed" => all.seed = value()?.parse()?,
            "--url" => all.url = Some(value()?),
            "--engine" => all.postgres = value()? == "postgres",
            "--control" => all.control = true,
            _ => bail!("{HELP}"),
        }
    }
    ensure!(all.points > 0, "{HELP}");
    if all.postgres && all.url.is_none() {
        all.url = std::env::var("GATEPASS_TEST_POSTGRES").ok();
        ensure!(all.url.is_some(), "--engine postgres needs --url");
    }
    Ok(all)
}

/// The database, looked at from beside the house.
enum Beside {
    Sqlite(rusqlite::Connection),
    Postgres(Box<postgres::Client>),
}

impl Beside {
    fn open(data: &Path, database: Option<&str>) -> Result<Self> {
        if let Some(url) = database {
            return Ok(Self::Postgres(Box::new(postgres::Client::connect(url, postgres::NoTls)?)));
        }
        let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
        let db = rusqlite::Connection::open_with_flags(data.join("gatepass.db"), flags)?;
        db.busy_timeout(Duration::from_secs(10))?;
        Ok(Self::Sqlite(db))
    }

    fn count(&mut self, sql: &str) -> Result<i64> {
        Ok(match self {
            Self::Sqlite(db) => db.query_row(sql, [], |row| row.get(0))?,
            Self::Postgres(db) => db.query_one(sql, &[])?.get(0),
        })
    }

    fn invited(&mut self) -> Result<BTreeSet<String>> {
        let sql = "select email from invitation";
        Ok(match self {
            Self::Sqlite(db) => {
                let mut rows = db.prepare(sql)?;
                rows.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?
            }
            Self::Postgres(db) => db.query(sql, &[])?.iter().map(|row| row.get(0)).collect(),
        })
    }

    fn is_there(&mut self, email: &str) -> Result<bool> {
        let sql = "select count(*) from invitation where email = $1";
        let found: i64 = match self {
            Self::Sqlite(db) => db.query_row(sql, [email], |row| row.get(0))?,
            Self::Postgres(db) => db.query_one(sql, &[&email])?.get(0),
        };
        Ok(found == 1)
    }

    /// Everything that is wrong with the tables.
    fn damage(&mut self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        if let Self::Sqlite(db) = self {
            let check: String = db.query_row("pragma quick_check(1)", [], |row| row.get(0))?;
            if check != "ok" {
                found.push(check);
            }
        }
        for (what, sql) in HALVES {
            let count = self.count(sql)?;
            if count > 0 {
                found.push(format!("{what}, {count} times"));
            }
        }
        Ok(found)
    }
}

type Acknowledged = Arc<Mutex<Vec<String>>>;

/// Invites one new person after the other until the house is gone.
fn writer(
    host: &str,
    cookies: &str,
    name: String,
    kept: Acknowledged,
    stop: Arc<AtomicBool>,
    control: bool,
) -> JoinHandle<()> {
    let mut client = Client::new(host);
    cookies.clone_into(&mut client.cookies);
    std::thread::spawn(move || {
        for at in 0_u64.. {
            let email = format!("{name}-{at}@rig.example");
            let keep = || kept.lock().unwrap_or_else(PoisonError::into_inner).push(email.clone());
            if control {
                // On purpose: believed before it was promised.
                keep();
            }
            let form = format!(
                "people={}&role=DIR&scope=all&_key=key-of-{name}-{at:012}",
                email.replace('@', "%40")
            );
            match client.post("/invitations", &form) {
                Ok(answer) if answer.status == 303 => {
                    if !control {
                        keep();
                    }
                }
                Ok(answer) if answer.status == 503 => {}
                Ok(answer) if stop.load(Ordering::Relaxed) || answer.status >= 500 => return,
                Ok(answer) => {
                    eprintln!("an invitation was answered with {}", answer.status);
                    return;
                }
                Err(_) => return,
            }
        }
    })
}

/// What the run came to.
#[derive(Default)]
struct Tally {
    acknowledged: BTreeSet<String>,
    lost: BTreeSet<String>,
    damage: BTreeMap<String, u64>,
    restarts: Vec<Duration>,
}

impl Tally {
    /// Looks at what is in the tables after a restart.
    fn look(&mut self, beside: &mut Beside, new: Vec<String>, all: bool) -> Result<()> {
        for it in beside.damage()? {
            *self.damage.entry(it).or_default() += 1;
        }
        if all {
            self.acknowledged.extend(new);
            let there = beside.invited()?;
            self.lost.extend(self.acknowledged.difference(&there).cloned());
            return Ok(());
        }
        for email in new {
            if !beside.is_there(&email)? {
                self.lost.insert(email.clone());
            }
            self.acknowledged.insert(email);
        }
        Ok(())
    }

    fn tell(&mut self, points: u64, took: Duration) {
        self.restarts.sort();
        let at = |share: usize| self.restarts.get(self.restarts.len() * share / 100).copied();
        let (half, most) =
            (at(50).unwrap_or_default(), self.restarts.last().copied().unwrap_or_default());
        println!("points        {points}");
        println!("acknowledged  {}", self.acknowledged.len());
        println!("lost          {}", self.lost.len());
        println!("damage        {}", self.damage.values().sum::<u64>());
        println!(
            "restart       p50 {:.0} ms, max {:.0} ms",
            half.as_secs_f64() * 1e3,
            most.as_secs_f64() * 1e3
        );
        println!("took          {:.0} s", took.as_secs_f64());
        for (what, count) in &self.damage {
            println!("  {what} ({count} points)");
        }
        for email in self.lost.iter().take(10) {
            println!("  lost: {email}");
        }
    }
}

fn run(args: &Args) -> Result<bool> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("house");
    std::fs::create_dir(&data)?;
    let database = args.url.as_deref().map(own_database).transpose()?;
    let database = database.as_deref();
    let clock = Instant::now();
    let house = House::start(&Plan { data: &data, database, fresh: true })?;
    let cookies = house.settle()?.cookies;
    house.kill()?;
    let (mut tally, mut dice) =
        (Tally::default(), Dice::new(args.seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
    let mut new = Vec::new();
    for point in 0..=args.points {
        let house = House::start(&Plan { data: &data, database, fresh: false })
            .with_context(|| format!("the house did not open after point {point}"))?;
        tally.restarts.push(house.took);
        let mut beside = Beside::open(&data, database)?;
        let all = point % ALL_AFTER == 0 || point == args.points;
        tally.look(&mut beside, std::mem::take(&mut new), all)?;
        drop(beside);
        if point == args.points {
            break;
        }
        new = one_point(house, &cookies, point, &mut dice, args.control)?;
    }
    tally.tell(args.points, clock.elapsed());
    if let (Some(server), Some(url)) = (&args.url, database) {
        drop_database(server, url)?;
    }
    ensure!(!tally.acknowledged.is_empty(), "nothing was written, so nothing was shown");
    let sound = tally.lost.is_empty() && tally.damage.is_empty();
    if args.control {
        let seen = !tally.lost.is_empty();
        println!(
            "{}",
            if seen { "control: the losses were seen" } else { "control: NO LOSS WAS SEEN" }
        );
        return Ok(seen);
    }
    Ok(sound)
}

/// Lets the writers at the house and kills it; gives what was acknowledged.
fn one_point(
    house: House,
    cookies: &str,
    point: u64,
    dice: &mut Dice,
    control: bool,
) -> Result<Vec<String>> {
    let kept = Acknowledged::default();
    let stop = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = (0..WRITERS)
        .map(|it| {
            let name = format!("p{point}w{it}");
            writer(&house.host, cookies, name, Arc::clone(&kept), Arc::clone(&stop), control)
        })
        .collect();
    pause(Duration::from_millis(dice.roll(AT_WORK.0, AT_WORK.1)));
    stop.store(true, Ordering::Relaxed);
    house.kill()?;
    for it in writers {
        ensure!(it.join().is_ok(), "a writer stumbled");
    }
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(std::mem::take(&mut kept))
}

#[expect(clippy::disallowed_methods, reason = "the moment of the kill is what is chosen here")]
fn pause(time: Duration) {
    std::thread::sleep(time);
}

/// A database of its own on a PostgreSQL server.
fn own_database(server: &str) -> Result<String> {
    let (scheme, rest) = server.split_once("://").context("no address of a PostgreSQL")?;
    let server = format!("{scheme}://{}", rest.split('/').next().unwrap_or_default());
    let name = format!("crash_{}", std::process::id());
    let mut admin = postgres::Client::connect(&format!("{server}/postgres"), postgres::NoTls)?;
    admin.batch_execute(&format!("create database {name}"))?;
    Ok(format!("{server}/{name}"))
}

fn drop_database(server: &str, url: &str) -> Result<()> {
    let name = url.rsplit('/').next().unwrap_or_default();
    let server = server.trim_end_matches('/');
    let admin = if server.rsplit_once('/').is_some_and(|it| it.0.ends_with(":/")) {
        format!("{server}/postgres")
    } else {
        server.to_owned()
    };
    let mut admin = postgres::Client::connect(&admin, postgres::NoTls)?;
    admin.batch_execute(&format!("drop database if exists {name} with (force)"))?;
    Ok(())
}
