//! The two engines give the same answers: values, transactions, races, replays, jobs.
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::http::StatusCode;
use axum::response::IntoResponse;
use kernel::app::Wiring;
use kernel::job::{Job, Kind, Run};
use kernel::testing::Test;
use kernel::{
    Actor, Answer, Anyone, Date, Error, Event, Form, House, Migration, OnDuplicate, Path, Request,
    Result, Routes, SiteId, Snapshot, Token, Tx,
};

fn nobody(_: &Snapshot<'_>, _: &Token) -> Result<Option<Actor>> {
    Ok(None)
}
fn no_touch(_: &mut Tx<'_>, _: &Actor) -> Result<()> {
    Ok(())
}
fn fail(error: &Error, _: &Request, _: &House) -> axum::response::Response {
    (error.status(), format!("{error:?}")).into_response()
}
fn ring(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    tx.run("insert into thing (id, name) values ($1, $2)", &[&tx.new_id::<()>(), &job.payload])
        .map(drop)
}
fn stumble(_: &mut Tx<'_>, _: &Job) -> Result<()> {
    Err(Error::internal("always"))
}
fn hear(_: &mut Tx<'_>, _: &Event) -> Result<()> {
    Ok(())
}

const WIRING: Wiring = Wiring {
    identify: nobody,
    touch: no_touch,
    listeners: &[hear],
    jobs: &[
        Kind { name: "ring", run: Run::Inside(ring) },
        Kind { name: "stumble", run: Run::Inside(stumble) },
    ],
    fail,
};

const TABLES: &[Migration] = &[
    kernel::MIGRATIONS[0],
    Migration {
        number: 2_100_010_101,
        name: "things",
        sql: "create table thing (id {id} primary key, name {text} not null unique, day {date}, made {instant},
              yes {bool}, bytes {bytes}, count {int}) {strict};
              create table counter (id {int} primary key, used {int} not null) {strict};
              insert into counter values (1, 0);",
    },
];

fn create(_: &Anyone, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    let id: SiteId = tx.new_id();
    tx.run("insert into thing (id, name) values ($1, $2)", &[&id, &form.text("name")])
        .on_duplicate(Error::Conflict("there"))?;
    if form.ticked("refuse") {
        return Ok(Answer::refused("no"));
    }
    Ok(Answer::to(format!("/things/{id}")))
}
fn show(_: &Anyone, db: &Snapshot<'_>, Path(id): &Path<SiteId>) -> Result<String> {
    db.one("select name from thing where id = $1", &[id], |row| row.get(0))
}
fn index(_: &Anyone, db: &Snapshot<'_>, (): &()) -> Result<String> {
    let names: Vec<String> =
        db.all("select name from thing order by name", &[], |row| row.get(0))?;
    Ok(names.join(" "))
}
fn take(_: &Anyone, tx: &mut Tx<'_>, (): &()) -> Result<Answer> {
    let used: i64 = tx.one("select used from counter where id = 1", &[], |row| row.get(0))?;
    if used >= 10 {
        return Err(Error::Gone("all taken"));
    }
    tx.run("update counter set used = $1 where id = 1", &[&(used + 1)])?;
    Ok(Answer::done("yours"))
}
fn explode(_: &Anyone, tx: &mut Tx<'_>, (): &()) -> Result<Answer> {
    tx.run("update counter set used = 999", &[])?;
    panic!("on purpose")
}

