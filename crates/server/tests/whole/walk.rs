//! Walks every route as somebody and says what they got that they must not get.
use kernel::access::{Capability, Cover, Level, MATRIX, Role, matrix};
use kernel::testing::{Page, Visitor};
use kernel::{Address, Fields};

use crate::subjects::Filled;
use crate::tables;
use crate::world::{CANARIES, House, OUTSIDE_COMPANY, OUTSIDE_PERSON, OUTSIDE_SITE, keyed};

/// What somebody got that they must not get.
#[derive(Debug)]
pub struct Finding {
    pub who: String,
    pub verb: &'static str,
    pub path: String,
    pub why: String,
}

/// Whom a walk is made as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Principal {
    Nobody,
    /// Signed in, then deactivated.
    Suspended(&'static str),
    /// Every role, in the other organisation.
    Stranger,
    /// A role with a scope that reaches none of the subjects.
    Role(&'static str, Role),
    /// An account without any granted role.
    Employee,
}

pub const ROLES: [Principal; 14] = [
    Principal::Role("administrator", Role::Administrator),
    Principal::Role("health-and-safety", Role::HealthAndSafetyAdmin),
    Principal::Role("site-manager", Role::SiteManager),
    Principal::Role("engineer", Role::Engineer),
    Principal::Role("supervisor", Role::Supervisor),
    Principal::Role("operator", Role::Operator),
    Principal::Role("gate-scanner", Role::GateScanner),
    Principal::Role("people-editor", Role::PeopleEditor),
    Principal::Role("people-viewer", Role::PeopleViewer),
    Principal::Role("courses-editor", Role::RolesAndCoursesEditor),
    Principal::Role("team-manager", Role::TeamManager),
    Principal::Role("line-manager", Role::LineManager),
    Principal::Role("director", Role::Director),
    Principal::Employee,
];

impl Principal {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Suspended(key) | Self::Role(key, _) => key,
            Self::Stranger => "stranger",
            Self::Employee => "employee",
        }
    }

    fn roles(self) -> Vec<Role> {
        match self {
            Self::Nobody | Self::Suspended(_) => Vec::new(),
            Self::Stranger => Role::ALL.to_vec(),
            Self::Role(_, role) => vec![role, Role::Employee],
            Self::Employee => vec![Role::Employee],
        }
    }

    /// The covers the principal's roles give.
    fn covers(self, capability: &Capability, level: Level) -> Vec<Cover> {
        let rights = self.roles().into_iter().filter_map(|role| capability.right(role));
        rights.filter(|it| it.level >= level).map(|it| it.cover).collect()
    }

    /// Words of things this principal's roles do not reach, wherever they are shown.
    fn forbidden_words(self) -> Vec<&'static str> {
        if matches!(self, Self::Nobody | Self::Suspended(_) | Self::Stranger) {
            // They may read nothing at all: the canaries say so.
            return Vec::new();
        }
        let narrow =
            |capability: &Capability| !self.covers(capability, Level::View).contains(&Cover::All);
        let mut words = Vec::new();
        if narrow(&matrix::PEOPLE) {
            words.push(OUTSIDE_PERSON);
        }
        // Whoever places the people of a division chooses among the names of all sites (docs/decisions/0008).
        let places = self.covers(&matrix::PLACEMENTS, Level::Edit).contains(&Cover::Division);
        if narrow(&matrix::SITES) && !places {
            words.push(OUTSIDE_SITE);
        }
        if narrow(&matrix::COMPANIES) {
            words.push(OUTSIDE_COMPANY);
        }
        words
    }
}

/// Who may pass a gate, read from its name in the route table.
enum Door {
    Anyone,
    SignedIn,
    Holder,
    Needs(Box<Capability>, Level),
}

fn door(gate: &str) -> Door {
    match gate {
        "anyone" | "anyone, no database" => Door::Anyone,
        "signed in" => Door::SignedIn,
        other => match other.rsplit_once(' ') {
            Some((name, level @ ("view" | "edit"))) => {
                let level = if level == "edit" { Level::Edit } else { Level::View };
                let row = MATRIX.iter().find(|it| it.name == name);
                let row = row.unwrap_or_else(|| panic!("{gate} is not in the matrix"));
                Door::Needs(Box::new(*row), level)
            }
            _ => Door::Holder,
        },
    }
}

/// What must become of a request.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    /// Whatever the page says; it is only searched for words.
    Free,
    /// Sign in first.
    SignIn,
    /// 401, 403, 404 or 410.
    Refused,
}

fn verdict(who: Principal, route: &Address, filled: &Filled) -> Verdict {
    let refused_if = |it: bool| if it { Verdict::Refused } else { Verdict::Free };
    match (door(&route.gate), who) {
        (Door::Holder, _) => Verdict::Refused,
        (Door::Anyone, _) => refused_if(filled.names_something() || filled.has_secret()),
        (_, Principal::Nobody | Principal::Suspended(_)) => Verdict::SignIn,
        (_, Principal::Stranger) | (Door::SignedIn, _) => refused_if(filled.names_something()),
        (Door::Needs(capability, level), who) => {
            let covers = who.covers(&capability, level);
            let reaches = covers.contains(&Cover::All);
            refused_if(covers.is_empty() || (!reaches && filled.names_scoped()))
        }
    }
}

