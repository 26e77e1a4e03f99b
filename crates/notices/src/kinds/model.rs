//! Every kind of notice as data, from which the preferences, the outbox and the inbox are made (§9).

/// Who may turn a notice off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptOut {
    /// Nobody: it is always sent.
    Never,
    /// Its reader.
    Personal,
    /// The organisation, for everybody.
    Organisation,
}

/// A way to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    Mail,
    Inbox,
}

impl Channel {
    pub const ALL: [Self; 2] = [Self::Inbox, Self::Mail];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Inbox => "inbox",
        }
    }
}

/// One kind of notice.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Stable, such as `invitation`: kept with every letter and note.
    pub code: &'static str,
    /// Its number in the specification.
    pub spec: &'static str,
    pub mail: Option<OptOut>,
    pub inbox: Option<OptOut>,
    /// The names of the values of its line in the inbox.
    pub args: &'static [&'static str],
    /// Whether an administrator may read its letters in the outbox. What opens somebody's account is only for them.
    pub open: bool,
}

const fn mailed(code: &'static str, spec: &'static str, out: OptOut, open: bool) -> Kind {
    Kind { code, spec, mail: Some(out), inbox: None, args: &[], open }
}

const fn noted(code: &'static str, spec: &'static str, args: &'static [&'static str]) -> Kind {
    Kind { code, spec, mail: None, inbox: Some(OptOut::Personal), args, open: true }
}

/// By mail and in the inbox.
const fn both(
    code: &'static str,
    spec: &'static str,
    out: OptOut,
    args: &'static [&'static str],
) -> Kind {
    Kind { code, spec, mail: Some(out), inbox: Some(out), args, open: true }
}

/// Every kind there is now.
pub const KINDS: &[Kind] = &[
    mailed("invitation", "N-01", OptOut::Never, true),
    noted("invitation-expired", "N-02", &["count", "soon"]),
    noted("invitation-accepted", "N-03", &["name"]),
    mailed("profile-access", "N-08", OptOut::Organisation, true),
    mailed("password-reset", "N-09", OptOut::Never, false),
    mailed("email-change", "N-09", OptOut::Never, false),
    mailed("password-changed", "N-09", OptOut::Never, true),
    mailed("new-device", "N-09", OptOut::Never, true),
    both("evidence-submitted", "N-18", OptOut::Personal, &["count"]),
    both("evidence-approved", "N-19", OptOut::Never, &["name"]),
    both("evidence-rejected", "N-19", OptOut::Never, &["name", "reason"]),
    both("evidence-revoked", "N-19", OptOut::Never, &["name", "reason"]),
    both("training-required", "N-10", OptOut::Organisation, &["count", "what"]),
    both("training-due", "N-11", OptOut::Personal, &["count", "what"]),
    both("training-overdue", "N-12", OptOut::Personal, &["count", "what"]),
    both("training-expiring", "N-14", OptOut::Personal, &["count", "what"]),
    both("training-digest", "N-14", OptOut::Organisation, &["count"]),
    both("assessment-submitted", "N-20", OptOut::Personal, &["name", "person"]),
    both("assessment-approved", "N-21", OptOut::Never, &["name"]),
    both("assessment-rejected", "N-21", OptOut::Never, &["name", "reason"]),
    mailed("assessment-renewal", "N-22", OptOut::Personal, true),
];

impl Kind {
    pub fn of(code: &str) -> Option<&'static Self> {
        KINDS.iter().find(|it| it.code == code)
    }

    /// Who may turn the notice off on this way; none when it does not go that way.
    pub const fn opt_out(&self, channel: Channel) -> Option<OptOut> {
        match channel {
            Channel::Mail => self.mail,
            Channel::Inbox => self.inbox,
        }
    }

    /// The key of its name.
    pub fn name(&self) -> String {
        format!("notices-kind-{}", self.code)
    }

    /// The key of its line in the inbox.
    pub fn words(&self) -> String {
        format!("notices-say-{}", self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Lang;

    #[test]
    fn every_kind_has_its_words_in_both_languages() {
        for lang in Lang::ALL {
            for kind in KINDS {
                assert!(ui::text::exists(lang, &kind.name()), "{}", kind.name());
                let said = kind.inbox.is_some();
                assert_eq!(ui::text::exists(lang, &kind.words()), said, "{}", kind.words());
            }
        }
    }

    #[test]
    fn what_opens_an_account_is_read_by_nobody_else_n_09() {
        for code in ["password-reset", "email-change"] {
            assert!(Kind::of(code).is_some_and(|it| !it.open), "{code}");
        }
    }
}
