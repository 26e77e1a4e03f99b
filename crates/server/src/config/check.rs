//! Checks that the settings make sense, alone and together.
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use kernel::db::Place;

use super::read::{Given, Value, Written};
use super::{Config, Format, Level, Secret, SmtpSettings, Tls};

/// Where the house listens when nobody says otherwise.
pub const LISTEN: &str = "127.0.0.1:8080";

/// The configuration, or everything that is wrong with it.
pub fn check(mut given: Given, folder: &Path, file: &Path) -> Result<Config, Vec<String>> {
    let listen = address(&mut given, "listen").or_else(|| LISTEN.parse().ok());
    let metrics_listen = address(&mut given, "metrics_listen");
    let base_url = base_url(&mut given);
    let proxies = proxies(&mut given);
    let database = database(&mut given, folder);
    let smtp = smtp(&mut given, file);
    let level = choice(&mut given, "log", "level", Level::ALL).unwrap_or(Level::Info);
    let format = choice(&mut given, "log", "format", Format::ALL).unwrap_or(Format::Auto);
    match listen {
        Some(listen) if given.problems.is_empty() => Ok(Config {
            listen,
            metrics_listen,
            base_url,
            proxies,
            allow_plain_http: given.switch("server", "allow_plain_http"),
            dev: given.switch("server", "dev"),
            database,
            smtp,
            level,
            format,
        }),
        _ => Err(given.problems),
    }
}

fn address(given: &mut Given, key: &'static str) -> Option<SocketAddr> {
    let (text, place) = given.text("server", key)?;
    if let Ok(address) = text.parse() {
        return Some(address);
    }
    let (text, place) = (text.to_owned(), place.to_owned());
    let what = format!(
        "`{key}` is \"{text}\"; write an address and a port, such as \"127.0.0.1:8080\" or \"[::]:8080\""
    );
    given.problem(&place, what);
    None
}

fn base_url(given: &mut Given) -> Option<String> {
    let (text, place) = given.text("server", "base_url")?;
    match base(text, given.switch("server", "allow_plain_http")) {
        Ok(url) => Some(url),
        Err(why) => {
            let (text, place) = (text.to_owned(), place.to_owned());
            given.problem(&place, format!("`base_url` is \"{text}\"; {why}"));
            None
        }
    }
}

/// Checks an address under which people reach the house. Over plain HTTP passwords could be read on the way, so that
/// is for the own machine only, unless somebody asks for it.
pub fn base(text: &str, allow_plain: bool) -> Result<String, &'static str> {
    const SHAPE: &str = "write https://host or https://host:port, without a path";
    let text = text.strip_suffix('/').unwrap_or(text);
    let (scheme, host) = text.split_once("://").ok_or(SHAPE)?;
    let uri: axum::http::Uri = text.parse().map_err(|_| SHAPE)?;
    let authority = uri.authority().ok_or(SHAPE)?;
    let fits = authority.as_str() == host && !host.contains('@') && !authority.host().is_empty();
    let letters = host.bytes().all(|it| it.is_ascii_alphanumeric() || b"-._:[]".contains(&it));
    if !fits || !letters || !matches!(scheme, "http" | "https") {
        return Err(SHAPE);
    }
    if scheme == "http" && !allow_plain && !is_own_machine(authority.host()) {
        return Err(
            "plain http is for the own machine; use https, or set allow_plain_http = true where the network itself is trusted",
        );
    }
    Ok(text.to_ascii_lowercase())
}

/// Whether a host name means this machine.
pub fn is_own_machine(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|it| it.is_loopback())
}

fn proxies(given: &mut Given) -> Vec<IpAddr> {
    let Some(Written { value: Value::List(words), place }) = given.get("server", "proxies") else {
        return Vec::new();
    };
    let (words, place) = (words.clone(), place.clone());
    let mut known = Vec::new();
    for word in words {
        if let Ok(address) = word.parse() {
            known.push(address);
        } else {
            let what = format!("`proxies` has \"{word}\"; write addresses, such as \"10.0.0.2\"");
            given.problem(&place, what);
        }
    }
    known
}

