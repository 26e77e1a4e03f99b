//! What is asked and what is known, out of their cells.
use judge::{
    Bar, Barred, Facts, Id, Instant, Mode, Record, Requirement, Source, Span, State, Subject,
    Validity, Waiver, Wanted, Zone,
};

use crate::words::Words;

/// `nothing`, or requirements with a semicolon between them.
pub fn asked(cell: &str, site: Option<Id>, zone: &Zone) -> Result<Vec<Requirement>, String> {
    let each = parts(cell)?.into_iter().enumerate();
    each.map(|(at, text)| requirement(at, text, site, zone)).collect()
}

/// A cell says `nothing` where it says nothing, so that an empty one is a slip of the pen.
fn parts(cell: &str) -> Result<Vec<&str>, String> {
    match cell {
        "" => Err("an empty cell; “nothing” says that there is nothing".to_owned()),
        "nothing" => Ok(Vec::new()),
        _ => Ok(cell.split(';').map(str::trim).collect()),
    }
}

fn requirement(
    at: usize,
    text: &str,
    site: Option<Id>,
    zone: &Zone,
) -> Result<Requirement, String> {
    let (names, options) = match text.split_once('(') {
        Some((names, options)) => {
            let options = options.strip_suffix(')').ok_or("a ) is missing at the end")?;
            (names.trim(), options)
        }
        None => (text, ""),
    };
    let mut asked = Requirement {
        id: Id(at as u128 + 1),
        source: Source::AllSites,
        any_of: Vec::new(),
        mode: Mode::Required,
        blocking: true,
        applies: Span::ALWAYS,
        due: None,
        known: Span::ALWAYS,
    };
    if names != "one of nothing" {
        for name in names.split(" or ") {
            asked.any_of.push(alternative(name.trim(), zone)?);
        }
    }
    let mut words = Words::new(options, zone);
    while !words.is_done() {
        let rule = of_rule(&mut words, &mut asked)? || of_source(&mut words, &mut asked, site);
        if !rule && !of_answers(&mut words, &mut asked.any_of)? {
            words.done()?;
        }
    }
    Ok(asked)
}

/// An option that is said once for every alternative.
fn of_answers(words: &mut Words<'_>, any_of: &mut [Wanted]) -> Result<bool, String> {
    let before = words.clone();
    let mut understood = false;
    for wanted in any_of {
        *words = before.clone();
        understood = of_answer(words, wanted)?;
    }
    Ok(understood)
}

/// A name, and in square brackets what is asked of this one only.
fn alternative(text: &str, zone: &Zone) -> Result<Wanted, String> {
    let (name, options) = match text.split_once('[') {
        Some((name, options)) => (name.trim(), options.strip_suffix(']').ok_or("a ] is missing")?),
        None => (text, ""),
    };
    let mut words = Words::new(name, zone);
    let mut wanted = Wanted::any(words.subject()?);
    words.done()?;
    let mut words = Words::new(options, zone);
    while !words.is_done() {
        if !of_answer(&mut words, &mut wanted)? {
            words.done()?;
        }
    }
    Ok(wanted)
}

