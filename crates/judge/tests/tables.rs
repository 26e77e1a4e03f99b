//! Every row of `tests/cases` is judged. `tests/cases/README.md` says how to read and write them.
#[path = "tables/reading.rs"]
mod reading;
#[path = "tables/table.rs"]
mod table;
#[path = "tables/telling.rs"]
mod telling;
#[path = "tables/words.rs"]
mod words;

use std::path::Path;

use judge::{Case, Facts, Id, Instant, Known, Requirement, Standing, Zone, judge};
use table::Row;
use words::Words;

/// What the specification says and these tables show. A row names one of them or several.
const RULES: &[&str] = &[
    "C-06", "C-07", "C-08", "C-10", "C-12", "C-36", "T-S6", "T-S7", "P-M2", "P-S1", "P-S2", "P-S3",
    "P-S4", "H-S1", "H-S2", "H-S3", "7.6", "7.7a", "7.7b", "7.7c", "7.7d", "7.8", "7.9", "7.13",
    "§2",
];

/// Columns that say what should come out.
const ANSWERS: &[&str] = &["gate", "items", "parts", "roll-up", "certificate", "next", "changes"];

/// A row, understood.
struct Question {
    requirements: Vec<Requirement>,
    facts: Facts,
    site: Option<Id>,
    zone: Zone,
    known: Known,
    at: Instant,
}

impl Question {
    fn of(row: &Row) -> Result<Self, String> {
        let cell = |column| row.cell(column).unwrap_or_default();
        check_rules(cell("rule"))?;
        let name = row.cell("zone").unwrap_or("Europe/London");
        let zone = jiff::tz::TimeZone::get(name).map_err(|it| format!("zone “{name}”: {it}"))?;
        let zone = Zone::new(zone);
        let site = match row.cell("site").unwrap_or("Dock Road") {
            "none" => None,
            name => Some(words::site(name).ok_or_else(|| format!("site “{name}”?"))?),
        };
        let mut at = Words::new(cell("at"), &zone);
        let moment = at.at()?;
        at.done()?;
        let known = match row.cell("as known").unwrap_or("now") {
            "now" => Known::Now,
            text => {
                let mut then = Words::new(text, &zone);
                let moment = then.at()?;
                then.done()?;
                Known::At(moment)
            }
        };
        Ok(Self {
            requirements: reading::asked(cell("asked"), site, &zone)
                .map_err(|it| format!("asked: {it}"))?,
            facts: reading::known(cell("known"), &zone).map_err(|it| format!("known: {it}"))?,
            site,
            known,
            at: moment,
            zone,
        })
    }

    /// The look-up, and the span that a walk over all of them finds.
    fn judged(&self) -> (Standing, Option<Standing>) {
        let case = Case {
            requirements: &self.requirements,
            facts: &self.facts,
            site: self.site,
            zone: &self.zone,
        };
        let timeline = judge(&case, self.known);
        let walked = timeline.spans().find(|it| it.span.contains(self.at));
        (timeline.at(self.at), walked)
    }
}

fn check_rules(cell: &str) -> Result<(), String> {
    match cell.split(' ').find(|it| !RULES.contains(it)) {
        Some(odd) => Err(format!("“{odd}” is not what the specification calls anything")),
        None => Ok(()),
    }
}

/// What is wrong with a row: it is not understood, or something else came out.
fn problem(row: &Row) -> Option<String> {
    let place = &row.place;
    let question = match Question::of(row) {
        Ok(question) => question,
        Err(why) => return Some(format!("{place}: {why}\n  {}", row.text)),
    };
    let (standing, walked) = question.judged();
    if walked.as_ref() != Some(&standing) {
        return Some(format!("{place}: spans() say {walked:?}, at() says {standing:?}"));
    }
    let differs = ANSWERS.iter().filter_map(|column| {
        let expected = row.cell(column)?;
        let came = telling::tell(column, &standing, &question.zone)?;
        (came != expected).then(|| format!("\n  {column}: {came}"))
    });
    let differs: String = differs.collect();
    (!differs.is_empty()).then(|| format!("{place}: came out otherwise{differs}\n  {}", row.text))
}

fn rows() -> Vec<Row> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    table::read(&folder).unwrap_or_else(|it| panic!("{it}"))
}

#[test]
fn every_row_comes_out_as_it_says() {
    let rows = rows();
    assert!(rows.len() >= 140, "{} rows", rows.len());
    let problems: Vec<String> = rows.iter().filter_map(problem).collect();
    assert!(problems.is_empty(), "{} rows:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn every_rule_has_a_row() {
    let rows = rows();
    let named: Vec<&str> =
        rows.iter().flat_map(|it| it.cell("rule").unwrap_or_default().split(' ')).collect();
    let missing: Vec<_> = RULES.iter().filter(|it| !named.contains(it)).collect();
    assert!(missing.is_empty(), "no row for {missing:?}");
}

#[test]
fn no_two_rows_show_the_same() {
    let rows = rows();
    let mut shown: Vec<_> = rows.iter().filter_map(|it| it.cell("what it shows")).collect();
    shown.sort_unstable();
    let twice = shown.windows(2).find(|it| it.first() == it.last());
    assert_eq!(twice, None);
}

#[test]
fn what_is_not_understood_is_refused_with_its_place() {
    let head = "| rule | what it shows | asked | known | at | gate |\n|---|---|---|---|---|---|\n";
    let refused = [
        "| C-99 | x | nothing | nothing | 2026-03-01 | green |",
        "| C-06 | x | | nothing | 2026-03-01 | green |",
        "| C-06 | x | CSCS crad | nothing | 2026-03-01 | red |",
        "| C-06 | x | CSCS card (sometimes) | nothing | 2026-03-01 | red |",
        "| C-06 | x | CSCS card (12 months | nothing | 2026-03-01 | red |",
        "| C-06 | x | CSCS card [12 moons] | nothing | 2026-03-01 | red |",
        "| C-06 | x | nothing | CSCS card seen 2026-01-01 | 2026-03-01 | green |",
        "| C-06 | x | nothing | CSCS card shown 2026-02-30 | 2026-03-01 | green |",
        "| C-06 | x | nothing | CSCS card waived 2026-01-01 | 2026-03-01 | green |",
        "| C-06 | x | nothing | banned 2026-01-01 at Nowhere | 2026-03-01 | green |",
        "| C-06 | x | nothing | nothing | some day | green |",
        "| C-06 | x | nothing | nothing | 2026-03-01 12:00 or so | green |",
        "| C-06 | x | nothing | nothing | 2026-03-01 | purple |",
    ];
    for row in refused {
        let rows = table::rows_of("a.md", &format!("{head}{row}")).unwrap();
        let found: Vec<_> = rows.iter().filter_map(problem).collect();
        assert!(matches!(&found[..], [it] if it.starts_with("a.md:3: ")), "{row}: {found:?}");
    }
    for text in ["| mood |\n|---|", "| rule |\n", &format!("{head}| C-06 |")] {
        let why = table::rows_of("a.md", text).unwrap_err();
        assert!(why.starts_with("a.md:"), "{why}");
    }
}
