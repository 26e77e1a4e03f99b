//! The permission matrix: one table from which the check, the documentation and the tests are made.
//! It is `spec/products.md` §8 for the capabilities that exist now.
use super::role::Role;

/// How far a role reaches with a capability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cover {
    All,
    /// The divisions the role was granted for.
    Division,
    Site,
    Team,
    /// The people who report to the holder.
    Reports,
    Company,
    /// The holder's own record.
    Own,
}

/// Looking, or changing too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    View,
    Edit,
}

/// One cell of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Right {
    pub cover: Cover,
    pub level: Level,
}

impl Right {
    /// The word of the specification: `all`, `site v`, `own`.
    pub fn word(self) -> String {
        let cover = match self.cover {
            Cover::All => "all",
            Cover::Division => "div",
            Cover::Site => "site",
            Cover::Team => "team",
            Cover::Reports => "rep",
            Cover::Company => "co",
            Cover::Own => "own",
        };
        match self.level {
            Level::View => format!("{cover} v"),
            Level::Edit => cover.to_owned(),
        }
    }

    const fn read(word: &str) -> Option<Self> {
        let (cover, level) = match word.as_bytes() {
            b"-" => return None,
            b"all" => (Cover::All, Level::Edit),
            b"v" => (Cover::All, Level::View),
            b"div" => (Cover::Division, Level::Edit),
            b"dv" => (Cover::Division, Level::View),
            b"site" => (Cover::Site, Level::Edit),
            b"sv" => (Cover::Site, Level::View),
            b"team" => (Cover::Team, Level::Edit),
            b"rep" => (Cover::Reports, Level::View),
            b"reps" => (Cover::Reports, Level::Edit),
            b"co" => (Cover::Company, Level::Edit),
            b"own" => (Cover::Own, Level::Edit),
            b"ov" => (Cover::Own, Level::View),
            _ => panic!("the matrix has a word it does not know"),
        };
        Some(Self { cover, level })
    }
}

/// Something a person can be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Capability {
    /// Stable name, such as `people.records`; the route table and the documentation show it.
    pub name: &'static str,
    rights: [&'static str; 18],
}

