//! Measures CPU time per operation as a ratio to a bare handler in the same run, cold start and idle memory.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool speaks to whoever typed it")]
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use rigs::asked::Written;
use rigs::house::{House, OWNER, PASSWORD, Plan, is_house};
use rigs::http::Client;
use rigs::{cpu, crowd};

use load::{HELLO, Hello, clients, hello_server, load, ok};
use rows::Row;

mod learning;
mod load;
mod mass;
mod matrix;
mod rows;
mod standings;

const HELP: &str = "bench [NAME…] --json FILE [--rounds N] [--seconds S]
names: hello sign-in save-learning people-10k people-1m cold-start-10k cold-start-1m memory-idle judge-1m
       standing-list-10k rehearsal-10k rule-10k standing-list-1m rehearsal-1m rule-1m matrix-10k";
/// Microseconds of `hello` on the machine the targets were written for.
const REFERENCE: f64 = 7.8;
const SMALL: u64 = 10_000;
const LARGE: u64 = 1_000_000;

struct Args {
    names: Vec<String>,
    json: Option<PathBuf>,
    rounds: usize,
    seconds: f64,
}

impl Args {
    fn wants(&self, name: &str) -> bool {
        self.names.is_empty() || self.names.iter().any(|it| name.contains(it.as_str()))
    }
}

fn main() -> ExitCode {
    if is_house() {
        return server::cli::main(&server::Product::gatepass());
    }
    let ran = if std::env::args().nth(1).as_deref() == Some(HELLO) {
        hello_server()
    } else {
        args().and_then(|it| run(&it))
    };
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn args() -> Result<Args> {
    let mut all = Args { names: Vec::new(), json: None, rounds: 5, seconds: 1.5 };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().with_context(|| format!("{word} needs a value\n{HELP}"));
        match word.as_str() {
            "--json" => all.json = Some(value()?.into()),
            "--rounds" => all.rounds = value()?.parse()?,
            "--seconds" => all.seconds = value()?.parse()?,
            it if it.starts_with('-') => bail!("{HELP}"),
            _ => all.names.push(word),
        }
    }
    ensure!(all.rounds > 0, "{HELP}");
    Ok(all)
}

/// A house with people in it, and the owner's cookies.
struct Settled {
    _folder: tempfile::TempDir,
    data: PathBuf,
    cookies: String,
}

impl Settled {
    fn new(people: u64) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let data = folder.path().join("house");
        std::fs::create_dir(&data)?;
        let house = House::start(&Plan { data: &data, database: None, fresh: true })?;
        let cookies = house.settle()?.cookies;
        house.kill()?;
        crowd::fill(&data.join("gatepass.db"), people)?;
        Ok(Self { _folder: folder, data, cookies })
    }

    fn file(&self) -> PathBuf {
        self.data.join("gatepass.db")
    }

    fn open(&self) -> Result<House> {
        House::start(&Plan { data: &self.data, database: None, fresh: false })
    }
}

fn run(args: &Args) -> Result<()> {
    let mut rows = Vec::new();
    if args.wants("judge-1m") {
        let took = mass::million(args.rounds)?;
        rows.push(Row::new("judge-1m", "ms for 1,000,000 people × 20", took, Some(50.0)));
    }
    if args.names.iter().all(|it| "judge-1m".contains(it.as_str())) && !args.names.is_empty() {
        return finish(args, &rows);
    }
    let small = Settled::new(SMALL)?;
    let hello = Hello::start()?;
    // First, because an account keeps twenty sessions and a storm of sign-ins ends the older ones.
    if args.wants("people-10k") {
        people(args, &small, &hello, "people-10k", &mut rows)?;
    }
    if ["hello", "sign-in"].iter().any(|it| args.wants(it)) {
        operations(args, &small, &hello, &mut rows)?;
    }
    if args.wants("save-learning") {
        learning::save(args, &small, &hello, &mut rows)?;
    }
    if args.wants("memory-idle") {
        rows.push(memory(args, &small)?);
    }
    if args.wants("cold-start-10k") {
        rows.push(Row::new(
            "cold-start-10k",
            "s to the first answer",
            cold(args, &small)?,
            Some(0.2),
        ));
    }
    if args.wants("people-1m") || args.wants("cold-start-1m") {
        let large = Settled::new(LARGE)?;
        if args.wants("people-1m") {
            people(args, &large, &hello, "people-1m", &mut rows)?;
        }
        if args.wants("cold-start-1m") {
            rows.push(Row::new(
                "cold-start-1m",
                "s to the first answer",
                cold(args, &large)?,
                Some(1.0),
            ));
        }
    }
    for (people, written, names) in [
        (SMALL, Written::Tables, ["standing-list-10k", "matrix-10k", "rehearsal-10k", "rule-10k"]),
        (LARGE, Written::Dossiers, ["standing-list-1m", "matrix-1m", "rehearsal-1m", "rule-1m"]),
    ] {
        if names.iter().any(|it| args.wants(it)) {
            let crowd = standings::settle(people, written)?;
            if args.wants("matrix-10k") && people == SMALL {
                rows.push(matrix::export(args.rounds, &crowd, people)?);
            }
            standings::measure(args, &crowd, &hello, names, &mut rows)?;
        }
    }
    finish(args, &rows)
}

/// Prints the rows, says what was missed, and writes the file.
fn finish(args: &Args, rows: &[Row]) -> Result<()> {
    println!("\n{:16} {:>10} {:>10} {:>10}  {:>10}", "", "min", "median", "max", "target");
    rows.iter().for_each(Row::tell);
    for it in rows.iter().filter(|it| !it.met()) {
        println!(
            "missed: {} is {:.3} {}, wanted {:?}",
            it.name,
            it.sorted()[1],
            it.unit,
            it.target
        );
    }
    if let Some(file) = &args.json {
        let all: Vec<_> = rows.iter().map(Row::json).collect();
        std::fs::write(file, serde_json::to_string_pretty(&all)?)?;
    }
    Ok(())
}

