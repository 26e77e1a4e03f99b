//! The house in a process of its own, which can be killed.
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::http::Client;

/// The word with which a rig's own executable becomes the house.
pub const SERVE: &str = "serve";
/// The owner that [`House::settle`] makes.
pub const OWNER: &str = "rosa@rig.example";
pub const PASSWORD: &str = "seven grey cranes";

/// A running house.
pub struct House {
    child: Child,
    /// Address and port.
    pub host: String,
    /// The path of the first start, when there is no organisation yet.
    pub setup: Option<String>,
    /// From the start of the process to its first answer.
    pub took: Duration,
}

/// Serves the house when this process was started for that.
pub fn is_house() -> bool {
    std::env::args().nth(1).as_deref() == Some(SERVE)
}

/// The settings of a house in a rig. `database` names a PostgreSQL; `fresh` is a house without an organisation.
#[derive(Clone, Copy)]
pub struct Plan<'a> {
    pub data: &'a Path,
    pub database: Option<&'a str>,
    pub fresh: bool,
}

impl House {
    /// Starts the house and waits for its first answer.
    pub fn start(plan: &Plan<'_>) -> Result<Self> {
        let mut command = Command::new(binary()?);
        command.arg(SERVE).arg("--data").arg(plan.data).args(["--listen", "127.0.0.1:0"]);
        // Every try to sign in comes from another address, as in the morning of a large site.
        command.env("GATEPASS_PROXIES", "127.0.0.1");
        if let Some(url) = plan.database {
            command.env("GATEPASS_DATABASE", url);
        }
        let log = std::fs::File::create(plan.data.with_extension("log"))?;
        let clock = Instant::now();
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).spawn();
        let mut child = child.context("could not start the house")?;
        let mut lines = BufReader::new(child.stdout.take().context("no output")?).lines();
        let mut house = Self { child, host: String::new(), setup: None, took: Duration::ZERO };
        for line in lines.by_ref() {
            let line = line?;
            if let Some((_, host)) = line.split_once("listening on http://") {
                host.trim().clone_into(&mut house.host);
            }
            if let Some((_, token)) = line.split_once("/setup/") {
                house.setup = Some(format!("/setup/{}", token.trim()));
            }
            if !house.host.is_empty() && (house.setup.is_some() || !plan.fresh) {
                break;
            }
        }
        ensure!(
            !house.host.is_empty(),
            "the house did not open; see {}",
            plan.data.with_extension("log").display()
        );
        // Whatever it still says must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let first = Client::new(&house.host).get("/sign-in")?;
        ensure!(first.status == 200, "the first answer was {}", first.status);
        house.took = clock.elapsed();
        Ok(house)
    }

    /// Names the organisation and makes its owner; gives the owner's browser.
    pub fn settle(&self) -> Result<Client> {
        let mut client = Client::new(&self.host);
        let path =
            self.setup.as_deref().context("the house printed no link for the first start")?;
        let form = format!(
            "organisation=Rig+Works&zone=Europe%2FLondon&name=Rosa+Silva&email={}&password={}",
            OWNER.replace('@', "%40"),
            PASSWORD.replace(' ', "+")
        );
        let answer = client.post(path, &form)?;
        ensure!(answer.status == 303, "the first start answered {}", answer.status);
        client.keep(&answer);
        Ok(client)
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as a power cut would.
    pub fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for House {
    fn drop(&mut self) {
        // It may be gone already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[expect(clippy::disallowed_methods, reason = "a rig is pointed at a program from outside")]
fn binary() -> Result<std::path::PathBuf> {
    match std::env::var("GATEPASS_BIN") {
        Ok(path) => Ok(path.into()),
        Err(_) => Ok(std::env::current_exe()?),
    }
}