fn of_rule(words: &mut Words<'_>, asked: &mut Requirement) -> Result<bool, String> {
    if words.take("blocking no") {
        asked.blocking = false;
    } else if words.take("optional") {
        asked.mode = Mode::Optional;
    } else if words.take("hidden") {
        asked.mode = Mode::Hidden;
    } else if words.take("by") {
        asked.due = Some(words.day()?);
    } else if words.take("from") {
        asked.applies.from = words.from()?;
    } else if words.take("until") {
        asked.applies.until = words.until()?;
    } else if words.take("known from") {
        asked.known.from = words.from()?;
    } else if words.take("known until") {
        asked.known.until = words.until()?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

fn of_source(words: &mut Words<'_>, asked: &mut Requirement, site: Option<Id>) -> bool {
    let sources = [
        ("all sites", Source::AllSites),
        ("this site", Source::Site(site.unwrap_or(Id(0)))),
        ("region", Source::Region(Id(31))),
        ("group", Source::Group(Id(32))),
        ("job role", Source::JobRole(Id(33))),
        ("package", Source::Package(Id(34))),
        ("for them", Source::Person),
    ];
    match sources.into_iter().find(|(name, _)| words.take(name)) {
        Some((_, source)) => asked.source = source,
        None => return false,
    }
    true
}

fn of_answer(words: &mut Words<'_>, wanted: &mut Wanted) -> Result<bool, String> {
    if words.take("done here") {
        wanted.here = true;
    } else if words.take("edition") {
        wanted.edition = words.number()?;
    } else if words.take("remind") {
        match words.validity()? {
            Some(Validity::Days(days)) => wanted.remind = days,
            _ => return Err("reminded how many days before?".to_owned()),
        }
    } else if words.take("usually") {
        wanted.usual = words.validity()?;
        return Ok(wanted.usual.is_some());
    } else {
        let said = words.validity()?;
        wanted.validity = said.or(wanted.validity);
        return Ok(said.is_some());
    }
    Ok(true)
}

/// `nothing`, or facts with a semicolon between them.
pub fn known(cell: &str, zone: &Zone) -> Result<Facts, String> {
    let mut facts = Facts::default();
    for (at, text) in parts(cell)?.into_iter().enumerate() {
        let id = Id(1001 + at as u128);
        let mut words = Words::new(text, zone);
        match bar(&mut words, id)? {
            Some(bar) => facts.bars.push(bar),
            None => about(&mut words, id, zone, &mut facts)?,
        }
        words.done()?;
    }
    Ok(facts)
}

fn bar(words: &mut Words<'_>, id: Id) -> Result<Option<Bar>, String> {
    let kinds = [
        ("banned", Barred::Banned),
        ("suspended", Barred::Suspended),
        ("inactive", Barred::PersonInactive),
        ("company suspended", Barred::CompanySuspended),
        ("company inactive", Barred::CompanyInactive),
        ("engagement begins", Barred::EngagementNotBegun),
        ("engagement ended", Barred::EngagementEnded),
    ];
    let Some((_, kind)) = kinds.into_iter().find(|(name, _)| words.take(name)) else {
        return Ok(None);
    };
    let mut bar = Bar { id, kind, site: None, holds: Span::ALWAYS, known: Span::ALWAYS };
    let since = words.from()?;
    if kind == Barred::EngagementNotBegun {
        bar.holds.until = since;
    } else {
        bar.holds.from = since;
    }
    while !words.is_done() && !known_while(words, &mut bar.known)? {
        if words.take("until") {
            bar.holds.until = words.until()?;
        } else if words.take("at") {
            bar.site = Some(words.site()?);
        } else {
            words.done()?;
        }
    }
    Ok(Some(bar))
}

fn known_while(words: &mut Words<'_>, known: &mut Span) -> Result<bool, String> {
    if words.take("known from") {
        known.from = words.from()?;
    } else if words.take("known until") {
        known.until = words.until()?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

fn about(words: &mut Words<'_>, id: Id, zone: &Zone, facts: &mut Facts) -> Result<(), String> {
    let subject = words.subject()?;
    if words.take("waived") {
        facts.waivers.push(waiver(words, id, subject)?);
        return Ok(());
    }
    let states = [
        ("shown", State::Approved),
        ("done", State::Approved),
        ("waiting since", State::Waiting),
        ("rejected", State::Rejected),
        ("revoked", State::Revoked),
    ];
    let state = states.into_iter().find(|(name, _)| words.take(name));
    let (_, state) = state.ok_or("shown, done, waiting since, rejected, revoked or waived?")?;
    let done = words.moment()?;
    let since = done.instant(zone);
    let known = Span::ALWAYS;
    let mut record =
        Record { id, subject, edition: 0, site: None, done, last: None, state, since, known };
    while !words.is_done() {
        if known_while(words, &mut record.known)? {
        } else if words.take("until") {
            record.last = Some(words.day()?);
        } else if words.take("at") {
            record.site = Some(words.site()?);
        } else if words.take("edition") {
            record.edition = words.number()?;
        } else {
            words.done()?;
        }
    }
    facts.records.push(record);
    Ok(())
}

fn waiver(words: &mut Words<'_>, id: Id, subject: Subject) -> Result<Waiver, String> {
    let from: Instant = words.from()?;
    if !words.take("until") {
        return Err("a waiver has a last day: until …".to_owned());
    }
    let last = words.day()?;
    let known = Span::ALWAYS;
    let mut waiver = Waiver { id, subject, site: None, from, last, lifted: None, known };
    while !words.is_done() {
        if known_while(words, &mut waiver.known)? {
        } else if words.take("at") {
            waiver.site = Some(words.site()?);
        } else if words.take("lifted") {
            waiver.lifted = Some(words.from()?);
        } else {
            words.done()?;
        }
    }
    Ok(waiver)
}
