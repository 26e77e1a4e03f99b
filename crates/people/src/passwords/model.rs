//! The rules of forgotten passwords. Pure.

/// Minutes a link holds.
pub const MINUTES: i64 = 30;
/// Minutes between two mails that somebody asked for at the sign-in page.
pub const PAUSE: i64 = 60;

/// What somebody typed, as accounts are found by it.
pub fn login(typed: &str) -> String {
    typed.trim().chars().take(254).collect::<String>().to_lowercase()
}
