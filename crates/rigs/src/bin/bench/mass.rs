//! A rule over a million people: what is decided in memory once facts are loaded.
use std::time::Instant;

use anyhow::{Result, bail, ensure};
use judge::{Asked, Day, FOREVER, MISSING, Sheet, Verdict};

const PEOPLE: usize = 1_000_000;
const REQUIREMENTS: usize = 20;
/// Two cores, as the target says.
const HANDS: usize = 2;

/// Milliseconds for each of some rounds, after one to warm up.
pub fn million(rounds: usize) -> Result<Vec<f64>> {
    let columns: Vec<Vec<i32>> = (0..REQUIREMENTS).map(column).collect();
    let asked: Vec<Asked<'_>> = columns
        .iter()
        .enumerate()
        .map(|(at, last)| Asked {
            last,
            blocking: at % 4 != 3,
            due: (at % 7 == 6).then_some(Day(20_800)),
        })
        .collect();
    let sheet = Sheet { asked: &asked };
    let mut out: Vec<Verdict> = vec![Verdict::default(); HANDS];
    let mut took = Vec::new();
    for round in 0..=rounds {
        let today = Day(20_780 + i32::try_from(round)?);
        let clock = Instant::now();
        std::thread::scope(|scope| {
            let hands = out.iter_mut().enumerate().map(|(at, verdict)| {
                let (sheet, size) = (&sheet, PEOPLE / HANDS);
                scope.spawn(move || sheet.decide(today, at * size..(at + 1) * size, verdict))
            });
            let hands: Vec<_> = hands.collect();
            hands.into_iter().try_for_each(|it| it.join().or_else(|_| bail!("a judge stumbled")))
        })?;
        if round > 0 {
            took.push(clock.elapsed().as_secs_f64() * 1e3);
        }
    }
    let red = out.iter().flat_map(|it| &it.worst).filter(|it| **it == 2).count();
    ensure!(red > 0 && red < PEOPLE, "everybody stands alike: {red}");
    Ok(took)
}

/// Last days around the day that is asked about; one in a thousand is missing, one in ten holds for ever.
fn column(at: usize) -> Vec<i32> {
    let mut seed = 0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(at as u64 + 1);
    (0..PEOPLE)
        .map(|_| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let drawn = i32::try_from(seed >> 44).unwrap_or_default();
            match drawn % 1000 {
                0 => MISSING,
                1..100 => FOREVER,
                _ => 20_770 + drawn % 1500,
            }
        })
        .collect()
}
