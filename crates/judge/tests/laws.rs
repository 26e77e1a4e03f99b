//! What holds for every judgement, whatever is asked and known.
#[path = "laws/draw.rs"]
mod draw;
#[path = "laws/mass.rs"]
mod mass;
#[path = "laws/plain.rs"]
mod plain;

use draw::World;
use judge::{
    Decision, Facts, Instant, Known, Mode, Span, Standing, State, Validity, judge, judge_at,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// Moments that matter to a world: drawn ones, and each of its edges with the moment before and after it.
fn moments(world: &World, known: Known, drawn: &[Instant]) -> Vec<Instant> {
    let mut all = vec![Instant::BEGINNING, Instant(0), Instant(i64::MAX - 1)];
    all.extend(drawn);
    for standing in judge(&world.case(), known).spans() {
        let from = standing.span.from;
        all.extend([from, Instant(from.0.saturating_sub(1)), Instant(from.0.saturating_add(1))]);
    }
    all
}

/// Nobody is let in less easily in the second world than in the first.
fn no_worse(
    before: &World,
    after: &World,
    known: Known,
    drawn: &[Instant],
) -> Result<(), TestCaseError> {
    let (was, is) = (judge(&before.case(), known), judge(&after.case(), known));
    let mut all = moments(before, known, drawn);
    all.extend(moments(after, known, drawn));
    for at in all {
        let (was, is) = (was.at(at), is.at(at));
        prop_assert!(is.decision <= was.decision, "at {at:?}\nwas {was:?}\nis {is:?}");
    }
    Ok(())
}

/// The world as somebody saw it who knew only what was known then, and knows it for good.
fn told(world: &World, then: Instant) -> World {
    let mut told = world.clone();
    let Facts { records, waivers, bars } = &mut told.facts;
    records.retain(|it| it.known.contains(then));
    waivers.retain(|it| it.known.contains(then));
    bars.retain(|it| it.known.contains(then));
    told.requirements.retain(|it| it.known.contains(then));
    let known = records.iter_mut().map(|it| &mut it.known);
    let known = known.chain(waivers.iter_mut().map(|it| &mut it.known));
    let known = known.chain(bars.iter_mut().map(|it| &mut it.known));
    for known in known.chain(told.requirements.iter_mut().map(|it| &mut it.known)) {
        *known = Span::ALWAYS;
    }
    told
}

/// What a standing says, without naming what is asked for first where nothing is known about any alternative.
fn said(standing: &Standing) -> impl PartialEq + std::fmt::Debug + use<> {
    let each = standing.findings.iter().map(|it| {
        (it.status, it.weight, it.by, it.by.map(|_| it.subject), it.last, it.due, it.note)
    });
    (standing.decision, standing.bars.clone(), each.collect::<Vec<_>>())
}

fn known() -> impl Strategy<Value = Known> {
    prop_oneof![2 => Just(Known::Now), 1 => draw::instant().prop_map(Known::At)]
}

fn wider(validity: Validity, by: u16) -> Validity {
    match validity {
        Validity::Months(it) => Validity::Months(it + by),
        Validity::Days(it) => Validity::Days(it + by),
        Validity::Forever | Validity::Yearly { .. } => Validity::Forever,
    }
}

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    /// Every moment has exactly one standing: spans follow one another from the beginning to the end.
    #[test]
    fn time_has_no_gaps_and_no_overlaps(world in draw::world(), known in known()) {
        let spans: Vec<_> = judge(&world.case(), known).spans().collect();
        prop_assert_eq!(spans.first().map(|it| it.span.from), Some(Instant::BEGINNING));
        prop_assert_eq!(spans.last().map(|it| it.span.until), Some(Instant::END));
        for it in &spans {
            prop_assert!(it.span.from < it.span.until, "{it:?}");
        }
        for pair in spans.windows(2) {
            if let [one, next] = pair {
                prop_assert_eq!(one.span.until, next.span.from);
                let same = one.bars == next.bars && one.findings == next.findings;
                prop_assert!(!same, "nothing changes between {one:?} and {next:?}");
            }
        }
    }

    /// The answer at a moment is the span that holds it, and is what the definition says there.
    #[test]
    fn as_at_equals_look_up(
        world in draw::world(),
        known in known(),
        drawn in vec(draw::instant(), 1..20),
    ) {
        let timeline = judge(&world.case(), known);
        let spans: Vec<_> = timeline.spans().collect();
        for at in moments(&world, known, &drawn) {
            let standing = timeline.at(at);
            let holding: Vec<_> = spans.iter().filter(|it| it.span.contains(at)).collect();
            prop_assert_eq!(holding, vec![&standing]);
            let plain = plain::judge(&world, known, at);
            prop_assert_eq!(&standing.findings, &plain.findings, "at {:?}", at);
            prop_assert_eq!(&standing.bars, &plain.bars);
            prop_assert_eq!(standing.decision, plain.decision);
            let (held, decision) = timeline.decided(at);
            prop_assert_eq!((held, decision), (standing.span, standing.decision));
            let alone = judge_at(&world.case(), known, at);
            prop_assert_eq!(&alone.findings, &standing.findings);
            prop_assert_eq!((&alone.bars, alone.decision), (&standing.bars, standing.decision));
            let calm = alone.span;
            prop_assert!(calm.contains(at), "{calm:?} holds {at:?}");
            prop_assert!(standing.span.from <= calm.from && calm.until <= standing.span.until);
            let next = Some(standing.span.until).filter(|it| *it != Instant::END);
            prop_assert_eq!(timeline.next_change(at), next);
        }
    }

    /// One more approved record, one more waiver, one more alternative: never worse, at no moment.
    #[test]
    fn to_know_more_good_is_never_worse(
        world in draw::world(),
        known in known(),
        record in draw::record(),
        waiver in draw::waiver(),
        alternative in draw::wanted(),
        which in any::<Index>(),
        drawn in vec(draw::instant(), 1..20),
    ) {
        let mut better = world.clone();
        better.facts.records.push(judge::Record {
            state: State::Approved,
            known: Span::ALWAYS,
            id: judge::Id(999),
            ..record
        });
        no_worse(&world, &better, known, &drawn)?;
        let mut better = world.clone();
        better.facts.waivers.push(judge::Waiver { known: Span::ALWAYS, id: judge::Id(999), ..waiver });
        no_worse(&world, &better, known, &drawn)?;
        let mut world = world;
        world.requirements.retain(|it| !it.any_of.is_empty());
        let mut better = world.clone();
        if !better.requirements.is_empty() {
            let at = which.index(better.requirements.len());
            better.requirements.iter_mut().skip(at).take(1).for_each(|it| it.any_of.push(alternative));
        }
        no_worse(&world, &better, known, &drawn)?;
    }

    /// One more bar, one more requirement, an optional one made required, one made blocking: never better.
    #[test]
    fn to_ask_or_bar_more_is_never_better(
        world in draw::world(),
        known in known(),
        bar in draw::bar(),
        which in any::<Index>(),
        drawn in vec(draw::instant(), 1..20),
    ) {
        let mut worse = world.clone();
        worse.facts.bars.push(judge::Bar { id: judge::Id(999), ..bar });
        no_worse(&worse, &world, known, &drawn)?;
        if !world.requirements.is_empty() {
            let at = which.index(world.requirements.len());
            let mut fewer = world.clone();
            fewer.requirements.remove(at);
            no_worse(&world, &fewer, known, &drawn)?;
            let mut worse = world.clone();
            for it in worse.requirements.iter_mut().skip(at).take(1) {
                (it.mode, it.blocking, it.due) = (Mode::Required, true, None);
            }
            no_worse(&worse, &world, known, &drawn)?;
        }
    }

    /// In which order facts and alternatives come means nothing.
    #[test]
    fn order_means_nothing(
        (world, mixed) in draw::world().prop_flat_map(|it| {
            let Facts { records, waivers, bars } = it.facts.clone();
            (
                Just(it),
                Just(records).prop_shuffle(),
                Just(waivers).prop_shuffle(),
                Just(bars).prop_shuffle(),
            )
        }).prop_map(|(world, records, waivers, bars)| {
            let mixed = World { facts: Facts { records, waivers, bars }, ..world.clone() };
            (world, mixed)
        }),
        known in known(),
        turns in vec(0..4_usize, 4),
        drawn in vec(draw::instant(), 1..20),
    ) {
        prop_assert_eq!(judge(&world.case(), known), judge(&mixed.case(), known));
        let mut turned = world.clone();
        for (asked, turn) in turned.requirements.iter_mut().zip(turns) {
            let turn = turn.min(asked.any_of.len());
            asked.any_of.rotate_left(turn);
        }
        let (one, other) = (judge(&world.case(), known), judge(&turned.case(), known));
        for at in moments(&world, known, &drawn) {
            prop_assert_eq!(said(&one.at(at)), said(&other.at(at)), "at {:?}", at);
        }
    }

    /// To ask what was known then is to ask somebody who knows nothing else.
    #[test]
    fn known_then_is_all_that_was_known_then(world in draw::world(), then in draw::instant()) {
        let told = told(&world, then);
        let (world, told) = (world.case(), told.case());
        let mut then: Vec<_> = judge(&world, Known::At(then)).spans().collect();
        // A bar carries when it was known, and only that may differ.
        then.iter_mut().flat_map(|it| &mut it.bars).for_each(|it| it.known = Span::ALWAYS);
        prop_assert_eq!(then, judge(&told, Known::Now).spans().collect::<Vec<_>>());
    }

    /// What holds longer is never worse.
    #[test]
    fn wider_validity_is_never_worse(
        world in draw::world(),
        known in known(),
        by in 1..200_u16,
        drawn in vec(draw::instant(), 1..20),
    ) {
        let mut better = world.clone();
        for wanted in better.requirements.iter_mut().flat_map(|it| &mut it.any_of) {
            wanted.validity = wanted.validity.map(|it| wider(it, by));
            wanted.usual = wanted.usual.map(|it| wider(it, by));
        }
        no_worse(&world, &better, known, &drawn)?;
    }

    /// Roll-up and certificate are read from the same reasons.
    #[test]
    fn what_is_short_is_not_certified(world in draw::world(), at in draw::instant()) {
        use judge::{Certificate, RollUp};
        let standing = judge(&world.case(), Known::Now).at(at);
        let certificate = standing.certificate();
        prop_assert_eq!(certificate.is_none(), standing.roll_up() == RollUp::NothingRequired);
        if standing.decision == Decision::Green && certificate.is_some() {
            prop_assert_eq!(certificate, Some(Certificate::Valid));
        }
        if standing.decision == Decision::Amber && standing.bars.is_empty() {
            prop_assert!(standing.next().is_some());
        }
        prop_assert_eq!(standing.reasons().count(), standing.bars.len() + standing.findings.len());
    }
}
