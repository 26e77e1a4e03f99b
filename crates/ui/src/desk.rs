//! The frame of a page for somebody who is signed in, made from who they are and what they may.

use kernel::access::{Actor, Capability, Level, People, Reach, matrix};
use kernel::{Error, House, Instant, Lang, Snapshot, Toast, Visit, Zone};
use maud::{Markup, html};

use crate::{
    Frame, NavItem, NavSection, Tab, Theme, Who, shell,
    text::{exists, t, with},
    toast, toast_undo, when,
};

/// A line of the side bar and what one must be allowed to see it.
struct Entry {
    section: Option<&'static str>,
    href: &'static str,
    icon: &'static str,
    label: &'static str,
    needs: &'static Capability,
    level: Level,
}

const fn entry(
    section: Option<&'static str>,
    href: &'static str,
    icon: &'static str,
    label: &'static str,
    needs: &'static Capability,
) -> Entry {
    Entry { section, href, icon, label, needs, level: Level::View }
}

const PEOPLE: Option<&str> = Some("ui-nav-people");
const PLACES: Option<&str> = Some("ui-nav-places");
const RECORDS: Option<&str> = Some("ui-nav-records");
const COMPLIANCE: Option<&str> = Some("ui-nav-compliance");
const SETTINGS: Option<&str> = Some("ui-nav-settings");

/// The side bar, from top to bottom.
const ENTRIES: &[Entry] = &[
    entry(PEOPLE, "/people", "hard-hat", "ui-nav-all-people", &matrix::PEOPLE),
    entry(PEOPLE, "/companies", "building-2", "ui-nav-companies", &matrix::COMPANIES),
    entry(PEOPLE, "/teams", "users", "ui-nav-teams", &matrix::STRUCTURE),
    entry(PEOPLE, "/groups", "group", "ui-nav-groups", &matrix::STRUCTURE),
    entry(PEOPLE, "/invitations", "send", "ui-nav-invitations", &matrix::ACCOUNTS),
    entry(COMPLIANCE, "/matrix", "table-properties", "ui-nav-matrix", &matrix::REPORTS),
    entry(COMPLIANCE, "/requirements", "list-checks", "ui-nav-requirements", &matrix::SITE_RULES),
    entry(COMPLIANCE, "/courses", "graduation-cap", "ui-nav-courses", &matrix::CATALOGUE),
    entry(COMPLIANCE, "/evidence", "inbox", "ui-nav-evidence", &matrix::REVIEW),
    entry(
        COMPLIANCE,
        "/assessments",
        "clipboard-check",
        "ui-nav-assessments",
        &matrix::REVIEW_ASSESSMENTS,
    ),
    entry(
        COMPLIANCE,
        "/assessment-templates",
        "clipboard-list",
        "ui-nav-templates",
        &matrix::ASSESSMENT_TEMPLATES,
    ),
    entry(COMPLIANCE, "/qualifications", "file-badge", "ui-nav-qualifications", &matrix::CATALOGUE),
    entry(
        COMPLIANCE,
        "/risk-assessments",
        "pen-line",
        "ui-nav-own-assessments",
        &matrix::OWN_ASSESSMENTS,
    ),
    entry(PLACES, "/sites", "map-pin", "ui-nav-sites", &matrix::SITES),
    entry(PLACES, "/regions", "map", "ui-nav-regions", &matrix::SITES),
    entry(RECORDS, "/outbox", "mail", "ui-nav-outbox", &matrix::OUTBOX),
    entry(RECORDS, "/audit", "scroll-text", "ui-nav-audit", &matrix::AUDIT),
    entry(SETTINGS, "/accounts", "key-round", "ui-nav-accounts", &matrix::ACCOUNTS),
    entry(SETTINGS, "/job-roles", "briefcase", "ui-nav-job-roles", &matrix::STRUCTURE),
    entry(SETTINGS, "/divisions", "network", "ui-nav-divisions", &matrix::STRUCTURE),
    entry(SETTINGS, "/settings", "settings", "ui-nav-organisation", &matrix::SETTINGS),
];

