//! Clients that ask for some time, and what the asked process spends on it.
#![expect(clippy::print_stdout, reason = "a process says where it listens")]

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use rigs::cpu;
use rigs::http::Client;

pub const HELLO: &str = "hello-server";
/// Connections that ask at the same time.
const CONNECTIONS: u64 = 4;

/// A bare handler on the same runtime: what everything is compared with.
#[expect(
    clippy::disallowed_methods,
    reason = "this is what the product is measured against, without any of it"
)]
pub fn hello_server() -> Result<()> {
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
pub struct Hello {
    pub child: Child,
    pub host: String,
}

impl Hello {
    pub fn start() -> Result<Self> {
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
pub fn load(
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

pub fn clients(host: &str, cookies: &str) -> Vec<Client> {
    (0..CONNECTIONS)
        .map(|_| {
            let mut it = Client::new(host);
            cookies.clone_into(&mut it.cookies);
            it
        })
        .collect()
}

pub fn ok(client: &mut Client, path: &str) -> Result<()> {
    let answer = client.get(path)?;
    ensure!(answer.status == 200, "{path} answered {}", answer.status);
    Ok(())
}
