//! The answers for all time, in order.
use crate::saying::{Question, reaches};
use crate::{Bar, Case, Decision, Finding, Instant, Known, Span, Standing, Weight};

/// How a person stands at a place, from the beginning to the end of time, without gaps or overlaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    tracks: Vec<Track>,
    bars: Vec<Bar>,
}

/// One requirement's answers: each from its moment until the next one's. The first begins with time itself.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Track(Vec<(Instant, Option<Finding>)>);

impl Track {
    fn of(question: &Question<'_>) -> Self {
        let mut all: Vec<(Instant, Option<Finding>)> = Vec::new();
        for at in question.edges() {
            let finding = question.at(at);
            if all.last().is_none_or(|(_, before)| *before != finding) {
                all.push((at, finding));
            }
        }
        Self(all)
    }

    /// The answer at `at`, and the span it stands for.
    fn at(&self, at: Instant) -> (Span, Option<Finding>) {
        let (span, finding) = self.look(at);
        (span, finding.copied())
    }

    fn look(&self, at: Instant) -> (Span, Option<&Finding>) {
        let next = self.0.partition_point(|(from, _)| *from <= at);
        let until = self.0.get(next).map_or(Instant::END, |(from, _)| *from);
        let current = next.checked_sub(1).and_then(|it| self.0.get(it));
        let from = current.map_or(Instant::BEGINNING, |(from, _)| *from);
        (Span { from, until }, current.and_then(|(_, finding)| finding.as_ref()))
    }
}

impl Timeline {
    pub(crate) fn of(case: &Case<'_>, known: Known) -> Self {
        let questions = case.requirements.iter().filter_map(|it| Question::of(it, case, known));
        let tracks = questions.map(|it| Track::of(&it)).collect();
        Self { tracks, bars: bars(case, known) }
    }

    /// How the person stands at a moment, and for how long that stays so.
    pub fn at(&self, at: Instant) -> Standing {
        let mut span = Span::ALWAYS;
        let mut findings = Vec::with_capacity(self.tracks.len());
        for track in &self.tracks {
            let (held, finding) = track.at(at);
            narrow(&mut span, held);
            findings.extend(finding);
        }
        let bars = barred(&self.bars, at, &mut span);
        Standing { span, decision: decide(&bars, &findings), bars, findings }
    }

    /// The decision at a moment alone, and for how long at least it stays so.
    pub fn decided(&self, at: Instant) -> (Span, Decision) {
        let (mut span, mut worst) = (Span::ALWAYS, Weight::Fine);
        for track in &self.tracks {
            let (held, finding) = track.look(at);
            narrow(&mut span, held);
            worst = worst.max(finding.map_or(Weight::Fine, |it| it.weight));
        }
        let barred = !barred(&self.bars, at, &mut span).is_empty();
        (span, decision(barred, worst))
    }

    /// Every span in order, from the beginning of time to its end.
    pub fn spans(&self) -> impl Iterator<Item = Standing> {
        let mut next = Some(Instant::BEGINNING);
        std::iter::from_fn(move || {
            let standing = self.at(next?);
            let until = standing.span.until;
            next = (until != Instant::END).then_some(until);
            Some(standing)
        })
    }

    /// The next moment after `at` at which anything changes: reminders and re-checks hang on it.
    pub fn next_change(&self, at: Instant) -> Option<Instant> {
        Some(self.at(at).span.until).filter(|it| *it != Instant::END)
    }
}

/// The answer at one moment, without the others.
pub fn standing(case: &Case<'_>, known: Known, at: Instant) -> Standing {
    let (mut span, mut space) = (Span::ALWAYS, Vec::new());
    let mut findings = Vec::with_capacity(case.requirements.len());
    for asked in case.requirements {
        let Some(question) = Question::with(std::mem::take(&mut space), asked, case, known) else {
            continue;
        };
        narrow(&mut span, question.calm(at));
        findings.extend(question.at(at));
        space = question.into_space();
    }
    let bars = barred(&bars(case, known), at, &mut span);
    Standing { span, decision: decide(&bars, &findings), bars, findings }
}

/// Everything that ever bars the person at the place.
fn bars(case: &Case<'_>, known: Known) -> Vec<Bar> {
    let bars = case.facts.bars.iter().filter(|it| known.sees(it.known));
    let bars = bars.filter(|it| it.holds.from < it.holds.until);
    let mut bars: Vec<Bar> = bars.filter(|it| reaches(it.site, case.site)).copied().collect();
    bars.sort_unstable_by_key(|it| (it.kind, it.id));
    bars
}

/// Those that bar at `at`; none of them changes within `span`.
fn barred(all: &[Bar], at: Instant, span: &mut Span) -> Vec<Bar> {
    let mut bars = Vec::new();
    for bar in all {
        let holds = bar.holds;
        if holds.contains(at) {
            bars.push(*bar);
            narrow(span, holds);
        } else if at < holds.from {
            narrow(span, Span { from: Instant::BEGINNING, until: holds.from });
        } else {
            narrow(span, Span::since(holds.until));
        }
    }
    bars
}

fn narrow(span: &mut Span, by: Span) {
    span.from = span.from.max(by.from);
    span.until = span.until.min(by.until);
}

/// C-06: red if anything bars or blocks; else amber if anything warns; else green.
fn decide(bars: &[Bar], findings: &[Finding]) -> Decision {
    let worst = findings.iter().map(|it| it.weight).max().unwrap_or(Weight::Fine);
    decision(!bars.is_empty(), worst)
}

const fn decision(barred: bool, worst: Weight) -> Decision {
    match (barred, worst) {
        (true, _) | (false, Weight::Blocks) => Decision::Red,
        (false, Weight::Warns) => Decision::Amber,
        (false, Weight::Fine) => Decision::Green,
    }
}
