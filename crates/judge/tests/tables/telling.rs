//! What came out, in the words of the tables.
use judge::{
    Bar, Barred, Block, Certificate, Day, Decision, Finding, Instant, Mode, Note, Reason, RollUp,
    Standing, Status, Zone,
};

use crate::words::{site_name, subject_name};

/// What a standing says under the head of a column; none where the column is not about the answer.
pub fn tell(column: &str, standing: &Standing, zone: &Zone) -> Option<String> {
    Some(match column {
        "gate" => gate(standing.decision).to_owned(),
        "items" => items(standing),
        "parts" => {
            list(", ", standing.findings.iter().map(|it| part(it.source.block()).to_owned()))
        }
        "roll-up" => roll_up(standing.roll_up()).to_owned(),
        "certificate" => certificate(standing.certificate()).to_owned(),
        "next" => standing.next().map_or("nothing", |it| subject_name(it.subject)).to_owned(),
        "changes" => moment(standing.span.until, zone),
        _ => return None,
    })
}

fn list(between: &str, each: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = each.collect();
    if all.is_empty() { "nothing".to_owned() } else { all.join(between) }
}

fn items(standing: &Standing) -> String {
    let named = standing.findings.len() > 1;
    list(
        "; ",
        standing.reasons().map(|it| match it {
            Reason::Barred(bar) => barred(&bar),
            Reason::Asked(finding) if named => {
                format!("{} {}", subject_name(finding.subject), item(&finding))
            }
            Reason::Asked(finding) => item(&finding),
        }),
    )
}

fn barred(bar: &Bar) -> String {
    let kind = match bar.kind {
        Barred::Banned => "banned",
        Barred::Suspended => "suspended",
        Barred::PersonInactive => "inactive",
        Barred::CompanySuspended => "company suspended",
        Barred::CompanyInactive => "company inactive",
        Barred::EngagementNotBegun => "engagement not begun",
        Barred::EngagementEnded => "engagement ended",
    };
    bar.site.map_or(kind.to_owned(), |it| format!("{kind} at {}", site_name(it)))
}

fn item(finding: &Finding) -> String {
    let until =
        |word: &str| finding.last.map_or(word.to_owned(), |it| format!("{word} until {}", day(it)));
    let mut text = match finding.status {
        Status::NotRequired => "not asked yet".to_owned(),
        Status::Valid => until("valid"),
        Status::Waived => until("waived"),
        Status::Expiring => until("expiring"),
        Status::Pending => "waiting".to_owned(),
        Status::Rejected => "rejected".to_owned(),
        Status::Expired => finding.last.map_or("?".to_owned(), |it| format!("expired {}", day(it))),
        Status::Missing => "missing".to_owned(),
    };
    if let Some(due) = finding.due {
        text.push_str(&format!(" by {}", day(due)));
    }
    if finding.mode == Mode::Optional {
        text.push_str(" (optional)");
    }
    if let Some(note) = finding.note {
        text.push_str(&format!(" ({})", noted(note)));
    }
    text
}

fn noted(note: Note) -> String {
    match note {
        Note::AskedFrom(it) => format!("from {}", day(it)),
        Note::OtherSite(it) => format!("done for {}", site_name(it)),
        Note::OlderEdition => "older edition".to_owned(),
        Note::Revoked => "revoked".to_owned(),
        Note::CountsFrom(it) => format!("counts from {}", day(it)),
    }
}

const fn gate(it: Decision) -> &'static str {
    match it {
        Decision::Green => "green",
        Decision::Amber => "amber",
        Decision::Red => "red",
    }
}

const fn part(it: Block) -> &'static str {
    match it {
        Block::AllSites => "all sites",
        Block::ThisSite => "this site",
        Block::Assigned => "assigned",
    }
}

const fn roll_up(it: RollUp) -> &'static str {
    match it {
        RollUp::NothingRequired => "nothing required",
        RollUp::Valid => "valid",
        RollUp::Soon => "soon",
        RollUp::Short => "short",
    }
}

const fn certificate(it: Option<Certificate>) -> &'static str {
    match it {
        None => "none",
        Some(Certificate::Valid) => "valid",
        Some(Certificate::Invalid) => "invalid",
    }
}

fn day(it: Day) -> String {
    it.date().to_string()
}

fn moment(it: Instant, zone: &Zone) -> String {
    match jiff::Timestamp::from_millisecond(it.0) {
        Ok(at) if it != Instant::END => {
            zone.time_zone().to_datetime(at).strftime("%Y-%m-%d %H:%M").to_string()
        }
        _ => "never".to_owned(),
    }
}
