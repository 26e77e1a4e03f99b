//! The small language of the cells, word by word.
use judge::{Day, Id, Instant, Moment, Subject, Validity, Zone};

/// Places a row may speak of.
const SITES: &[&str] = &["Dock Road", "North Yard", "Elm Street"];

/// Things a row may speak of. What is not here is a slip of the pen.
const SUBJECTS: &[(&str, Kind)] = &[
    ("Manual handling", Kind::Course),
    ("Fire safety", Kind::Course),
    ("Site induction", Kind::Course),
    ("Toolbox talk", Kind::Course),
    ("Working at height", Kind::Course),
    ("CSCS card", Kind::Qualification),
    ("ECS card", Kind::Qualification),
    ("Forklift licence", Kind::Qualification),
    ("First aid certificate", Kind::Qualification),
    ("Lifting assessment", Kind::Assessment),
    ("Hot work assessment", Kind::Assessment),
];

#[derive(Debug, Clone, Copy)]
enum Kind {
    Course,
    Qualification,
    Assessment,
}

pub fn subject(at: usize) -> Option<Subject> {
    let id = Id(100 + at as u128);
    SUBJECTS.get(at).map(|(_, kind)| match kind {
        Kind::Course => Subject::Course(id),
        Kind::Qualification => Subject::Qualification(id),
        Kind::Assessment => Subject::Assessment(id),
    })
}

pub fn subject_name(of: Subject) -> &'static str {
    let at = (0..SUBJECTS.len()).find(|it| subject(*it) == Some(of));
    at.and_then(|it| SUBJECTS.get(it)).map_or("?", |(name, _)| name)
}

pub fn site(name: &str) -> Option<Id> {
    SITES.iter().position(|it| *it == name).map(|it| Id(1 + it as u128))
}

pub fn site_name(of: Id) -> &'static str {
    SITES.iter().copied().find(|it| site(it) == Some(of)).unwrap_or("?")
}

/// A cell, or a part of it, being read.
#[derive(Clone)]
pub struct Words<'a> {
    rest: &'a str,
    zone: &'a Zone,
}

impl<'a> Words<'a> {
    pub fn new(text: &'a str, zone: &'a Zone) -> Self {
        Self { rest: text.trim(), zone }
    }

    /// Takes these words, if they come next. A comma counts as a space.
    pub fn take(&mut self, words: &str) -> bool {
        let Some(rest) = self.rest.strip_prefix(words) else { return false };
        let whole = rest.chars().next().is_none_or(|it| it == ' ' || it == ',');
        if whole {
            self.rest = rest.trim_start_matches([' ', ',']);
        }
        whole
    }

    /// Nothing may be left.
    pub fn done(&self) -> Result<(), String> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(format!("“{}” is not understood", self.rest))
        }
    }

    pub fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    fn word(&mut self) -> &'a str {
        let end = self.rest.find([' ', ',']).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest.trim_start_matches([' ', ',']);
        word
    }

    pub fn subject(&mut self) -> Result<Subject, String> {
        let at = SUBJECTS.iter().position(|(name, _)| self.take(name));
        at.and_then(subject).ok_or_else(|| format!("“{}” begins with nothing known", self.rest))
    }

    pub fn site(&mut self) -> Result<Id, String> {
        let name = SITES.iter().find(|it| self.take(it));
        name.and_then(|it| site(it)).ok_or_else(|| format!("“{}”: which site?", self.rest))
    }

    pub fn number<T: std::str::FromStr>(&mut self) -> Result<T, String> {
        let word = self.word();
        word.parse().map_err(|_| format!("“{word}” is no number"))
    }

    pub fn day(&mut self) -> Result<Day, String> {
        let word = self.word();
        let date: jiff::civil::Date = word.parse().map_err(|_| format!("“{word}” is no day"))?;
        Ok(Day::of(date))
    }

    /// A day, or a day and a time there: `2026-03-01`, `2026-03-01 07:32`, `2026-03-01 07:32 UTC`.
    pub fn moment(&mut self) -> Result<Moment, String> {
        let day = self.day()?;
        if !self.rest.get(..5).is_some_and(|it| it.contains(':')) {
            return Ok(Moment::Day(day));
        }
        let word = self.word();
        let time: jiff::civil::Time = word.parse().map_err(|_| format!("“{word}” is no time"))?;
        let zone = if self.take("UTC") { &jiff::tz::TimeZone::UTC } else { self.zone.time_zone() };
        let at = zone.to_timestamp(day.date().to_datetime(time)).map_err(|it| it.to_string())?;
        Ok(Moment::At(Instant(at.as_millisecond())))
    }

    /// A day alone is meant from its first moment.
    pub fn from(&mut self) -> Result<Instant, String> {
        Ok(self.moment()?.instant(self.zone))
    }

    /// A day alone is meant to its end.
    pub fn until(&mut self) -> Result<Instant, String> {
        Ok(match self.moment()? {
            Moment::Day(day) => self.zone.end(day),
            Moment::At(at) => at,
        })
    }

    /// A day alone is meant at noon.
    pub fn at(&mut self) -> Result<Instant, String> {
        Ok(match self.moment()? {
            Moment::Day(day) => {
                let noon = self.zone.time_zone().to_timestamp(day.date().at(12, 0, 0, 0));
                Instant(noon.map_err(|it| it.to_string())?.as_millisecond())
            }
            Moment::At(at) => at,
        })
    }

    /// `for ever`, `yearly 03-31`, `12 months`, `365 days`: tried, not demanded.
    pub fn validity(&mut self) -> Result<Option<Validity>, String> {
        if self.take("for ever") {
            return Ok(Some(Validity::Forever));
        }
        if self.take("yearly") {
            let word = self.word();
            let parts = word.split_once('-').and_then(|(month, day)| {
                Some(Validity::Yearly { month: month.parse().ok()?, day: day.parse().ok()? })
            });
            return parts.map(Some).ok_or_else(|| format!("“{word}” is no month and day"));
        }
        if !self.rest.starts_with(|it: char| it.is_ascii_digit()) {
            return Ok(None);
        }
        let count = self.number()?;
        if self.take("months") || self.take("month") {
            Ok(Some(Validity::Months(count)))
        } else if self.take("days") || self.take("day") {
            Ok(Some(Validity::Days(count)))
        } else {
            Err(format!("{count} of what? “{}”", self.rest))
        }
    }
}