/// A walk through the house.
pub struct Walk<'h> {
    pub house: &'h House,
    pub who: Principal,
    pub findings: Vec<Finding>,
    pub requests: usize,
}

impl<'h> Walk<'h> {
    pub fn new(house: &'h House, who: Principal) -> Self {
        Self { house, who, findings: Vec::new(), requests: 0 }
    }

    /// Looks at every page. A look changes nothing.
    pub async fn look(&mut self, visitor: &mut Visitor, table: &[Address]) {
        let before = self.house.contents();
        for route in table.iter().filter(|it| it.verb == "GET") {
            if let Some(filled) = self.fill(route) {
                let page = visitor.get(&filled.path).await;
                self.judge(route, &filled, &page);
            }
        }
        let changed = tables::changed(&before, &self.house.contents());
        if !changed.is_empty() {
            self.find("GET", "every page", format!("looking changed {}", changed.join(", ")));
        }
    }

    /// Sends a likely and a senseless form to every address that must refuse them.
    pub async fn write(&mut self, visitor: &mut Visitor, table: &[Address]) {
        let before = self.house.ours();
        for route in table.iter().filter(|it| it.verb == "POST") {
            let Some(filled) = self.fill(route) else { continue };
            if verdict(self.who, route, &filled) == Verdict::Free && self.who != Principal::Stranger
            {
                continue;
            }
            for form in [likely_form(self.house), Fields::of([("x", "<script>")])] {
                // Some forms end the session they are sent from.
                let page = visitor.clone().post_fields(&filled.path, &keyed(&form)).await;
                self.judge(route, &filled, &page);
            }
            let who = self.who;
            if who == Principal::Stranger && visitor.get("/invitations").await.status != 200 {
                *visitor = self.house.enter(who.key()).await;
            }
        }
        let changed = tables::changed(&before, &self.house.ours());
        if !changed.is_empty() {
            self.find(
                "POST",
                "every form",
                format!("refused forms changed {}", changed.join(", ")),
            );
        }
    }

    fn fill(&mut self, route: &Address) -> Option<Filled> {
        match self.house.subjects.fill(route.path) {
            Ok(filled) => Some(filled),
            Err(why) => {
                self.find(route.verb, route.path, why);
                None
            }
        }
    }

    fn judge(&mut self, route: &Address, filled: &Filled, page: &Page) {
        self.requests += 1;
        let status = page.status.as_u16();
        let to_sign_in =
            status == 401 || (status == 303 && page.location().starts_with("/sign-in"));
        let kept = match verdict(self.who, route, filled) {
            Verdict::Free => status < 500,
            Verdict::SignIn => to_sign_in,
            Verdict::Refused => to_sign_in || matches!(status, 403 | 404 | 410),
        };
        if !kept {
            let wanted = verdict(self.who, route, filled);
            self.find(route.verb, route.path, format!("answered {status}, wanted {wanted:?}"));
        }
        let text = format!("{:?} {}", page.headers, page.text());
        let lower = text.to_lowercase();
        if matches!(self.who, Principal::Nobody | Principal::Stranger | Principal::Suspended(_)) {
            for word in CANARIES.iter().filter(|it| lower.contains(**it)) {
                self.find(route.verb, route.path, format!("says {word}: {}", around(&lower, word)));
            }
        }
        for word in self.who.forbidden_words().into_iter().filter(|it| text.contains(it)) {
            self.find(route.verb, route.path, format!("says {word}: {}", around(&text, word)));
        }
    }

    fn find(&mut self, verb: &'static str, path: &str, why: String) {
        let who = format!("{:?}", self.who);
        self.findings.push(Finding { who, verb, path: path.to_owned(), why });
    }
}

/// A few words of the text around a word.
fn around(text: &str, word: &str) -> String {
    let at = text.find(word).unwrap_or_default();
    let before: String =
        text[..at].chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
    let behind: String = text[at..].chars().take(80).collect();
    format!("{before}{behind}").replace('\n', " ")
}

/// A form that many handlers find plausible, with every id that a form can name taken from Harbour Works.
pub fn likely_form(house: &House) -> Fields {
    let subjects = &house.subjects;
    let mut form = Fields::of([
        ("people", "Wanda Wrong, wanda@elsewhere.example"),
        ("role", "DIR"),
        ("scope", "all"),
        ("name", "Wanda Wrong"),
        ("title", "Wanda Wrong"),
        ("email", "wanda@elsewhere.example"),
        ("kind", "employee"),
        ("category", "kind"),
        ("value", "employee"),
        ("zone", "Europe/London"),
        ("state", "active"),
        ("organisation", "Wrong Works"),
        ("password", "seven grey cranes"),
        ("confirm", "on"),
    ]);
    let ids = [
        ("id", "person"),
        ("ids", "person"),
        ("person", "person"),
        ("person_id", "person"),
        ("line_manager", "person"),
        ("manager", "person"),
        ("member", "person"),
        ("company", "company"),
        ("company_id", "company"),
        ("job_role", "job_role"),
        ("division", "division"),
        ("site", "site"),
        ("sites", "site"),
        ("site_id", "site"),
        ("region", "region"),
        ("parent", "location"),
        ("location", "location"),
        ("team", "team"),
        ("group", "people_group"),
        ("account", "account"),
        ("org", "organisation"),
    ];
    for (field, table) in ids {
        form.set(field, &subjects.id(table));
    }
    form
}
