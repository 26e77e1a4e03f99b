//! Requirements and facts drawn by lot, dense enough that they meet: few subjects, few sites, two years.
use judge::{
    Bar, Barred, Case, Day, Facts, Id, Instant, Mode, Moment, Record, Requirement, Source, Span,
    State, Subject, Validity, Waiver, Wanted, Zone,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

/// 2025-01-01 and the days after it.
const FIRST: i32 = 20_089;
const DAYS: i32 = 730;
const DAY: i64 = 86_400_000;
const ZONES: &[&str] =
    &["Europe/London", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Beirut"];

/// One person at one place, owning what a [`Case`] borrows.
#[derive(Debug, Clone)]
pub struct World {
    pub requirements: Vec<Requirement>,
    pub facts: Facts,
    pub site: Option<Id>,
    pub zone: Zone,
}

impl World {
    pub fn case(&self) -> Case<'_> {
        Case {
            requirements: &self.requirements,
            facts: &self.facts,
            site: self.site,
            zone: &self.zone,
        }
    }
}

pub fn world() -> impl Strategy<Value = World> {
    (vec(requirement(), 0..4), facts(), of(site()), zone()).prop_map(
        |(mut requirements, facts, site, zone)| {
            for (asked, at) in requirements.iter_mut().zip(1..) {
                asked.id = Id(at);
            }
            World { requirements, facts, site, zone }
        },
    )
}

pub fn facts() -> impl Strategy<Value = Facts> {
    (vec(record(), 0..7), vec(waiver(), 0..3), vec(bar(), 0..3)).prop_map(
        |(mut records, mut waivers, mut bars)| {
            // Every fact has a name of its own, and lots decide which is the greater.
            for (at, it) in records.iter_mut().enumerate() {
                it.id.0 = it.id.0 * 100 + at as u128;
            }
            for (at, it) in waivers.iter_mut().enumerate() {
                it.id.0 = it.id.0 * 100 + 20 + at as u128;
            }
            for (at, it) in bars.iter_mut().enumerate() {
                it.id.0 = it.id.0 * 100 + 40 + at as u128;
            }
            Facts { records, waivers, bars }
        },
    )
}

pub fn zone() -> impl Strategy<Value = Zone> {
    prop::sample::select(ZONES)
        .prop_map(|it| Zone::new(jiff::tz::TimeZone::get(it).expect("these zones exist")))
}

fn site() -> impl Strategy<Value = Id> {
    (1..3_u128).prop_map(Id)
}

fn lot() -> impl Strategy<Value = Id> {
    (1..9_u128).prop_map(Id)
}

pub fn day() -> impl Strategy<Value = Day> {
    (FIRST..FIRST + DAYS).prop_map(Day)
}

/// Half of all moments are at the edge of a day in UTC, so that facts meet.
pub fn instant() -> impl Strategy<Value = Instant> {
    (day(), prop_oneof![Just(0), 0..DAY])
        .prop_map(|(day, past)| Instant(i64::from(day.0) * DAY + past))
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        3 => Just(Span::ALWAYS),
        1 => instant().prop_map(Span::since),
        1 => instant().prop_map(|until| Span { from: Instant::BEGINNING, until }),
        1 => (instant(), instant()).prop_map(|(from, until)| Span { from, until }),
    ]
}

fn subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        Just(Subject::Course(Id(1))),
        Just(Subject::Qualification(Id(1))),
        Just(Subject::Assessment(Id(1))),
    ]
}

pub fn validity() -> impl Strategy<Value = Validity> {
    prop_oneof![
        1 => Just(Validity::Forever),
        3 => (0..24_u16).prop_map(Validity::Months),
        3 => (0..400_u16).prop_map(Validity::Days),
        1 => (1..=12_i8, 1..=31_i8).prop_map(|(month, day)| Validity::Yearly { month, day }),
    ]
}

pub fn wanted() -> impl Strategy<Value = Wanted> {
    (subject(), 0..3_u32, of(validity()), of(validity()), 0..90_u16, any::<bool>()).prop_map(
        |(subject, edition, validity, usual, remind, here)| Wanted {
            subject,
            edition,
            validity,
            usual,
            remind,
            here,
        },
    )
}

fn requirement() -> impl Strategy<Value = Requirement> {
    let mode =
        prop_oneof![4 => Just(Mode::Required), 1 => Just(Mode::Optional), 1 => Just(Mode::Hidden)];
    let source =
        prop_oneof![Just(Source::AllSites), Just(Source::Site(Id(1))), Just(Source::Person)];
    (source, vec(wanted(), 0..4), mode, any::<bool>(), span(), of(day()), span()).prop_map(
        |(source, any_of, mode, blocking, applies, due, known)| Requirement {
            id: Id(0),
            source,
            any_of,
            mode,
            blocking,
            applies,
            due,
            known,
        },
    )
}

pub fn record() -> impl Strategy<Value = Record> {
    let state = prop_oneof![
        4 => Just(State::Approved),
        1 => Just(State::Waiting),
        1 => Just(State::Rejected),
        1 => Just(State::Revoked),
    ];
    let done = prop_oneof![day().prop_map(Moment::Day), instant().prop_map(Moment::At)];
    let about = (lot(), subject(), 0..3_u32, of(site()));
    (about, done, of(day()), state, instant(), span()).prop_map(
        |((id, subject, edition, site), done, last, state, since, known)| Record {
            id,
            subject,
            edition,
            site,
            done,
            last,
            state,
            since,
            known,
        },
    )
}

pub fn waiver() -> impl Strategy<Value = Waiver> {
    (lot(), subject(), of(site()), instant(), day(), of(instant()), span()).prop_map(
        |(id, subject, site, from, last, lifted, known)| Waiver {
            id,
            subject,
            site,
            from,
            last,
            lifted,
            known,
        },
    )
}

pub fn bar() -> impl Strategy<Value = Bar> {
    let kind = prop_oneof![
        Just(Barred::Banned),
        Just(Barred::PersonInactive),
        Just(Barred::CompanySuspended),
        Just(Barred::EngagementNotBegun),
    ];
    (lot(), kind, of(site()), span(), span()).prop_map(|(id, kind, site, holds, known)| Bar {
        id,
        kind,
        site,
        holds,
        known,
    })
}
