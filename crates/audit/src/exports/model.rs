//! The rules of exports. Pure.
use kernel::{Fields, SessionId};

/// Minutes that somebody who asked for a file can have it.
pub const MINUTES: i64 = 5;
/// Lines of one file, at most: it is put together in memory, and spreadsheets grow slow.
pub const MOST: usize = 50_000;
/// Lines read at a time.
pub const STRETCH: usize = 2_000;

/// The place a file's ticket is sealed for: this session, these filters.
pub fn ticket_place(session: SessionId, query: &str) -> String {
    format!("audit-export/{session}/{query}")
}

/// What a file was narrowed to, for the log: `what: site; from: 2026-11-22`.
pub fn words(filter: &Fields) -> String {
    let parts: Vec<String> =
        filter.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    parts.join("; ")
}
