//! The rules of signing in. Pure: no clock, no database, no request.
use kernel::request::{PLAIN_SESSION, SECURE_SESSION};
use kernel::{AccountId, Instant, LocalPath, SessionId, Token};

/// Failed tries before an account waits (T-C1).
pub const QUICK_TRIES: i64 = 10;
/// The first wait in seconds; it doubles with each further failure.
const FIRST_WAIT: i64 = 30;
/// The longest wait in seconds: with it nobody gets more than a hundred guesses a day.
const LONGEST_WAIT: i64 = 20 * 60;

/// An account as it signs in.
#[derive(Debug, Clone)]
pub struct Login {
    pub account: AccountId,
    /// A PHC string; none for accounts that have no password yet.
    pub password: Option<String>,
    pub failed: i64,
    pub locked_until: Option<Instant>,
}

impl Login {
    pub fn is_locked(&self, now: Instant) -> bool {
        self.locked_until.is_some_and(|it| it > now)
    }

    /// Until when the account waits after one more failure.
    pub fn wait_after_failure(&self, now: Instant) -> Option<Instant> {
        let beyond = self.failed + 1 - QUICK_TRIES;
        let doublings = u32::try_from(beyond.min(20)).ok()?;
        let wait = FIRST_WAIT.saturating_mul(2_i64.saturating_pow(doublings)).min(LONGEST_WAIT);
        Some(now.plus_seconds(wait))
    }
}

/// What a try to sign in came to.
pub struct Tried {
    pub login: Option<Login>,
    /// The password was compared at all: not while the account waits.
    pub weighed: bool,
    pub known_device: bool,
    pub right: bool,
}

/// A session as its holder sees it.
pub struct Open {
    pub id: SessionId,
    /// What the browser called itself.
    pub agent: String,
    pub peer: String,
    pub used_at: Instant,
}

/// The names of browser and system, as far as they can be told from what a browser called itself.
pub fn browser(agent: &str) -> (Option<&'static str>, Option<&'static str>) {
    // The order matters: most browsers also call themselves what they want to be taken for.
    const BROWSERS: [(&str, &str); 8] = [
        ("SamsungBrowser", "Samsung Internet"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 8] = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Macintosh", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Ubuntu", "Linux"),
        ("Linux", "Linux"),
    ];
    let named = |list: &[(&str, &'static str); 8]| {
        list.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    (named(&BROWSERS), named(&SYSTEMS))
}

/// Where to go after signing in.
pub fn next(text: &str) -> LocalPath {
    LocalPath::parse(text).unwrap_or_else(|| "/home".into())
}

/// How long sessions live: seconds without use, and in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Life {
    pub idle: i64,
    pub whole: i64,
}

/// People who work in the office or at a gate: half an hour without use, twelve hours in all.
pub const STAFF: Life = Life { idle: 30 * 60, whole: 12 * 3600 };
/// People who only see their own affairs, on their own phone: twelve hours, thirty days.
pub const WORKER: Life = Life { idle: 12 * 3600, whole: 30 * 86_400 };

pub fn session_cookie(secure: bool, token: &Token) -> String {
    cookie(if secure { SECURE_SESSION } else { PLAIN_SESSION }, secure, &token.reveal(), None)
}

pub fn no_session(secure: bool) -> String {
    cookie(if secure { SECURE_SESSION } else { PLAIN_SESSION }, secure, "", Some(0))
}

/// A browser is known for a year.
pub fn device_cookie(secure: bool, token: &Token) -> String {
    cookie("device", secure, &token.reveal(), Some(365 * 86_400))
}

fn cookie(name: &str, secure: bool, value: &str, seconds: Option<i64>) -> String {
    let age = seconds.map(|it| format!("; Max-Age={it}")).unwrap_or_default();
    let secure = if secure { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_by_its_own_name() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                    Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0";
        assert_eq!(browser(edge), (Some("Edge"), Some("Windows")));
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 \
                     (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(browser(phone), (Some("Safari"), Some("iPhone")));
        assert_eq!(browser("curl/8"), (None, None));
    }

    #[test]
    fn nobody_gets_a_hundred_guesses_a_day_t_c1() {
        let mut login = Login {
            account: AccountId::new(0, [0; 10]),
            password: None,
            failed: 0,
            locked_until: None,
        };
        let (mut now, mut guesses) = (Instant(0), 0);
        while now < Instant(0).plus_days(1) {
            guesses += 1;
            login.locked_until = login.wait_after_failure(now);
            login.failed += 1;
            now = login.locked_until.unwrap_or(now);
            assert!(
                login.failed > QUICK_TRIES - 1 || login.locked_until.is_none(),
                "ten tries are quick"
            );
        }
        assert!(guesses <= 100, "{guesses}");
    }
}