/// Tabs of the phone.
const TABS: &[(&str, &str, &str)] = &[
    ("/home", "house", "ui-tab-home"),
    ("/training", "graduation-cap", "ui-tab-training"),
    ("/profile", "id-card", "ui-tab-profile"),
    ("/notices", "bell", "ui-tab-notices"),
    ("/account", "circle-user-round", "ui-tab-account"),
];

/// What a page needs around it.
pub struct Desk {
    pub lang: Lang,
    /// The idempotency key of this page's forms.
    pub key: String,
    /// The organisation's zone; the usual one for nobody.
    pub zone: Zone,
    path: String,
    theme: Theme,
    name: String,
    initials: String,
    organisation: String,
    unread: u64,
    switches: bool,
    sections: Vec<NavSection<'static>>,
    staff: bool,
    signed_in: bool,
    toast: Option<Toast>,
}

impl Desk {
    /// The desk of whoever is signed in, or a bare one for nobody.
    pub fn of(db: &Snapshot<'_>, actor: Option<&Actor>, visit: &Visit) -> Self {
        Self::new(db.house(), actor, visit)
    }

    /// As [`Desk::of`], for pages that do not look into the database.
    pub fn new(house: &House, actor: Option<&Actor>, visit: &Visit) -> Self {
        Self {
            lang: visit.lang_for(actor),
            key: house.random.token().reveal(),
            zone: actor.map_or_else(Zone::usual, |it| it.face.zone.clone()),
            path: visit.here.clone(),
            theme: visit.theme.as_deref().and_then(Theme::from_code).unwrap_or_default(),
            name: actor.map(|it| it.face.name.clone()).unwrap_or_default(),
            initials: actor.map(|it| initials(&it.face.name)).unwrap_or_default(),
            organisation: actor.map(|it| it.face.organisation.clone()).unwrap_or_default(),
            unread: actor.map_or(0, |it| u64::try_from(it.face.unread).unwrap_or_default()),
            switches: actor.is_some_and(|it| it.face.organisations > 1),
            sections: actor.map(sections).unwrap_or_default(),
            staff: actor.is_some_and(Actor::is_staff),
            signed_in: actor.is_some(),
            toast: visit.toast.clone(),
        }
    }

    /// `22 Nov 2026`, by the organisation's clocks.
    pub fn day(&self, at: Instant) -> String {
        when::day(self.lang, &self.zone, at)
    }

    /// `22 Nov 2026, 08:00`, by the organisation's clocks.
    pub fn moment(&self, at: Instant) -> String {
        when::moment(self.lang, &self.zone, at)
    }

    /// A page for the office.
    pub fn desktop(&self, title: &str, content: Markup) -> Markup {
        shell::desktop(&self.frame(), title, content)
    }

    /// A page for the hand.
    pub fn phone(&self, title: &str, content: Markup) -> Markup {
        let tabs: Vec<Tab<'_>> = TABS
            .iter()
            .map(|(href, icon, label)| {
                let tab = Tab::new(href, icon, label);
                if *href == "/notices" { tab.to_do(self.unread) } else { tab }
            })
            .collect();
        shell::phone(&self.frame(), &tabs, title, content)
    }

    /// A page of one's own affairs: in the office's frame for those who work there, for the hand for all others.
    pub fn own(&self, title: &str, content: Markup) -> Markup {
        if self.staff { self.desktop(title, content) } else { self.phone(title, content) }
    }

    /// A page for people who are not signed in, or who should finish one thing first.
    pub fn plain(&self, title: &str, content: Markup) -> Markup {
        shell::plain(&self.frame(), title, content)
    }

    /// The whole menu as a page.
    pub fn menu(&self) -> Markup {
        shell::menu_page(&self.frame())
    }