/// Hello and sign-in, in alternation.
fn operations(args: &Args, small: &Settled, hello: &Hello, rows: &mut Vec<Row>) -> Result<()> {
    let house = small.open()?;
    let time = Duration::from_secs_f64(args.seconds);
    let mut signing = clients(&house.host, "");
    let (mut hellos, mut shares, mut took) = (Vec::new(), Vec::new(), Vec::new());
    let mut bare = clients(&hello.host, "");
    for _ in 0..args.rounds {
        hellos.push(load(hello.child.id(), time, &mut bare, |it, _| ok(it, "/"))?);
        if args.wants("sign-in") {
            let argon = argon()?;
            let micros = load(house.id(), time, &mut signing, sign_in)?;
            shares.push(argon / micros);
            took.push(micros / 1000.0);
        }
    }
    drop(house);
    if args.wants("hello") {
        rows.push(Row::new("hello", "µs of CPU", hellos, None));
    }
    if args.wants("sign-in") {
        rows.push(Row::new("sign-in", "ms of CPU", took, None));
        let mut row = Row::new("sign-in-argon2id", "share of sign-in's CPU", shares, Some(0.9));
        row.more = true;
        rows.push(row);
    }
    Ok(())
}

fn people(
    args: &Args,
    settled: &Settled,
    hello: &Hello,
    name: &'static str,
    rows: &mut Vec<Row>,
) -> Result<()> {
    let house = settled.open()?;
    let time = Duration::from_secs_f64(args.seconds);
    let mut owner = clients(&house.host, &settled.cookies);
    let mut bare = clients(&hello.host, "");
    let first = owner[0].get("/people")?;
    ensure!(first.status == 200, "/people answered {}", first.status);
    ensure!(rows_in(&first.body) == 50, "the list showed {} people", rows_in(&first.body));
    let (mut ratios, mut micros) = (Vec::new(), Vec::new());
    for _ in 0..args.rounds {
        let base = load(hello.child.id(), time, &mut bare, |it, _| ok(it, "/"))?;
        let list = load(house.id(), time, &mut owner, |it, _| ok(it, "/people"))?;
        ratios.push(list / base);
        micros.push(list);
    }
    micros.sort_by(f64::total_cmp);
    let mut row = Row::new(name, "times hello's CPU", ratios, Some(200.0 / REFERENCE));
    row.note = format!("{:.0} µs, {} KiB", micros[micros.len() / 2], first.body.len() / 1024);
    rows.push(row);
    Ok(())
}

/// People in the table; its first row is the head.
fn rows_in(body: &[u8]) -> usize {
    String::from_utf8_lossy(body).matches("<tr role=\"row\"").count().saturating_sub(1)
}

/// Signs in once, as somebody who comes from an address of their own.
fn sign_in(client: &mut Client, at: u64) -> Result<()> {
    let bytes = at.to_be_bytes();
    client.forwarded = Some(format!("10.{}.{}.{}", bytes[5], bytes[6], bytes[7]));
    let form =
        format!("login={}&password={}", OWNER.replace('@', "%40"), PASSWORD.replace(' ', "+"));
    let answer = client.post("/sign-in", &form)?;
    ensure!(answer.status == 303, "sign-in answered {}", answer.status);
    Ok(())
}

/// Microseconds of CPU of one argon2id as the product uses it. Two at a time, as the house's pool does on two cores:
/// they share the memory's bandwidth there too.
fn argon() -> Result<f64> {
    let params = argon2::Params::new(19_456, 2, 1, None).map_err(|it| anyhow::anyhow!("{it}"))?;
    let hash = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let (before, times, hands) = (cpu::seconds(std::process::id())?, 12, 2);
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..hands)
            .map(|_| {
                scope.spawn(|| {
                    let mut out = [0_u8; 32];
                    (0..times).try_for_each(|_| {
                        hash.hash_password_into(PASSWORD.as_bytes(), b"salt of sixteen ", &mut out)
                    })
                })
            })
            .collect();
        hands.into_iter().try_for_each(|it| match it.join() {
            Ok(hashed) => hashed.map_err(|it| anyhow::anyhow!("{it}")),
            Err(_) => bail!("a hash stumbled"),
        })
    })?;
    Ok((cpu::seconds(std::process::id())? - before) * 1e6 / f64::from(times * hands))
}

fn cold(args: &Args, settled: &Settled) -> Result<Vec<f64>> {
    (0..args.rounds)
        .map(|_| {
            let house = settled.open()?;
            let took = house.took.as_secs_f64();
            house.kill()?;
            Ok(took)
        })
        .collect()
}

/// Memory after some pages were looked at and the house came to rest.
fn memory(args: &Args, settled: &Settled) -> Result<Row> {
    let mut held = Vec::new();
    for _ in 0..args.rounds {
        let house = settled.open()?;
        let mut owner = clients(&house.host, &settled.cookies);
        for path in ["/invitations", "/people", "/sign-in", "/invitations/new"] {
            // Some of these may be missing; what is there has been warmed up.
            drop(owner[0].get(path)?);
        }
        rest();
        held.push(cpu::mebibytes(house.id())?);
    }
    Ok(Row::new("memory-idle", "MiB", held, Some(64.0)))
}

#[expect(clippy::disallowed_methods, reason = "idle is what comes when time passes")]
fn rest() {
    std::thread::sleep(Duration::from_secs(1));
}
