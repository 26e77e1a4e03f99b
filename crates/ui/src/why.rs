//! Why somebody may work somewhere or may not, in words. Every list, page, mail, report and gate says it through here, so
//! that the same reason is the same sentence everywhere.
use judge::{Barred, Finding, Note, Weight};
use kernel::{Date, Lang};
use maud::Markup;

use crate::text::{t, with};
use crate::{Status, when};

/// One reason, with the names that its words need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    Barred(Barred, Option<Date>),
    Asked(Item),
}

/// How one requirement stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What is asked: `CSCS card`, or `CSCS card or ECS card`.
    pub subject: String,
    pub status: judge::Status,
    pub weight: Weight,
    pub last: Option<Date>,
    pub due: Option<Date>,
    pub note: Option<Aside>,
}

/// [`Note`], with the name of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aside {
    AskedFrom(Date),
    /// Without a name where the reader may not know it.
    OtherSite(String),
    OlderEdition,
    Revoked,
    CountsFrom(Date),
}

impl Why {
    /// `subject` names what is asked; `site` names another site, for those who may know it.
    pub fn of(finding: &Finding, subject: String, site: impl Fn(judge::Id) -> String) -> Self {
        let date = |day: judge::Day| Date(day.date());
        let note = finding.note.map(|it| match it {
            Note::AskedFrom(day) => Aside::AskedFrom(date(day)),
            Note::OtherSite(id) => Aside::OtherSite(site(id)),
            Note::OlderEdition => Aside::OlderEdition,
            Note::Revoked => Aside::Revoked,
            Note::CountsFrom(day) => Aside::CountsFrom(date(day)),
        });
        Self::Asked(Item {
            subject,
            status: finding.status,
            weight: finding.weight,
            last: finding.last.map(date),
            due: finding.due.map(date),
            note,
        })
    }

    /// The shape and colour it is shown with.
    pub fn status(&self) -> Status {
        match self {
            Self::Barred(..) => Status::Blocked,
            Self::Asked(it) => match it.status {
                judge::Status::NotRequired => Status::None,
                judge::Status::Valid => Status::Ok,
                judge::Status::Waived => Status::Waived,
                judge::Status::Expiring => Status::Soon,
                judge::Status::Pending => Status::Review,
                judge::Status::Missing if it.due.is_some() => Status::None,
                // What is not required is nothing bad where it is not there.
                _ if it.weight == Weight::Fine => Status::None,
                judge::Status::Rejected | judge::Status::Expired | judge::Status::Missing => {
                    Status::Bad
                }
            },
        }
    }

    /// What it is about; nothing for what bars, which says so itself.
    pub fn subject(&self) -> &str {
        match self {
            Self::Barred(..) => "",
            Self::Asked(it) => &it.subject,
        }
    }

    /// What is said about the subject: `expired 3 Nov 2026`.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Barred(kind, day) => barred(lang, *kind, *day),
            Self::Asked(it) => it.words(lang),
        }
    }

    /// Subject and words as one line of text: for exports, mails and readers of the screen.
    pub fn line(&self, lang: Lang) -> String {
        match self.subject() {
            "" => self.words(lang),
            subject => format!("{subject}: {}", self.words(lang)),
        }
    }

    /// Subject and words in a cell of a list, with how many more there are.
    pub fn cell(&self, lang: Lang, more: &str) -> Markup {
        let late = matches!(self.status(), Status::Bad | Status::Blocked);
        crate::table::next_of(self.subject(), &self.words(lang), late, more)
    }

    /// A line of a list of reasons, with what can be done about it.
    pub fn row(&self, lang: Lang, action: Markup) -> Markup {
        let words = self.words(lang);
        match self.subject() {
            "" => crate::requirement(self.status(), &words, "", action),
            subject => crate::requirement(self.status(), subject, &words, action),
        }
    }
}

/// Reasons are kept as one line each, for lists that show the first one: fields between tabs, the subject last.
impl Why {
    pub fn write(&self) -> String {
        let day = |it: Option<Date>| it.map(|it| it.to_string()).unwrap_or_default();
        match self {
            Self::Barred(kind, until) => format!("bar\t{}\t{}", code(&BARRED, *kind), day(*until)),
            Self::Asked(it) => {
                let (note, about) = match &it.note {
                    None => ("", String::new()),
                    Some(Aside::AskedFrom(day)) => ("from", day.to_string()),
                    Some(Aside::OtherSite(site)) => ("site", site.replace('\t', " ")),
                    Some(Aside::OlderEdition) => ("edition", String::new()),
                    Some(Aside::Revoked) => ("revoked", String::new()),
                    Some(Aside::CountsFrom(day)) => ("counts", day.to_string()),
                };
                let (status, weight) = (code(&STATUSES, it.status), code(&WEIGHTS, it.weight));
                let (last, due) = (day(it.last), day(it.due));
                format!("{status}\t{weight}\t{last}\t{due}\t{note}\t{about}\t{}", it.subject)
            }
        }
    }

    /// Nothing, where the line is none of ours.
    pub fn read(line: &str) -> Option<Self> {
        let parts: Vec<&str> = line.splitn(7, '\t').collect();
        if let ["bar", kind, until] = parts[..] {
            return Some(Self::Barred(known(&BARRED, kind)?, Date::parse(until)));
        }
        let [status, weight, last, due, note, about, subject] = parts[..] else { return None };
        let note = match note {
            "from" => Some(Aside::AskedFrom(Date::parse(about)?)),
            "site" => Some(Aside::OtherSite(about.to_owned())),
            "edition" => Some(Aside::OlderEdition),
            "revoked" => Some(Aside::Revoked),
            "counts" => Some(Aside::CountsFrom(Date::parse(about)?)),
            _ => None,
        };
        Some(Self::Asked(Item {
            subject: subject.to_owned(),
            status: known(&STATUSES, status)?,
            weight: known(&WEIGHTS, weight)?,
            last: Date::parse(last),
            due: Date::parse(due),
            note,
        }))
    }
}