    pub fn print(&self, title: &str, content: Markup) -> Markup {
        shell::print(&self.frame(), title, content)
    }

    pub fn is_staff(&self) -> bool {
        self.staff
    }

    /// The frame itself, for pages that choose their shell.
    pub fn frame(&self) -> Frame<'_> {
        let who = self.signed_in.then(|| Who {
            name: &self.name,
            initials: &self.initials,
            organisation: &self.organisation,
            organisations: Vec::new(),
            switch: self.switches.then_some("/account/organisations"),
            profile: "/profile",
            unread: self.unread,
        });
        Frame {
            lang: self.lang,
            theme: self.theme,
            key: &self.key,
            path: &self.path,
            nav: &self.sections,
            who,
            toasts: self.said(),
        }
    }

    fn said(&self) -> Markup {
        let Some(said) = self.toast.as_ref().filter(|it| exists(self.lang, &it.key)) else {
            return html! {};
        };
        let words = with(self.lang, &said.key, &[("count", said.count.into())]);
        match &said.undo {
            Some(undo) => toast_undo(self.lang, &self.key, &words, undo, &[]),
            None => toast(&words),
        }
    }
}

fn sections(actor: &Actor) -> Vec<NavSection<'static>> {
    let mut sections: Vec<NavSection<'static>> = vec![NavSection::untitled(vec![NavItem::new(
        "/home",
        "layout-dashboard",
        "ui-nav-overview",
    )])];
    // Lists of others are for those who see more than themselves.
    let seen = |it: &&Entry| {
        let own = *it.needs == matrix::PEOPLE || *it.needs == matrix::REPORTS;
        !own || People::of(actor, it.needs, it.level).is_some_and(|it| it.is_more_than_own())
    };
    for it in ENTRIES.iter().filter(|it| actor.may(it.needs, it.level)).filter(seen) {
        let item = NavItem::new(it.href, it.icon, it.label);
        match sections.last_mut().filter(|last| last.title == it.section) {
            Some(section) => section.items.push(item),
            None => sections.push(NavSection { title: it.section, items: vec![item] }),
        }
    }
    sections
}

/// The first letters of the first and the last name.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|it| it.chars().next());
    let last = words.next_back().and_then(|it| it.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// The page that says what went wrong, in two sentences, with a number to tell whoever is asked for help.
pub fn failure(desk: &Desk, error: &Error, request: &str) -> Markup {
    let (title, words) = match error {
        Error::SignIn => ("error-sign-in-title", "error-sign-in-words"),
        Error::Forbidden(_) => ("error-forbidden-title", "error-forbidden-words"),
        Error::NotFound => ("error-not-found-title", "error-not-found-words"),
        Error::Conflict(words) => ("error-conflict-title", *words),
        Error::Held(words, _) => ("error-held-title", *words),
        Error::Invalid(_) => ("error-invalid-title", "error-invalid-words"),
        Error::Gone(words) => ("error-gone-title", *words),
        Error::Busy(_) => ("error-busy-title", "error-busy-words"),
        Error::Refused(words) => ("error-refused-title", *words),
        Error::TooLarge => ("error-too-large-title", "error-too-large-words"),
        Error::Full => ("error-full-title", "error-full-words"),
        Error::Internal(_) => ("error-internal-title", "error-internal-words"),
    };
    let mut sentences = t(desk.lang, words).to_owned();
    if matches!(error, Error::Internal(_)) {
        sentences.push(' ');
        sentences.push_str(&with(desk.lang, "error-request", &[("id", request.into())]));
    }
    let status = error.status().as_u16();
    let action = match error {
        Error::SignIn => Some((t(desk.lang, "ui-sign-in"), shell::paths::SIGN_IN)),
        Error::Held(_, place) => Some((t(desk.lang, "error-held-look"), place.as_str())),
        _ => None,
    };
    shell::error(&desk.frame(), status, t(desk.lang, title), &sentences, action)
}
