//! Runs commands within a time limit, and counts the steps of a long run.
use anyhow::{Context, Result, bail, ensure};
use std::collections::HashMap;
use std::fs;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

pub const fn minutes(count: u64) -> Duration {
    Duration::from_secs(count * 60)
}

/// Cargo as it was called, so that a toolchain named on the command line stays in force.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Prints the command, runs it and says why it failed. One that runs past `limit` is ended with all its children.
pub fn run(command: &mut Command, limit: Duration) -> Result<()> {
    let shown = shown(command);
    println!("$ {shown}");
    let child = command.spawn().with_context(|| format!("cannot start `{shown}`"))?;
    let status = wait(child, limit).with_context(|| format!("`{shown}`"))?;
    ensure!(status.success(), "`{shown}` failed: {status}");
    Ok(())
}

/// What the command prints; its errors go to ours.
pub fn read(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command.stderr(Stdio::inherit()).stdin(Stdio::null()).output();
    let output = output.with_context(|| format!("cannot start `{shown}`"))?;
    ensure!(output.status.success(), "`{shown}` failed: {}", output.status);
    Ok(String::from_utf8(output.stdout)?)
}

/// Whether a program of that name can be started.
pub fn installed(program: &str) -> bool {
    find(program).is_some()
}

/// The first file of that name in the search path.
pub fn find(program: &str) -> Option<std::path::PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|it| it.join(program)).find(|it| it.is_file())
}

fn shown(command: &Command) -> String {
    let program = command.get_program().to_string_lossy().into_owned();
    let program = program.rsplit('/').next().unwrap_or_default().to_owned();
    let words = command.get_args().map(|it| it.to_string_lossy().into_owned());
    std::iter::once(program).chain(words).collect::<Vec<_>>().join(" ")
}

fn wait(mut child: Child, limit: Duration) -> Result<ExitStatus> {
    let id = child.id();
    let (done, waiting) = mpsc::channel();
    let waiter = thread::spawn(move || done.send(child.wait()));
    let ended = waiting.recv_timeout(limit);
    if ended.is_err() {
        let mut family = descendants(id);
        family.push(id);
        signal("KILL", &family);
    }
    drop(waiter.join());
    match ended {
        Ok(status) => Ok(status?),
        Err(_) => bail!("took longer than {} s and was ended", limit.as_secs()),
    }
}

/// Every process below this one. Empty where there is no /proc.
fn descendants(id: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // The name in brackets may hold anything; state and parent follow the last bracket.
        let parent = stat.rsplit(')').next().and_then(|it| it.split_whitespace().nth(1));
        let own = entry.file_name().to_string_lossy().parse();
        if let (Ok(own), Some(Ok(parent))) = (own, parent.map(str::parse)) {
            children.entry(parent).or_default().push(own);
        }
    }
    let mut family = vec![id];
    let mut next = 0;
    while let Some(&parent) = family.get(next) {
        family.extend(children.remove(&parent).unwrap_or_default());
        next += 1;
    }
    family.split_off(1)
}

/// Sends a signal; a process that is gone already does not matter.
pub fn signal(name: &str, processes: &[u32]) {
    let words = processes.iter().map(u32::to_string);
    let script = "kill -s \"$@\" 2>/dev/null || true";
    drop(Command::new("sh").args(["-c", script, "sh", name]).args(words).status());
}

/// How a step ended.
pub enum Outcome {
    Done,
    /// Not run, and why.
    Skipped(String),
}

/// The steps of a long run: each runs even when one before it failed, so that one run tells everything.
#[derive(Default)]
pub struct Steps {
    lines: Vec<String>,
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Steps {
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<()>) {
        self.maybe(name, || work().map(|()| Outcome::Done));
    }

    pub fn maybe(&mut self, name: &str, work: impl FnOnce() -> Result<Outcome>) {
        println!("\n== {name}");
        let started = Instant::now();
        let outcome = work();
        let seconds = started.elapsed().as_secs_f32();
        let (word, why) = match outcome {
            Ok(Outcome::Done) => {
                self.passed += 1;
                ("ok", String::new())
            }
            Ok(Outcome::Skipped(why)) => {
                self.skipped += 1;
                ("skipped", why)
            }
            Err(error) => {
                self.failed += 1;
                ("FAILED", format!("{error:#}"))
            }
        };
        println!("-- {name}: {word} {why} ({seconds:.1} s)");
        self.lines.push(format!("{seconds:7.1} s  {word:8} {name}  {why}").trim_end().to_owned());
    }

    /// Prints the time of each step and the line that says how many passed.
    pub fn finish(self) -> Result<()> {
        println!("\n== summary");
        for line in &self.lines {
            println!("{line}");
        }
        let skipped = match self.skipped {
            0 => String::new(),
            count => format!(", {count} skipped"),
        };
        println!("{} passed, {} failed{skipped}", self.passed, self.failed);
        ensure!(self.failed == 0, "{} of the steps failed", self.failed);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_a_command_that_hangs_with_its_children() {
        let started = Instant::now();
        let mut hangs = Command::new("sh");
        hangs.args(["-c", "tail -f /dev/null & wait"]).stdin(Stdio::null());
        let error = run(&mut hangs, Duration::from_millis(300)).unwrap_err();
        assert!(format!("{error:#}").contains("took longer"), "{error:#}");
        assert!(started.elapsed() < Duration::from_secs(20));
    }

    #[test]
    fn says_which_command_failed() {
        let error = run(&mut Command::new("false"), minutes(1)).unwrap_err();
        assert!(error.to_string().starts_with("`false` failed"), "{error}");
        assert!(run(&mut Command::new("no-such-program"), minutes(1)).is_err());
        run(&mut Command::new("true"), minutes(1)).unwrap();
    }

    #[test]
    fn goes_on_after_a_failure_and_fails_at_the_end() {
        let mut steps = Steps::default();
        steps.step("first", || bail!("no"));
        steps.maybe("second", || Ok(Outcome::Skipped("nothing to do".to_owned())));
        steps.step("third", || Ok(()));
        assert_eq!((steps.passed, steps.failed, steps.skipped), (1, 1, 1));
        assert!(steps.finish().is_err());
    }
}