const STATUSES: [(&str, judge::Status); 8] = [
    ("asked-not", judge::Status::NotRequired),
    ("valid", judge::Status::Valid),
    ("waived", judge::Status::Waived),
    ("expiring", judge::Status::Expiring),
    ("pending", judge::Status::Pending),
    ("rejected", judge::Status::Rejected),
    ("expired", judge::Status::Expired),
    ("missing", judge::Status::Missing),
];
const WEIGHTS: [(&str, Weight); 3] =
    [("fine", Weight::Fine), ("warns", Weight::Warns), ("blocks", Weight::Blocks)];
const BARRED: [(&str, Barred); 7] = [
    ("banned", Barred::Banned),
    ("suspended", Barred::Suspended),
    ("person", Barred::PersonInactive),
    ("company-suspended", Barred::CompanySuspended),
    ("company", Barred::CompanyInactive),
    ("not-begun", Barred::EngagementNotBegun),
    ("ended", Barred::EngagementEnded),
];

fn code<T: PartialEq>(all: &[(&'static str, T)], it: T) -> &'static str {
    all.iter().find(|(_, known)| *known == it).map_or("", |(code, _)| code)
}

fn known<T: Copy>(all: &[(&str, T)], word: &str) -> Option<T> {
    all.iter().find(|(code, _)| *code == word).map(|(_, it)| *it)
}

impl Item {
    fn words(&self, lang: Lang) -> String {
        let said = self.said(lang);
        match self.due {
            Some(day) => {
                let day = when::date(lang, day);
                with(lang, "why-due", &[("words", (&said).into()), ("day", (&day).into())])
            }
            None => said,
        }
    }

    fn said(&self, lang: Lang) -> String {
        let on = |key, day| with(lang, key, &[("day", (&when::date(lang, day)).into())]);
        match &self.note {
            Some(Aside::AskedFrom(day)) => return on("why-asked-from", *day),
            Some(Aside::CountsFrom(day)) => return on("why-counts-from", *day),
            Some(Aside::OtherSite(site)) if site.is_empty() => {
                return t(lang, "why-elsewhere").to_owned();
            }
            Some(Aside::OtherSite(site)) => {
                return with(lang, "why-other-site", &[("site", site.into())]);
            }
            Some(Aside::OlderEdition) => return t(lang, "why-older-edition").to_owned(),
            Some(Aside::Revoked) => return t(lang, "why-revoked").to_owned(),
            None => {}
        }
        match (self.status, self.last) {
            (judge::Status::Valid, Some(day)) => on("why-valid-until", day),
            (judge::Status::Waived, Some(day)) => on("why-waived-until", day),
            (judge::Status::Expiring, Some(day)) => on("why-expiring", day),
            (judge::Status::Expired, Some(day)) => on("why-expired", day),
            (status, _) => t(lang, plain(status)).to_owned(),
        }
    }
}

const fn plain(status: judge::Status) -> &'static str {
    match status {
        judge::Status::NotRequired => "why-not-required",
        judge::Status::Valid | judge::Status::Waived | judge::Status::Expiring => "why-valid",
        judge::Status::Pending => "why-pending",
        judge::Status::Rejected => "why-rejected",
        judge::Status::Expired | judge::Status::Missing => "why-missing",
    }
}

fn barred(lang: Lang, kind: Barred, day: Option<Date>) -> String {
    let day = day.map(|it| when::date(lang, it)).unwrap_or_default();
    match kind {
        Barred::Banned if day.is_empty() => t(lang, "why-banned").to_owned(),
        Barred::Banned => with(lang, "why-banned-until", &[("day", (&day).into())]),
        Barred::Suspended if day.is_empty() => t(lang, "why-suspended").to_owned(),
        Barred::Suspended => with(lang, "why-suspended-until", &[("day", (&day).into())]),
        Barred::PersonInactive => t(lang, "why-person-inactive").to_owned(),
        Barred::CompanySuspended => t(lang, "why-company-suspended").to_owned(),
        Barred::CompanyInactive => t(lang, "why-company-inactive").to_owned(),
        Barred::EngagementNotBegun => with(lang, "why-not-begun", &[("day", (&day).into())]),
        Barred::EngagementEnded => with(lang, "why-ended", &[("day", (&day).into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_reads_back_from_its_line() {
        let day = Date::new(2026, 5, 31);
        let mut all: Vec<Why> = BARRED.iter().map(|(_, kind)| Why::Barred(*kind, day)).collect();
        let notes = [
            None,
            day.map(Aside::AskedFrom),
            Some(Aside::OtherSite("Dock Road".to_owned())),
            Some(Aside::OlderEdition),
            Some(Aside::Revoked),
            day.map(Aside::CountsFrom),
        ];
        for (_, status) in STATUSES {
            for (_, weight) in WEIGHTS {
                for note in &notes {
                    let (subject, note) = ("CSCS card\tor another".to_owned(), note.clone());
                    all.push(Why::Asked(Item {
                        subject,
                        status,
                        weight,
                        last: day,
                        due: None,
                        note,
                    }));
                }
            }
        }
        for it in all {
            assert_eq!(Why::read(&it.write()), Some(it));
        }
        assert_eq!(Why::read("something else"), None);
    }
}