fn database(given: &mut Given, folder: &Path) -> Place {
    let own = Place::Sqlite(folder.join("gatepass.db"));
    let Some((url, place)) = given.text("database", "url") else { return own };
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Place::Postgres(url.to_owned());
    }
    let place = place.to_owned();
    given.problem(
        &place,
        "`url` begins with postgres://; leave it out to keep everything in the data folder",
    );
    own
}

fn choice<T: Copy>(
    given: &mut Given,
    section: &'static str,
    key: &'static str,
    all: &[(&'static str, T)],
) -> Option<T> {
    let (text, place) = given.text(section, key)?;
    if let Some((_, found)) = all.iter().find(|(name, _)| *name == text) {
        return Some(*found);
    }
    let names: Vec<String> = all.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let (text, place) = (text.to_owned(), place.to_owned());
    given.problem(&place, format!("`{key}` is \"{text}\"; write {}", names.join(" or ")));
    None
}

fn smtp(given: &mut Given, file: &Path) -> Option<SmtpSettings> {
    if !given.has("smtp") {
        return None;
    }
    let home = file.display().to_string();
    let tls = choice(given, "smtp", "tls", Tls::ALL).unwrap_or(Tls::StartTls);
    let host = given.text("smtp", "host").map(|(it, place)| (it.to_owned(), place.to_owned()));
    let from = given.text("smtp", "from").map(|(it, place)| (it.to_owned(), place.to_owned()));
    let Some((host, host_place)) = host else {
        given.problem(&home, "[smtp] needs `host`, the name of the mail server");
        return None;
    };
    let Some((from, from_place)) = from else {
        given.problem(&home, "[smtp] needs `from`, the address that messages come from");
        return None;
    };
    if from.parse::<lettre::message::Mailbox>().is_err() {
        given.problem(
            &from_place,
            format!("`from` is \"{from}\"; write an address, such as \"Gatepass <gatepass@example.org>\""),
        );
    }
    if tls == Tls::None && !is_own_machine(&host) {
        let what = format!(
            "`tls` is \"none\", which is for a mail server on this machine, not for {host}"
        );
        given.problem(&host_place, what);
    }
    let port = port(given, tls);
    let user = given.text("smtp", "user").map(|(it, _)| it.to_owned());
    let password = password(given, file);
    if user.is_some() != password.is_some() {
        given.problem(
            &home,
            "[smtp] needs both `user` and `password` (or `password_file`), or neither",
        );
    }
    Some(SmtpSettings { host, port, tls, user, password, from })
}

fn port(given: &mut Given, tls: Tls) -> u16 {
    let Some(Written { value: Value::Number(number), place }) = given.get("smtp", "port") else {
        return tls.port();
    };
    match u16::try_from(*number) {
        Ok(port) if port > 0 => port,
        _ => {
            let (number, place) = (*number, place.clone());
            given.problem(&place, format!("`port` is {number}; write a number from 1 to 65535"));
            tls.port()
        }
    }
}

fn password(given: &mut Given, file: &Path) -> Option<Secret> {
    let plain = given.text("smtp", "password").map(|(it, _)| Secret(it.to_owned()));
    let named = given.text("smtp", "password_file");
    let Some((path, place)) = named.map(|(it, place)| (PathBuf::from(it), place.to_owned())) else {
        return plain;
    };
    if plain.is_some() {
        given.problem(&place, "give `password` or `password_file`, not both");
        return plain;
    }
    // A relative path counts from the configuration file, wherever the program was started.
    let path = file.parent().map_or_else(|| path.clone(), |it| it.join(&path));
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(Secret(text.trim_end_matches(['\r', '\n']).to_owned())),
        Err(error) => {
            given.problem(
                &place,
                format!("could not read `password_file` {}: {error}", path.display()),
            );
            None
        }
    }
}
