//! The stranger: every route, as everybody who must not get in (T-A1, T-A3).
use axum::response::IntoResponse;
use kernel::{Answer, Form, May, Path, PersonId, Result, Routes, Snapshot, Tx};

use crate::walk::{Finding, Principal, ROLES, Walk};
use crate::world::{House, all_routes};

/// Addresses behind the gate `anyone`, and why each is. Adding one is a decision; this list is where it is seen.
const OPEN: &[&str] = &[
    // Only leads on: to the own page, or to the door.
    "GET /",
    // The link in a letter is the proof; the reader may be signed in nowhere.
    "GET /account/email/{token}",
    // Styles, script and fonts of the product itself, also for the sign-in page.
    "GET /assets/{file}",
    // The same: asked for by every browser.
    "GET /favicon.ico",
    // A probe of the machine: one word, no database.
    "GET /healthz",
    // Help with signing in; the text of the product, nothing of an organisation.
    "GET /help",
    // The pieces of the pages with invented words; not there unless the house runs for development. The same holds for
    // the letters.
    "GET /kit",
    "GET /kit/mails",
    "GET /kit/mails/{number}",
    // Who forgot the password cannot be signed in.
    "GET /password",
    // Says the same whether or not the address is known.
    "GET /password/sent",
    // The link in a letter is the proof.
    "GET /password/{token}",
    // A probe of the machine: whether the database answers, one word.
    "GET /readyz",
    // Tells search engines to stay away.
    "GET /robots.txt",
    // The link that the installation printed is the proof; it works once.
    "GET /setup/{token}",
    // The door.
    "GET /sign-in",
    // The link in a letter is the proof; a look at it uses nothing up.
    "GET /sign-in/{token}",
    // The forms of the pages above, each with the same proof.
    "POST /account/email/{token}",
    "POST /password",
    "POST /password/{token}",
    "POST /setup/{token}",
    "POST /sign-in",
    "POST /sign-in/{token}",
    // Sets a cookie of the reader and nothing else.
    "POST /theme",
];

fn tell(findings: &[Finding]) -> String {
    let lines = findings.iter().map(|it| format!("{} {} {}: {}", it.who, it.verb, it.path, it.why));
    lines.collect::<Vec<_>>().join("\n")
}

/// Walks as one principal, with a house for it alone.
async fn walk(who: Principal, more: fn() -> Routes) -> (Vec<Finding>, usize) {
    let house = House::with(more()).await;
    let table = all_routes().merge(more()).table();
    let mut visitor = match who {
        Principal::Nobody => house.test.visitor(),
        it => house.enter(it.key()).await,
    };
    if let Principal::Suspended(key) = who {
        suspend(&house, key);
    }
    let mut walk = Walk::new(&house, who);
    walk.look(&mut visitor, &table).await;
    walk.write(&mut visitor, &table).await;
    (walk.findings, walk.requests)
}

fn suspend(house: &House, key: &str) {
    let account = house.persona(key).account;
    let changed = house.test.write(move |tx| {
        tx.run("update member set state = 'deactivated' where account_id = $1", &[&account])
    });
    assert_eq!(changed.expect("a write"), 1);
}

async fn nothing_leaks_to(who: &[Principal]) {
    let mut all = Vec::new();
    let mut requests = 0;
    for it in who {
        let (findings, made) = walk(*it, Routes::new).await;
        all.extend(findings);
        requests += made;
    }
    assert!(all.is_empty(), "{} leaks in {requests} requests\n{}", all.len(), tell(&all));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_past_the_door() {
    nothing_leaks_to(&[Principal::Nobody]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_suspended_is_out_at_once() {
    nothing_leaks_to(&[Principal::Suspended("administrator"), Principal::Suspended("employee")])
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_roles_elsewhere_are_none_here() {
    nothing_leaks_to(&[Principal::Stranger]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_role_reaches_beyond_its_scope() {
    nothing_leaks_to(&ROLES).await;
}

#[test]
fn only_the_listed_addresses_are_open_to_anyone() {
    let table = all_routes().table();
    let open = table.iter().filter(|it| it.gate.starts_with("anyone"));
    let mut open: Vec<String> = open.map(|it| format!("{} {}", it.verb, it.path)).collect();
    open.sort();
    assert_eq!(open, OPEN);
}

kernel::permissions! {
    /// A permission whose handlers below forget the reach, on purpose.
    PlantedLook = PEOPLE View People;
    /// The same for a write.
    PlantedWrite = PEOPLE View People;
}

fn leak(_: &May<PlantedLook>, db: &Snapshot<'_>, Path(id): &Path<PersonId>) -> Result<String> {
    db.one("select name from person where id = $1", &[id], |row| row.get(0))
}

fn list(_: &May<PlantedLook>, db: &Snapshot<'_>, (): &()) -> Result<String> {
    let names: Vec<String> = db.all("select name from person", &[], |row| row.get(0))?;
    Ok(names.join(", "))
}

fn overwrite(
    _: &May<PlantedWrite>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form)): &(Path<PersonId>, Form),
) -> Result<Answer> {
    tx.run("update person set name = $2 where id = $1", &[id, &form.text("name")])?;
    Ok(Answer::done("written".into_response()))
}

fn open_to_all(_: &kernel::Anyone, db: &Snapshot<'_>, Path(id): &Path<PersonId>) -> Result<String> {
    db.one("select name from person where id = $1", &[id], |row| row.get(0))
}

fn planted() -> Routes {
    Routes::new()
        .get("/planted/people", list)
        .get("/planted/people/{person}", leak)
        .post("/planted/people/{person}", overwrite)
        .get("/planted/open/{person}", open_to_all)
}

fn nameless() -> Routes {
    Routes::new().get("/planted/{thing}", leak)
}

/// The places where the walker found something.
async fn found(who: Principal, more: fn() -> Routes) -> Vec<String> {
    let (findings, _) = walk(who, more).await;
    let mut places: Vec<String> =
        findings.iter().map(|it| format!("{} {}", it.verb, it.path)).collect();
    places.sort();
    places.dedup();
    places
}

#[tokio::test(flavor = "multi_thread")]
async fn the_walker_finds_planted_holes() {
    let from_elsewhere = [
        "GET /planted/open/{person}",
        "GET /planted/people",
        "GET /planted/people/{person}",
        "POST /planted/people/{person}",
        "POST every form",
    ];
    assert_eq!(found(Principal::Stranger, planted).await, from_elsewhere);
    assert_eq!(
        found(Principal::Role("people-editor", kernel::access::Role::PeopleEditor), planted).await,
        from_elsewhere
    );
    assert_eq!(found(Principal::Nobody, planted).await, ["GET /planted/open/{person}"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_that_names_something_unknown_is_refused() {
    assert_eq!(found(Principal::Nobody, nameless).await, ["GET /planted/{thing}"]);
}
