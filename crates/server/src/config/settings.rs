//! Every setting there is: its name in the file, its variable, what may stand there.

/// What kind of value a setting takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Switch,
    /// Several words: a list in the file, separated by commas in the environment.
    List,
}

impl Kind {
    /// How the file's reader is told what to write.
    pub const fn wanted(self) -> &'static str {
        match self {
            Self::Text => "a text in quotation marks",
            Self::Number => "a whole number",
            Self::Switch => "true or false",
            Self::List => "a list of texts, such as [\"a\", \"b\"]",
        }
    }
}

/// One setting.
#[derive(Debug)]
pub struct Setting {
    pub section: &'static str,
    pub key: &'static str,
    /// The environment variable that goes before the file.
    pub variable: &'static str,
    pub kind: Kind,
}

const fn setting(
    section: &'static str,
    key: &'static str,
    variable: &'static str,
    kind: Kind,
) -> Setting {
    Setting { section, key, variable, kind }
}

/// All of them. No setting holds a command to run.
pub const SETTINGS: &[Setting] = &[
    setting("server", "base_url", "GATEPASS_BASE_URL", Kind::Text),
    setting("server", "listen", "GATEPASS_LISTEN", Kind::Text),
    setting("server", "metrics_listen", "GATEPASS_METRICS_LISTEN", Kind::Text),
    setting("server", "proxies", "GATEPASS_PROXIES", Kind::List),
    setting("server", "allow_plain_http", "GATEPASS_ALLOW_PLAIN_HTTP", Kind::Switch),
    setting("server", "dev", "GATEPASS_DEV", Kind::Switch),
    setting("database", "url", "GATEPASS_DATABASE", Kind::Text),
    setting("smtp", "host", "GATEPASS_SMTP_HOST", Kind::Text),
    setting("smtp", "port", "GATEPASS_SMTP_PORT", Kind::Number),
    setting("smtp", "tls", "GATEPASS_SMTP_TLS", Kind::Text),
    setting("smtp", "user", "GATEPASS_SMTP_USER", Kind::Text),
    setting("smtp", "password", "GATEPASS_SMTP_PASSWORD", Kind::Text),
    setting("smtp", "password_file", "GATEPASS_SMTP_PASSWORD_FILE", Kind::Text),
    setting("smtp", "from", "GATEPASS_SMTP_FROM", Kind::Text),
    setting("log", "level", "GATEPASS_LOG_LEVEL", Kind::Text),
    setting("log", "format", "GATEPASS_LOG_FORMAT", Kind::Text),
];

/// The setting of this name, if there is one.
pub fn find(section: &str, key: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|it| it.section == section && it.key == key)
}

/// The names of the sections, in order.
pub fn sections() -> Vec<&'static str> {
    let mut names: Vec<&'static str> = SETTINGS.iter().map(|it| it.section).collect();
    names.dedup();
    names
}

/// The names in one section, in order.
pub fn keys(section: &str) -> Vec<&'static str> {
    SETTINGS.iter().filter(|it| it.section == section).map(|it| it.key).collect()
}
