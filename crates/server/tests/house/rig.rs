//! The small house of the tests, as a process of its own.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Nothing in a test takes longer.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The program.
pub fn program() -> &'static str {
    env!("CARGO_BIN_EXE_gatepass-rig")
}

/// Runs a verb to its end.
pub fn run(words: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(program());
    command.args(words).arg("--data").arg(folder).output().unwrap()
}

/// What a run printed, on both outputs.
pub fn printed(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// A house that serves. It is ended with its test, however that ends.
pub struct Serving {
    child: Child,
    /// `127.0.0.1:1234`.
    pub host: String,
    out: Receiver<String>,
    log: Receiver<String>,
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The lines of an output as they come.
fn lines(from: impl Read + Send + 'static) -> Receiver<String> {
    let (send, lines) = channel();
    std::thread::spawn(move || {
        let lines = BufReader::new(from).lines().map_while(Result::ok);
        lines.for_each(|line| drop(send.send(line)));
    });
    lines
}

impl Serving {
    /// Starts in `folder` and waits until it listens.
    pub fn start(folder: &Path) -> Self {
        Self::start_as(Command::new(program()), folder, &[])
    }

    /// Starts with more words on the command line, or behind another program.
    pub fn start_as(mut command: Command, folder: &Path, more: &[&str]) -> Self {
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(folder).args(more);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let out = lines(child.stdout.take().unwrap());
        let log = lines(child.stderr.take().unwrap());
        let mut house = Self { child, host: String::new(), out, log };
        let line = house.hear("listening on http://");
        line.trim_start_matches("listening on http://").clone_into(&mut house.host);
        house
    }

    /// The next line it says with these words.
    pub fn hear(&self, words: &str) -> String {
        wait_for(&self.out, words).unwrap_or_else(|| {
            panic!("never said {words:?}; the log: {:?}", self.log.try_iter().collect::<Vec<_>>())
        })
    }

    /// Waits until the log has a line with these words.
    pub fn logged(&self, words: &str) -> String {
        wait_for(&self.log, words).unwrap_or_else(|| panic!("never logged {words:?}"))
    }

    pub fn signal(&self, signal: rustix::process::Signal) {
        let id = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(id, signal).unwrap();
    }

    /// Tells it to stop and waits until it has.
    pub fn stop(mut self) -> ExitStatus {
        self.signal(rustix::process::Signal::TERM);
        self.child.wait().unwrap()
    }

    /// Waits for its end.
    pub fn ended(mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends these bytes and reads until the other side has said everything.
    pub fn send(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        Answer::read(stream)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send(&format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.host
        ))
    }

    /// A form with one field, `name`.
    pub fn post(&self, path: &str, name: &str) -> Answer {
        let body = format!("name={name}");
        self.send(&format!("{}{body}", self.post_head(path, body.len())))
    }

    /// The head of a form's request.
    pub fn post_head(&self, path: &str, length: usize) -> String {
        format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: {length}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\n",
            self.host
        )
    }
}

fn wait_for(lines: &Receiver<String>, words: &str) -> Option<String> {
    loop {
        match lines.recv_timeout(PATIENCE) {
            Ok(line) if line.contains(words) => return Some(line),
            Ok(_) => {}
            Err(_) => return None,
        }
    }
}

/// What came back.
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Answer {
    pub fn read(mut stream: TcpStream) -> Self {
        let mut bytes = Vec::new();
        // A reset behind the answer is no matter.
        drop(stream.read_to_end(&mut bytes));
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let text = text.strip_prefix("HTTP/1.1 100 Continue\r\n\r\n").unwrap_or(&text);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
        let status = head.split(' ').nth(1).and_then(|it| it.parse().ok()).unwrap_or_default();
        Self { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|it| it.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// A folder for a house.
pub fn folder() -> (tempfile::TempDir, PathBuf) {
    let temp = tempfile::tempdir().unwrap();
    let data = temp.path().join("data");
    (temp, data)
}
