//! The way to the mail server.
use std::error::Error as _;
use std::net::IpAddr;
use std::time::{Duration, SystemTime};

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::Error as Refusal;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{Address, Message, SmtpTransport, Transport as _};

use super::model::{Load, Outcome};

/// How long a mail server may take for each answer, where nothing else is said.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How letters leave the house.
pub enum Transport {
    Smtp(Smtp),
    /// Not at all: they wait in the outbox and can be handed over from there.
    None,
}

/// A mail server.
pub struct Smtp {
    pub host: String,
    pub port: u16,
    pub way: Way,
    /// Name and password.
    pub login: Option<(String, String)>,
    /// The address that letters come from, such as `Gatepass <gatepass@example.org>`.
    pub from: String,
    pub patience: Duration,
}

/// How the way to the mail server is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// Begins in the open and must become encrypted.
    #[default]
    StartTls,
    /// Encrypted from the first byte.
    Tls,
    /// Open: only to this machine itself.
    Open,
}

/// A mail server that letters can be given to.
pub struct Post {
    transport: SmtpTransport,
    from: Mailbox,
    /// Names our letters, together with their ids.
    host: String,
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|it| it.is_loopback())
}

impl Post {
    /// Makes ready without a connection. `host` is where people reach the house.
    pub fn open(smtp: &Smtp, host: &str) -> Result<Self, String> {
        let tls = || TlsParameters::new(smtp.host.clone()).map_err(|it| it.to_string());
        let way = match smtp.way {
            Way::StartTls => Tls::Required(tls()?),
            Way::Tls => Tls::Wrapper(tls()?),
            Way::Open if is_loopback(&smtp.host) => Tls::None,
            Way::Open => return Err(format!("{} is only reached over TLS", smtp.host)),
        };
        let from = smtp.from.parse().map_err(|_| format!("not an address: {}", smtp.from))?;
        let mut transport = SmtpTransport::builder_dangerous(&smtp.host).port(smtp.port).tls(way);
        if let Some((name, password)) = &smtp.login {
            transport = transport.credentials(Credentials::new(name.clone(), password.clone()));
        }
        let transport = transport.timeout(Some(smtp.patience)).build();
        let host = host.split(':').next().unwrap_or_default().to_owned();
        Ok(Self { transport, from, host })
    }

    /// Gives one letter to the mail server.
    pub fn send(&self, load: &Load) -> Outcome {
        match self.compose(load) {
            Ok(message) => match self.transport.send(&message) {
                Ok(_) => Outcome::Sent,
                Err(refusal) => outcome(&refusal),
            },
            Err(why) => Outcome::Never(why.to_owned()),
        }
    }

    /// The message. What could end a header line early is refused, not repaired.
    fn compose(&self, load: &Load) -> Result<Message, &'static str> {
        const BROKEN: &str = "outbox-reason-broken";
        if [&load.name, &load.subject].iter().any(|it| it.chars().any(char::is_control)) {
            return Err(BROKEN);
        }
        let to: Address = load.to.parse().map_err(|_| BROKEN)?;
        let name = (!load.name.is_empty()).then(|| load.name.clone());
        let millis = u64::try_from(load.made_at.0).unwrap_or_default();
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        Message::builder()
            .message_id(Some(format!("<{}@{}>", load.id, self.host)))
            .date(SystemTime::UNIX_EPOCH + Duration::from_millis(millis))
            .from(self.from.clone())
            .to(Mailbox::new(name, to))
            .subject(load.subject.as_str())
            .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
            .multipart(MultiPart::alternative_plain_html(load.text.clone(), load.html.clone()))
            .map_err(|_| BROKEN)
    }
}

/// Whose fault a refusal is, and whether another try makes sense.
fn outcome(refusal: &Refusal) -> Outcome {
    // The server wants another name, password or encryption: that is for the owner of the machine to mend, and
    // no letter's fault.
    const OURS: [u16; 5] = [502, 530, 534, 535, 538];
    let code = refusal.status().map(u16::from);
    if refusal.is_permanent() && !code.is_some_and(|it| OURS.contains(&it)) {
        return Outcome::Never(said(refusal));
    }
    Outcome::Later(match code {
        Some(_) => said(refusal),
        None if refusal.is_timeout() => "outbox-reason-slow".to_owned(),
        None if refusal.is_tls() => "outbox-reason-tls".to_owned(),
        None => "outbox-reason-away".to_owned(),
    })
}

/// The mail server's words, on one line and not too many.
fn said(refusal: &Refusal) -> String {
    let mut text = refusal.status().map(|it| it.to_string()).unwrap_or_default();
    let words = refusal.source().map(ToString::to_string).unwrap_or_default();
    text.push(' ');
    text.extend(words.chars().map(|it| if it.is_control() { ' ' } else { it }).take(300));
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn smtp(host: &str, way: Way) -> Smtp {
        let from = "Gatepass <gatepass@example.org>".to_owned();
        Smtp { host: host.to_owned(), port: 25, way, login: None, from, patience: PATIENCE }
    }

    #[test]
    fn an_open_way_leads_to_this_machine_only() {
        for host in ["127.0.0.1", "localhost", "::1"] {
            assert!(Post::open(&smtp(host, Way::Open), "gatepass.test").is_ok(), "{host}");
        }
        for host in ["mail.example.org", "10.0.0.1", "localhost.example.org"] {
            assert!(Post::open(&smtp(host, Way::Open), "gatepass.test").is_err(), "{host}");
        }
        assert_eq!(Way::default(), Way::StartTls);
    }

    #[test]
    fn nothing_from_people_becomes_a_header_1_3_11() {
        let post = Post::open(&smtp("127.0.0.1", Way::Open), "gatepass.test:8080").unwrap();
        let load = Load {
            id: kernel::LetterId::from_bytes([7; 16]),
            org: None,
            to: "nadia@harbour.example".to_owned(),
            name: "Nadia Żółć".to_owned(),
            subject: "Zażółć: \"Bcc: x@y.example\"".to_owned(),
            text: "Hello\r\n.\r\nBcc: x@y.example".to_owned(),
            html: "<p>Hello</p>".to_owned(),
            made_at: kernel::Instant(1_795_334_400_000),
            tries: 1,
        };
        let message = String::from_utf8(post.compose(&load).unwrap().formatted()).unwrap();
        let (head, _) = message.split_once("\r\n\r\n").unwrap();
        let mut names: Vec<&str> = head
            .split("\r\n")
            .filter(|it| !it.starts_with([' ', '\t']))
            .filter_map(|it| it.split_once(':').map(|(name, _)| name))
            .collect();
        names.sort_unstable();
        let wanted = [
            "Auto-Submitted",
            "Content-Type",
            "Date",
            "From",
            "MIME-Version",
            "Message-ID",
            "Subject",
            "To",
        ];
        assert_eq!(names, wanted);
        let id = format!("Message-ID: <{}@gatepass.test>", load.id);
        assert!(head.contains(&id), "{head}");
        for bad in ["a\r\nBcc: x@y.example", "a\nb", "a\0b"] {
            let mut broken = load.clone();
            broken.name = bad.to_owned();
            assert!(post.compose(&broken).is_err());
            let mut broken = load.clone();
            broken.subject = bad.to_owned();
            assert!(post.compose(&broken).is_err());
            let mut broken = load.clone();
            broken.to = format!("{bad}@harbour.example");
            assert!(post.compose(&broken).is_err());
        }
    }
}
