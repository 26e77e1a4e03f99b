//! The log: one line per event on the error output, for machines as JSON, for people at a terminal as text.
use std::io::IsTerminal;

use tracing::level_filters::LevelFilter;

use crate::config::{Config, Format, Level};

/// Starts the log of this process.
pub fn start(config: &Config) {
    let level = match config.level {
        Level::Error => LevelFilter::ERROR,
        Level::Warn => LevelFilter::WARN,
        Level::Info => LevelFilter::INFO,
        Level::Debug => LevelFilter::DEBUG,
    };
    let as_text = match config.format {
        Format::Auto => std::io::stderr().is_terminal(),
        Format::Json => false,
        Format::Text => true,
    };
    let log = tracing_subscriber::fmt().with_max_level(level).with_writer(std::io::stderr);
    let started = if as_text {
        log.with_target(false).try_init()
    } else {
        log.json().flatten_event(true).with_current_span(false).with_span_list(false).try_init()
    };
    if started.is_ok() {
        hear_panics();
    }
}

/// A panic is one line of the log with its place. What it says stays out: it may hold what people entered.
fn hear_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a mistake in the program ended a piece of work");
    }));
}
