//! Saving how far somebody is with a lesson: the write that phones send most, on disk before it is answered.
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use rigs::http::Client;

use crate::load::{Hello, clients, load, ok};
use crate::rows::Row;
use crate::{Args, REFERENCE, Settled};

/// People who save at the same time: each in a lesson of their own.
const PHONES: usize = 64;

/// The CPU of one save as a ratio to hello, and how many a second are durable with [`PHONES`] clients.
pub fn save(args: &Args, settled: &Settled, hello: &Hello, rows: &mut Vec<Row>) -> Result<()> {
    let house = settled.open()?;
    let mut owner = Client::new(&house.host);
    settled.cookies.clone_into(&mut owner.cookies);
    let places: Vec<String> = (0..PHONES).map(|at| begin(&mut owner, at)).collect::<Result<_>>()?;
    let time = Duration::from_secs_f64(args.seconds);
    let mut few = clients(&house.host, &settled.cookies);
    let mut bare = clients(&hello.host, "");
    let mut phones: Vec<Client> = places
        .iter()
        .map(|_| {
            let mut it = Client::new(&house.host);
            settled.cookies.clone_into(&mut it.cookies);
            it
        })
        .collect();
    let (mut ratios, mut micros, mut paces) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..args.rounds {
        let base = load(hello.child.id(), time, &mut bare, |it, _| ok(it, "/"))?;
        let took = load(house.id(), time, &mut few, |it, at| tell(it, &places, at))?;
        ratios.push(took / base);
        micros.push(took);
        paces.push(pace(time, &mut phones, &places)?);
    }
    micros.sort_by(f64::total_cmp);
    let mut row = Row::new("save-learning", "times hello's CPU", ratios, Some(60.0 / REFERENCE));
    row.note = format!("{:.0} µs", micros[micros.len() / 2]);
    rows.push(row);
    let mut row = Row::new("save-learning-64", "durable saves a second", paces, Some(5000.0));
    row.more = true;
    rows.push(row);
    Ok(())
}

/// Makes a course of one lesson, publishes it and begins it; gives the path of the lesson.
fn begin(owner: &mut Client, at: usize) -> Result<String> {
    let mut send = |path: &str, form: &str| {
        let answer = owner.post(path, form)?;
        ensure!(answer.status == 303, "{path} answered {}", answer.status);
        Ok(answer.location)
    };
    let course = send("/courses", &format!("title=Course+{at}&validity=forever&remind=60"))?;
    send(&format!("{course}/lessons"), "kind=page&title=Page&words=Words")?;
    send(&format!("{course}/publication"), "again=no&open=on")?;
    let id = course.rsplit('/').next().context("a course without an id")?;
    send(&format!("/training/courses/{id}/attempts"), "")
}

fn tell(client: &mut Client, places: &[String], at: u64) -> Result<()> {
    let place = &places[usize::try_from(at)? % places.len()];
    let answer =
        client.post(&format!("{place}/position"), &format!("second={}&ago=0", at % 3600))?;
    ensure!(answer.status == 204, "{place} answered {}", answer.status);
    Ok(())
}

/// Saves a second, all clients together.
fn pace(time: Duration, phones: &mut [Client], places: &[String]) -> Result<f64> {
    let (began, end) = (Instant::now(), Instant::now() + time);
    let counts: Vec<Result<u32>> = std::thread::scope(|scope| {
        let saving = phones.iter_mut().zip(0_u64..).map(|(phone, at)| {
            scope.spawn(move || {
                let mut count = 0;
                while Instant::now() < end {
                    tell(phone, places, at)?;
                    count += 1;
                }
                Ok(count)
            })
        });
        let saving: Vec<_> = saving.collect();
        saving
            .into_iter()
            .map(|it| it.join().unwrap_or_else(|_| bail!("a phone stumbled")))
            .collect()
    });
    let counts: u32 = counts.into_iter().sum::<Result<u32>>()?;
    Ok(f64::from(counts) / began.elapsed().as_secs_f64())
}
