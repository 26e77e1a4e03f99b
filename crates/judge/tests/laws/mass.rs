//! Many people at once are decided about as each of them alone.
use judge::{
    Asked, Case, Day, Decision, FOREVER, Facts, GATE_DAYS, Id, Instant, Known, MISSING, Mode,
    Moment, Record, Requirement, Sheet, Source, Span, State, Subject, Validity, Verdict, Wanted,
    judge,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use crate::draw;

/// What one column asks.
#[derive(Debug, Clone)]
struct Rule {
    validity: Option<Validity>,
    blocking: bool,
    due: Option<Day>,
}

/// Per rule, when it was done and the last day the document names.
type Person = Vec<Vec<(Day, Option<Day>)>>;

/// Rules, and per person and rule what they have done of it.
#[derive(Debug, Clone)]
struct House {
    rules: Vec<Rule>,
    people: Vec<Person>,
}

fn house() -> impl Strategy<Value = House> {
    let rule = (of(draw::validity()), any::<bool>(), of(draw::day()))
        .prop_map(|(validity, blocking, due)| Rule { validity, blocking, due });
    vec(rule, 0..4).prop_flat_map(|rules| {
        let done = vec((draw::day(), of(draw::day())), 0..3);
        let person = vec(done, rules.len());
        vec(person, 0..6).prop_map(move |people| House { rules: rules.clone(), people })
    })
}

fn subject(rule: usize) -> Subject {
    Subject::Course(Id(rule as u128))
}

impl House {
    fn wanted(&self, rule: usize) -> Wanted {
        let validity = self.rules.get(rule).and_then(|it| it.validity);
        Wanted { validity, ..Wanted::any(subject(rule)) }
    }

    fn requirements(&self) -> Vec<Requirement> {
        let each = self.rules.iter().enumerate();
        each.map(|(at, rule)| Requirement {
            id: Id(at as u128),
            source: Source::AllSites,
            any_of: vec![self.wanted(at)],
            mode: Mode::Required,
            blocking: rule.blocking,
            applies: Span::ALWAYS,
            due: rule.due,
            known: Span::ALWAYS,
        })
        .collect()
    }

    /// Only what was done by today: a column does not say when something begins.
    fn facts(&self, person: usize, today: Day) -> Facts {
        let mut facts = Facts::default();
        for (rule, done) in self.people[person].iter().enumerate() {
            for (day, last) in done.iter().filter(|(day, _)| *day <= today) {
                facts.records.push(Record {
                    id: Id(facts.records.len() as u128),
                    subject: subject(rule),
                    edition: 0,
                    site: None,
                    done: Moment::Day(*day),
                    last: *last,
                    state: State::Approved,
                    since: Instant(0),
                    known: Span::ALWAYS,
                });
            }
        }
        facts
    }

    fn column(&self, rule: usize, today: Day) -> Vec<i32> {
        let wanted = self.wanted(rule);
        let last = |person: &Person| {
            let done = person[rule].iter().filter(|(day, _)| *day <= today);
            let last = done
                .map(|(day, last)| wanted.last_day(*day, *last).map_or(FOREVER, |it| it.0))
                .max();
            last.unwrap_or(MISSING)
        };
        self.people.iter().map(last).collect()
    }

    fn verdict(&self, today: Day) -> Verdict {
        let columns: Vec<Vec<i32>> =
            (0..self.rules.len()).map(|it| self.column(it, today)).collect();
        let asked: Vec<Asked<'_>> = self
            .rules
            .iter()
            .zip(&columns)
            .map(|(rule, last)| Asked { last, blocking: rule.blocking, due: rule.due })
            .collect();
        let mut out = Verdict::default();
        Sheet { asked: &asked }.decide(today, 0..self.people.len(), &mut out);
        out
    }
}

proptest! {
    #![proptest_config(crate::config())]

    /// Today's decision for everybody is that of each, and stays so to the end of the day it promises.
    #[test]
    fn many_are_decided_about_as_each_alone(
        house in house(),
        today in draw::day(),
        zone in draw::zone(),
    ) {
        let verdict = house.verdict(today);
        prop_assert_eq!(verdict.worst.len(), house.people.len());
        let requirements = house.requirements();
        for (person, until) in verdict.until.iter().enumerate() {
            let facts = house.facts(person, today);
            let case = Case { requirements: &requirements, facts: &facts, site: None, zone: &zone };
            let timeline = judge(&case, Known::Now);
            let decided = verdict.decision(person);
            prop_assert!(*until >= today.0, "until {until}");
            let mut at = zone.start(today);
            while zone.day(at).0 <= *until {
                prop_assert_eq!(Some(timeline.at(at).decision), decided, "at {:?}", at);
                match timeline.next_change(at) {
                    Some(next) => at = next,
                    None => break,
                }
            }
        }
    }
}

fn decide(today: i32, asked: &[Asked<'_>], people: std::ops::Range<usize>) -> Verdict {
    let mut out = Verdict::default();
    Sheet { asked }.decide(Day(today), people, &mut out);
    out
}

#[test]
fn a_sheet_without_questions_lets_everybody_in() {
    let out = decide(20_500, &[], 0..2);
    assert_eq!(out, Verdict { worst: vec![0, 0], until: vec![FOREVER, FOREVER] });
    assert_eq!(out.decision(1), Some(Decision::Green));
    assert_eq!(out.decision(2), None);
}

#[test]
fn each_day_around_the_warning_is_told_with_its_last_one() {
    let (warn, last) = (i32::from(GATE_DAYS), [20_500]);
    let asked = [Asked { last: &last, blocking: true, due: None }];
    let on = |today| {
        let out = decide(today, &asked, 0..1);
        (out.decision(0), out.until.first().copied())
    };
    assert_eq!(on(20_500 - warn - 1), (Some(Decision::Green), Some(20_500 - warn - 1)));
    assert_eq!(on(20_500 - warn), (Some(Decision::Amber), Some(20_500)));
    assert_eq!(on(20_500), (Some(Decision::Amber), Some(20_500)));
    assert_eq!(on(20_501), (Some(Decision::Red), Some(FOREVER)));
}

#[test]
fn what_is_owed_warns_to_its_day_and_a_gap_that_does_not_block_for_ever() {
    let last = [MISSING];
    let on = |today, blocking, due| {
        let out = decide(today, &[Asked { last: &last, blocking, due }], 0..1);
        (out.decision(0), out.until.first().copied())
    };
    let due = Some(Day(20_500));
    assert_eq!(on(20_500, true, due), (Some(Decision::Amber), Some(20_500)));
    assert_eq!(on(20_501, true, due), (Some(Decision::Red), Some(FOREVER)));
    assert_eq!(on(20_501, false, due), (Some(Decision::Amber), Some(FOREVER)));
}

#[test]
fn more_people_than_a_strip_holds_and_a_part_of_them() {
    let last: Vec<i32> =
        (0..10_000).map(|it| if it % 3 == 0 { MISSING } else { FOREVER }).collect();
    let asked = [Asked { last: &last, blocking: true, due: None }];
    let out = decide(20_500, &asked, 1_000..10_000);
    for person in 1_000..10_000 {
        let expected = if person % 3 == 0 { Decision::Red } else { Decision::Green };
        assert_eq!(out.decision(person - 1_000), Some(expected), "{person}");
    }
}

#[test]
fn whoever_stands_beyond_the_end_of_a_column_is_missing_what_it_asks() {
    let (long, short) = (vec![FOREVER; 5_000], [FOREVER; 3]);
    let asked = [
        Asked { last: &long, blocking: true, due: None },
        Asked { last: &short, blocking: true, due: None },
    ];
    let out = decide(20_500, &asked, 0..5_000);
    assert_eq!(out.decision(2), Some(Decision::Green));
    assert_eq!(out.decision(3), Some(Decision::Red));
    assert_eq!(out.decision(4_999), Some(Decision::Red));
}
