//! Measures CPU time per operation as a ratio to a bare handler in the same run, cold start and idle memory.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool speaks to whoever typed it")]
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use rigs::house::{House, OWNER, PASSWORD, Plan, is_house};
use rigs::http::Client;
use rigs::{cpu, crowd};

const HELP: &str = "bench [NAME…] --json FILE [--rounds N] [--seconds S]
names: hello sign-in people-10k people-1m cold-start-10k cold-start-1m memory-idle";
const HELLO: &str = "hello-server";
/// Connections that ask at the same time.
const CONNECTIONS: u64 = 4;
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

/// One line of the result.
struct Row {
    name: &'static str,
    unit: &'static str,
    values: Vec<f64>,
    target: Option<f64>,
    /// More is better.
    more: bool,
    note: String,
}

impl Row {
    fn new(name: &'static str, unit: &'static str, values: Vec<f64>, target: Option<f64>) -> Self {
        Self { name, unit, values, target, more: false, note: String::new() }
    }

    fn sorted(&self) -> [f64; 3] {
        let mut all = self.values.clone();
        all.sort_by(f64::total_cmp);
        [all[0], all[all.len() / 2], all[all.len() - 1]]
    }

    fn met(&self) -> bool {
        let median = self.sorted()[1];
        self.target.is_none_or(|it| if self.more { median >= it } else { median <= it })
    }

    fn json(&self) -> serde_json::Value {
        let [min, median, max] = self.sorted();
        serde_json::json!({
            "name": self.name, "unit": self.unit, "min": min, "median": median, "max": max,
            "target": self.target, "met": self.met(),
        })
    }

    fn tell(&self) {
        let [min, median, max] = self.sorted();
        let sign = if self.more { "≥" } else { "≤" };
        let target = self.target.map_or_else(|| "–".to_owned(), |it| format!("{sign} {it:.3}"));
        let met = if self.met() { "" } else { "MISSED" };
        println!(
            "{:16} {:>10.3} {:>10.3} {:>10.3}  {target:>10}  {:24} {met:6} {}",
            self.name, min, median, max, self.unit, self.note
        );
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

/// A bare handler on the same runtime: what everything is compared with.
#[expect(
    clippy::disallowed_methods,
    reason = "this is what the product is measured against, without any of it"
)]
fn hello_server() -> Result<()> {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    let runtime = builder.worker_threads((2 * cores + 2).max(4)).enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("listening on http://{}", listener.local_addr()?);
        let router = axum::Router::new().route("/", axum::routing::get(|| async { "hello" }));
        Ok(axum::serve(listener, router).await?)
    })
}

/// The bare handler in a process of its own.
struct Hello {
    child: Child,
    host: String,
}

impl Hello {
    fn start() -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        let mut child = command.arg(HELLO).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        let out = child.stdout.take().context("no output")?;
        std::io::BufRead::read_line(&mut std::io::BufReader::new(out), &mut line)?;
        let host = line.trim().rsplit('/').next().unwrap_or_default().to_owned();
        Ok(Self { child, host })
    }
}

impl Drop for Hello {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Microseconds of CPU the process uses per operation, while several clients ask for some time.
fn load(
    id: u32,
    time: Duration,
    clients: &mut [Client],
    ask: impl Fn(&mut Client, u64) -> Result<()> + Sync,
) -> Result<f64> {
    for (at, it) in (0..).zip(clients.iter_mut()) {
        ask(it, at)?;
    }
    let (before, end) = (cpu::seconds(id)?, Instant::now() + time);
    let counts: Vec<Result<u64>> = std::thread::scope(|scope| {
        let asking = clients.iter_mut().enumerate().map(|(at, client)| {
            let ask = &ask;
            scope.spawn(move || {
                let mut count = 0_u64;
                while Instant::now() < end {
                    // A number of its own for each operation.
                    ask(client, count * CONNECTIONS + u64::try_from(at)?)?;
                    count += 1;
                }
                Ok(count)
            })
        });
        let asking: Vec<_> = asking.collect();
        asking
            .into_iter()
            .map(|it| it.join().unwrap_or_else(|_| bail!("a client stumbled")))
            .collect()
    });
    let counts: u64 = counts.into_iter().sum::<Result<u64>>()?;
    let used = cpu::seconds(id)? - before;
    #[expect(clippy::cast_precision_loss, reason = "far fewer operations than a float can count")]
    Ok(used * 1e6 / counts as f64)
}

fn clients(host: &str, cookies: &str) -> Vec<Client> {
    (0..CONNECTIONS)
        .map(|_| {
            let mut it = Client::new(host);
            cookies.clone_into(&mut it.cookies);
            it
        })
        .collect()
}

fn ok(client: &mut Client, path: &str) -> Result<()> {
    let answer = client.get(path)?;
    ensure!(answer.status == 200, "{path} answered {}", answer.status);
    Ok(())
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

    fn open(&self) -> Result<House> {
        House::start(&Plan { data: &self.data, database: None, fresh: false })
    }
}

fn run(args: &Args) -> Result<()> {
    let mut rows = Vec::new();
    let small = Settled::new(SMALL)?;
    let hello = Hello::start()?;
    if ["hello", "sign-in", "people-10k"].iter().any(|it| args.wants(it)) {
        operations(args, &small, &hello, &mut rows)?;
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

/// Hello, the people list and sign-in, in alternation.
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
    if args.wants("people-10k") {
        people(args, small, hello, "people-10k", rows)?;
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
    if first.status != 200 {
        println!("{name}: there is no list of people yet (/people answered {})", first.status);
        return Ok(());
    }
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

/// Microseconds of CPU of one argon2id as the product uses it.
fn argon() -> Result<f64> {
    let params = argon2::Params::new(19_456, 2, 1, None).map_err(|it| anyhow::anyhow!("{it}"))?;
    let hash = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let (mut out, before) = ([0_u8; 32], cpu::seconds(std::process::id())?);
    let times = 20;
    for _ in 0..times {
        hash.hash_password_into(PASSWORD.as_bytes(), b"salt of sixteen ", &mut out)
            .map_err(|it| anyhow::anyhow!("{it}"))?;
    }
    Ok((cpu::seconds(std::process::id())? - before) * 1e6 / f64::from(times))
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
