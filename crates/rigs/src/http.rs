//! A small client for one connection that stays open: HTTP/1.1 with lengths.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// Longer than any answer should take, short enough to notice a house that hangs.
const PATIENCE: Duration = Duration::from_secs(30);

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub location: String,
    /// `name=value` of each cookie that was set.
    pub cookies: Vec<String>,
    pub body: Vec<u8>,
}

/// Somebody with a browser.
pub struct Client {
    host: String,
    connection: Option<BufReader<TcpStream>>,
    /// Everything sent in the header `cookie`.
    pub cookies: String,
    /// The address a proxy on this machine says the visitor has.
    pub forwarded: Option<String>,
}

impl Client {
    /// `host` is address and port.
    pub fn new(host: &str) -> Self {
        Self { host: host.to_owned(), connection: None, cookies: String::new(), forwarded: None }
    }

    pub fn get(&mut self, path: &str) -> Result<Answer> {
        self.send("GET", path, "")
    }

    /// Sends an encoded form, as a browser sends it from our own page.
    pub fn post(&mut self, path: &str, form: &str) -> Result<Answer> {
        self.send("POST", path, form)
    }

    /// Keeps the cookies of an answer.
    pub fn keep(&mut self, answer: &Answer) {
        self.cookies = answer.cookies.join("; ");
    }

    fn send(&mut self, verb: &str, path: &str, form: &str) -> Result<Answer> {
        let sent = self.try_send(verb, path, form);
        if sent.is_err() {
            self.connection = None;
        }
        sent
    }

    fn try_send(&mut self, verb: &str, path: &str, form: &str) -> Result<Answer> {
        let host = &self.host;
        let mut head = format!("{verb} {path} HTTP/1.1\r\nHost: {host}\r\n");
        if !self.cookies.is_empty() {
            head.push_str(&format!("Cookie: {}\r\n", self.cookies));
        }
        if let Some(address) = &self.forwarded {
            head.push_str(&format!("X-Forwarded-For: {address}\r\n"));
        }
        if verb == "POST" {
            head.push_str(&format!(
                "Origin: http://{host}\r\nSec-Fetch-Site: same-origin\r\n\
                 Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
                form.len()
            ));
        }
        let connection = match &mut self.connection {
            Some(open) => open,
            none => {
                let stream = TcpStream::connect(host).context("the house is away")?;
                stream.set_nodelay(true)?;
                stream.set_read_timeout(Some(PATIENCE))?;
                none.insert(BufReader::with_capacity(64 * 1024, stream))
            }
        };
        connection.get_mut().write_all(format!("{head}\r\n{form}").as_bytes())?;
        read(connection)
    }
}

fn read(connection: &mut BufReader<TcpStream>) -> Result<Answer> {
    let mut line = String::new();
    connection.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|it| it.parse().ok());
    let status = status.with_context(|| format!("no answer but {line:?}"))?;
    let mut answer =
        Answer { status, location: String::new(), cookies: Vec::new(), body: Vec::new() };
    // An answer without content says no length.
    let mut length = (status == 204).then_some(0);
    loop {
        line.clear();
        if connection.read_line(&mut line)? == 0 {
            bail!("the answer ended early");
        }
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = Some(value.parse()?),
            "location" => value.clone_into(&mut answer.location),
            "set-cookie" => answer.cookies.extend(value.split(';').next().map(str::to_owned)),
            _ => {}
        }
    }
    answer.body = vec![0; length.context("an answer without a length")?];
    connection.read_exact(&mut answer.body)?;
    Ok(answer)
}
