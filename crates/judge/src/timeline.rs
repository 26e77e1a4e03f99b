//! The answers for all time, in order.
use crate::saying::{Line, Question, reaches};
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
        let next = self.0.partition_point(|(from, _)| *from <= at);
        let until = self.0.get(next).map_or(Instant::END, |(from, _)| *from);
        let current = next.checked_sub(1).and_then(|it| self.0.get(it));
        let (from, finding) = current.copied().unwrap_or((Instant::BEGINNING, None));
        (Span { from, until }, finding)
    }
}

impl Timeline {
    pub(crate) fn of(case: &Case<'_>, known: Known) -> Self {
        let line = Line::whole(case.zone);
        let questions = case.requirements.iter();
        let questions = questions.filter_map(|it| Question::of(it, case, known, line));
        let tracks = questions.map(|it| Track::of(&it)).collect();
        Self { tracks, bars: bars(case, known, |it| it.holds.from < it.holds.until) }
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
        let mut bars = Vec::new();
        for bar in &self.bars {
            let holds = bar.holds;
            if holds.contains(at) {
                bars.push(*bar);
                narrow(&mut span, holds);
            } else if at < holds.from {
                narrow(&mut span, Span { from: Instant::BEGINNING, until: holds.from });
            } else {
                narrow(&mut span, Span::since(holds.until));
            }
        }
        Standing { span, decision: decide(&bars, &findings), bars, findings }
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

/// The standing at one moment, without what comes before and after it.
pub fn glance(case: &Case<'_>, known: Known, at: Instant) -> Standing {
    let line = Line::from(case.zone, at);
    let questions = case.requirements.iter();
    let questions = questions.filter_map(|it| Question::of(it, case, known, line));
    let findings: Vec<Finding> = questions.filter_map(|it| it.at(at)).collect();
    let bars = bars(case, known, |it| it.holds.contains(at));
    let span = Span { from: at, until: Instant(at.0.saturating_add(1)) };
    Standing { span, decision: decide(&bars, &findings), bars, findings }
}

/// What bars at the place, in order.
fn bars(case: &Case<'_>, known: Known, counts: impl Fn(&Bar) -> bool) -> Vec<Bar> {
    let bars = case.facts.bars.iter().filter(|it| known.sees(it.known) && counts(it));
    let mut bars: Vec<Bar> = bars.filter(|it| reaches(it.site, case.site)).copied().collect();
    bars.sort_unstable_by_key(|it| (it.kind, it.id));
    bars
}

fn narrow(span: &mut Span, by: Span) {
    span.from = span.from.max(by.from);
    span.until = span.until.min(by.until);
}

/// C-06: red if anything bars or blocks; else amber if anything warns; else green.
fn decide(bars: &[Bar], findings: &[Finding]) -> Decision {
    let worst = findings.iter().map(|it| it.weight).max().unwrap_or(Weight::Fine);
    match (bars.is_empty(), worst) {
        (false, _) | (true, Weight::Blocks) => Decision::Red,
        (true, Weight::Warns) => Decision::Amber,
        (true, Weight::Fine) => Decision::Green,
    }
}