fn test() -> Test {
    let routes = Routes::new()
        .post("/things", create)
        .get("/things", index)
        .get("/things/{id}", show)
        .post("/take", take)
        .post("/explode", explode);
    Test::new(WIRING, TABLES, routes)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_type_of_value_comes_back_as_it_went() {
    let test = test();
    let id: SiteId = test.read(|db| Ok(db.new_id())).unwrap();
    let day = Date::new(2026, 2, 28).unwrap();
    let bytes = vec![0_u8, 255, 7];
    let sent = bytes.clone();
    test.write(move |tx| {
        let now = tx.now();
        tx.run(
            "insert into thing (id, name, day, made, yes, bytes, count) values ($1, $2, $3, $4, $5, $6, $7)",
            &[&id, &"Łódź 🏗", &day, &now, &true, &sent, &i64::MAX],
        )
    })
    .unwrap();
    let seen = test
        .read(|db| {
            db.one(
                "select name, day, made, yes, bytes, count, id from thing where count = $2 and id = $1",
                &[&id, &i64::MAX],
                |row| {
                    let whole: (String, Option<Date>, kernel::Instant, bool, Vec<u8>, i64) =
                        (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?);
                    Ok((whole, row.get::<SiteId>(6)?))
                },
            )
        })
        .unwrap();
    let now = test.app().clock.now();
    assert_eq!(seen, (("Łódź 🏗".to_owned(), Some(day), now, true, bytes, i64::MAX), id));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_write_leaves_no_trace() {
    let test = test();
    let mut visitor = test.visitor();
    assert_eq!(visitor.post("/things", [("name", "a"), ("refuse", "1")]).await.status, 422);
    assert_eq!(visitor.post("/things", [("name", "b")]).await.status, 303);
    assert_eq!(visitor.post("/things", [("name", "b")]).await.status, StatusCode::CONFLICT);
    assert_eq!(visitor.get("/things").await.text(), "b");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_twice_happens_once_t_d7() {
    let test = test();
    let form = kernel::Fields::of([("name", "once"), ("_key", "0123456789abcdef")]);
    let mut answers = Vec::new();
    let mut sending = tokio::task::JoinSet::new();
    for _ in 0..10 {
        let (mut visitor, form) = (test.visitor(), form.clone());
        sending.spawn(
            async move { visitor.post_fields("/things", &form).await.location().to_owned() },
        );
    }
    while let Some(answer) = sending.join_next().await {
        answers.push(answer.unwrap());
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
    let mut visitor = test.visitor();
    assert_eq!(visitor.get(&answers[0]).await.text(), "once");
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_places_under_a_hundred_hands() {
    let test = test();
    let (given, gone) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let mut taking = tokio::task::JoinSet::new();
    for _ in 0..100 {
        let mut visitor = test.visitor();
        taking.spawn(async move {
            loop {
                match visitor.post("/take", []).await.status {
                    StatusCode::SERVICE_UNAVAILABLE => {}
                    other => return other,
                }
            }
        });
    }
    while let Some(status) = taking.join_next().await {
        match status.unwrap() {
            StatusCode::OK => given.fetch_add(1, Ordering::SeqCst),
            StatusCode::GONE => gone.fetch_add(1, Ordering::SeqCst),
            other => panic!("{other}"),
        };
    }
    assert_eq!((given.into_inner(), gone.into_inner()), (10, 90));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_handler_that_panics_keeps_nothing_and_stops_nobody() {
    let test = test();
    let mut visitor = test.visitor();
    assert_eq!(visitor.post("/explode", []).await.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(visitor.post("/take", []).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_that_is_none_is_not_there() {
    let test = test();
    let mut visitor = test.visitor();
    for path in ["/things/1", "/things/%00", "/things/..%2f..", "/things/%ff", "/nowhere"] {
        let status = visitor.get(path).await.status;
        assert!(status == 404 || status == 403, "{path} {status}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_run_once_and_failures_are_set_aside() {
    let test = test();
    let queue = |kind: &'static str| test.write(move |tx| tx.enqueue(kind, "bell")).unwrap();
    queue("ring");
    queue("stumble");
    assert_eq!(test.work(), 2);
    for _ in 0..20 {
        test.pass_hours(2);
        test.work();
    }
    assert_eq!(test.read(|db| db.house().queue()).unwrap(), (1, 0), "one is set aside, none waits");
    assert_eq!(test.visitor().get("/things").await.text(), "bell");
}