macro_rules! matrix {
    ($($(#[$doc:meta])* $name:ident $text:literal [$($right:literal)*];)*) => {
        $($(#[$doc])* pub const $name: Capability = Capability { name: $text, rights: [$($right),*] };)*
        /// Every capability, in the order of the documentation.
        pub const MATRIX: &[Capability] = &[$($name),*];
    };
}

// `v` is the whole organisation, looking only; `dv`, `sv`, `ov` are division, site and own record, looking only.
#[rustfmt::skip]
matrix! {
    //                                                 OWN   ADM   HSA   SMG    ENG  SUP  OPR  GTE  PED   PVW  RCE   TMG    LMG   DIR | EMP   PRO  CON   CMG
    /// Settings of the organisation.
    SETTINGS          "organisation.settings"        ["all" "all" "-"   "-"    "-"  "-"  "-"  "-"  "-"   "-"  "-"   "-"    "-"   "-"   "-"   "-"  "-"   "-"];
    /// Make somebody owner or administrator.
    APPOINT           "roles.appoint-administrators" ["all" "-"   "-"   "-"    "-"  "-"  "-"  "-"  "-"   "-"  "-"   "-"    "-"   "-"   "-"   "-"  "-"   "-"];
    /// Invite and deactivate accounts, grant roles.
    ACCOUNTS          "accounts"                     ["all" "all" "-"   "-"    "-"  "-"  "-"  "-"  "-"   "-"  "-"   "-"    "-"   "-"   "-"   "-"  "-"   "-"];
    /// People's records. A supervisor sees names, to assign work.
    PEOPLE            "people.records"               ["all" "all" "v"   "sv"   "-"  "v"  "-"  "-"  "div" "dv" "-"   "team" "rep" "v"   "ov"  "ov" "ov"  "co"];
    /// Delete or archive people.
    ARCHIVE           "people.archive"               ["all" "all" "-"   "-"    "-"  "-"  "-"  "-"  "div" "-"  "-"   "-"    "-"   "-"   "-"   "-"  "-"   "-"];
    /// Let a person without an account read the own profile (H-M3); never a team manager (H-E5).
    PROFILE_ACCESS    "people.profile-access"        ["all" "all" "-"   "-"    "-"  "-"  "-"  "-"  "div" "-"  "-"   "-"    "-"   "-"   "-"   "-"  "-"   "-"];
    /// Teams, groups, divisions and job roles.
    STRUCTURE         "people.structure"             ["all" "all" "v"   "-"    "-"  "v"  "-"  "-"  "div" "dv" "div" "v"    "v"   "v"   "-"   "-"  "-"   "-"];
    /// Contractor companies.
    COMPANIES         "companies"                    ["all" "all" "v"   "site" "-"  "v"  "-"  "-"  "div" "dv" "-"   "-"    "-"   "v"   "-"   "-"  "-"   "-"];
    /// Make sites and regions.
    SITES_CREATE      "sites.create"                 ["all" "all" "-"   "-"    "-"  "-"  "-"  "-"  "-"   "-"  "-"   "-"    "-"   "-"   "-"   "-"  "-"   "-"];
    /// Look at and change sites.
    SITES             "sites"                        ["all" "all" "all" "site" "-"  "sv" "sv" "sv" "-"   "-"  "-"   "-"    "-"   "v"   "-"   "-"  "-"   "-"];
    /// Appoint site managers (T-S6: never a site manager).
    SITE_MANAGERS     "roles.appoint-site-managers"  ["all" "all" "-"   "-"    "-"  "-"  "-"  "-"  "-"   "-"  "-"   "-"    "-"   "-"   "-"   "-"  "-"   "-"];
    /// Appoint gate scanners.
    GATE_SCANNERS     "roles.appoint-gate-scanners"  ["all" "all" "-"   "site" "-"  "-"  "-"  "-"  "-"   "-"  "-"   "-"    "-"   "-"   "-"   "-"  "-"   "-"];
    /// Place people at sites.
    PLACEMENTS        "people.placements"            ["all" "all" "all" "site" "-"  "-"  "-"  "-"  "div" "-"  "-"   "-"    "-"   "-"   "-"   "-"  "-"   "-"];
    /// Courses, qualifications and training sets.
    CATALOGUE         "catalogue"                    ["all" "all" "v"   "v"    "-"  "-"  "-"  "-"  "dv"  "dv" "div" "v"    "v"   "v"   "-"   "-"  "-"   "-"];
    /// Record training and hand in evidence, for others too.
    TRAINING          "training.records"             ["all" "all" "-"   "-"    "-"  "-"  "-"  "-"  "div" "-"  "-"   "team" "-"   "-"   "own" "-"  "own" "co"];
    /// Decide about evidence that was handed in; never about the own.
    REVIEW            "evidence.review"              ["all" "all" "all" "site" "-"  "-"  "-"  "-"  "div" "-"  "-"   "-"    "-"   "-"   "-"   "-"  "-"   "-"];
    /// What people are asked in risk assessments and questionnaires.
    ASSESSMENT_TEMPLATES "assessments.templates"     ["all" "all" "all" "-"    "-"  "-"  "-"  "-"  "-"   "-"  "-"   "-"    "-"   "v"   "-"   "-"  "-"   "-"];
    /// Decide about assessments; never about the own, and only where the template lets one (footnote 4 of §8.1).
    REVIEW_ASSESSMENTS "assessments.review"          ["all" "all" "all" "site" "-"  "-"  "-"  "-"  "-"   "-"  "-"   "team" "reps" "-"  "-"   "-"  "-"   "-"];
    /// Fill in assessments about oneself.
    OWN_ASSESSMENTS   "assessments.own"              ["-"   "-"   "-"   "-"    "-"  "-"  "-"  "-"  "-"   "-"  "-"   "-"    "-"   "-"   "own" "-"  "own" "own"];
    /// What is required at every site.
    ALL_SITES_RULES   "requirements.all-sites"       ["all" "all" "all" "-"    "-"  "-"  "-"  "-"  "-"   "-"  "-"   "-"    "-"   "v"   "-"   "-"  "-"   "-"];
    /// What is required at a site.
    SITE_RULES        "requirements.site"            ["all" "all" "all" "site" "-"  "-"  "-"  "-"  "-"   "-"  "-"   "-"    "-"   "v"   "-"   "-"  "-"   "-"];
    /// Let somebody off a requirement, and keep somebody out.
    EXCEPTIONS        "exceptions"                   ["all" "all" "all" "site" "-"  "-"  "-"  "-"  "-"   "-"  "-"   "-"    "-"   "v"   "-"   "-"  "-"   "-"];
    /// How people stand, and the reports made from it.
    REPORTS           "reports"                      ["v"   "v"   "v"   "sv"   "sv" "sv" "ov" "ov" "dv"  "dv" "dv"  "team" "rep" "v"   "ov"  "ov" "ov"  "co"];
    /// The outbox: which messages went out, and which did not.
    OUTBOX            "notices.outbox"               ["all" "all" "-"   "-"    "-"  "-"  "-"  "-"  "-"   "-"  "-"   "-"    "-"   "-"   "-"   "-"  "-"   "-"];
    /// The audit log.
    AUDIT             "audit"                        ["all" "all" "all" "site" "-"  "-"  "-"  "-"  "-"   "-"  "-"   "-"    "-"   "v"   "-"   "-"  "-"   "-"];
    /// The own profile, sessions, language and notices.
    OWN_PROFILE       "own.profile"                  ["own" "own" "own" "own"  "own" "own" "own" "own" "own" "own" "own" "own" "own" "own" "own" "ov" "own" "own"];
}

impl Capability {
    /// What `role` may do here.
    pub fn right(&self, role: Role) -> Option<Right> {
        Right::read(self.rights[role as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_has_a_known_word() {
        for capability in MATRIX {
            for role in Role::ALL {
                let _: Option<Right> = capability.right(*role);
            }
        }
    }

    #[test]
    fn a_team_manager_never_grants_profile_access_h_e5() {
        assert_eq!(PROFILE_ACCESS.right(Role::TeamManager), None);
        assert!(PEOPLE.right(Role::TeamManager).is_some());
    }

    #[test]
    fn a_site_manager_does_not_appoint_site_managers_t_s6() {
        assert_eq!(SITE_MANAGERS.right(Role::SiteManager), None);
        assert_eq!(
            GATE_SCANNERS.right(Role::SiteManager),
            Some(Right { cover: Cover::Site, level: Level::Edit })
        );
    }
}
