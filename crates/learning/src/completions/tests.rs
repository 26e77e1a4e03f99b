//! Completions of one person through the front door.
use axum::http::StatusCode;
use judge::{Case, Facts, Known, Mode, Requirement, Source, Span, Wanted, Zone, judge};
use kernel::testing::Visitor;
use kernel::{AnyId, CourseId, OrgId, PersonId};
use server::testing::{Town, town};

fn person(town: &Town, key: &str) -> PersonId {
    let account = town.persona(key).account;
    let find = "select person_id from member where account_id = $1";
    town.read(|db| db.one(find, &[&account], |row| row.get(0))).expect("a person")
}

fn course(town: &Town, title: &str) -> CourseId {
    let org = town.world.org;
    let all = town.read(|db| crate::subjects(db, org)).expect("courses");
    all.into_iter().find(|it| it.name == title).expect("a course").id
}

async fn record(visitor: &mut Visitor, who: PersonId, course: CourseId, done: &str) -> StatusCode {
    let form = [("course", &*course.to_string()), ("done", done), ("provider", "Dockside School")];
    visitor.post(&format!("/people/{who}/completions"), form).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn an_outside_course_is_recorded_seen_and_in_the_log() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let (who, what) = (person(&town, "operator"), course(&town, "Site induction"));
    let path = format!("/people/{who}/completions");
    let page = owner.get(&path).await;
    assert!(page.has("Oskar Lind") && page.has("aria-current=\"page\""), "the head of the person");
    assert!(page.has("Ended 18 Oct 2026"), "{}", page.text());
    let new = owner.get(&format!("{path}/new")).await;
    assert!(new.has("Site induction") && new.has("name=\"done-day\""));
    assert_eq!(record(&mut owner, who, what, "2026-11-20").await, StatusCode::SEE_OTHER);
    let page = owner.get(&path).await;
    assert!(page.has("Course recorded") && page.has("Holds until 20 Nov 2027"), "{}", page.text());
    assert!(page.has("Earlier and voided") && page.has("Ended 18 Oct 2026"), "nothing is lost");
    let again = record(&mut owner, who, what, "2026-11-20").await;
    assert_eq!(again, StatusCode::UNPROCESSABLE_ENTITY, "the same day is the same completion");
    let subject: AnyId = who.cast();
    let told: Vec<String> = town
        .read(|db| {
            let find = "select what from entry where person_id = $1 order by seq";
            db.all(find, &[&subject], |row| row.get(0))
        })
        .unwrap();
    assert_eq!(told.last().map(String::as_str), Some("completion.recorded"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistake_in_the_form_loses_nothing() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = format!("/people/{}/completions", person(&town, "employee"));
    let form =
        [("course", "x"), ("done", "2026-11-23"), ("provider", "Dockside"), ("note", "Well done")];
    let page = owner.post(&path, form).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["href=\"#course\"", "href=\"#done\"", "Dockside", "Well done", "an earlier day"] {
        assert!(page.has(words), "{words}");
    }
    let foreign = CourseId::new(1, [1; 10]).to_string();
    let page = owner.post(&path, [("course", &*foreign), ("done", "2026-11-20")]).await;
    assert!(page.has("href=\"#course\""), "no such course");
}

/// A wrong record is voided with a reason, and stays to be seen.
#[tokio::test(flavor = "multi_thread")]
async fn a_voided_record_stays_struck_through_with_who_and_why() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let (who, what) = (person(&town, "engineer"), course(&town, "Manual handling"));
    record(&mut owner, who, what, "2026-11-20").await;
    let path = format!("/people/{who}/completions");
    let text = owner.get(&path).await.text();
    let link = text
        .split("href=\"/completions/")
        .skip(1)
        .find(|it| it.contains("Manual handling"))
        .and_then(|it| it.split('"').next())
        .expect("a completion");
    let page = format!("/completions/{link}");
    assert!(owner.get(&page).await.has("Recorded wrongly?"));
    let bare = owner.post(&format!("{page}/cancellation"), []).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is needed");
    let voided = owner.post(&format!("{page}/cancellation"), [("reason", "Somebody else")]).await;
    assert_eq!(voided.location(), path);
    let list = owner.get(&path).await;
    assert!(list.has("<s>") && list.has("by Rosa Silva: Somebody else"), "{}", list.text());
    let twice = owner.post(&format!("{page}/cancellation"), [("reason", "Again")]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert!(!owner.get(&page).await.has("Recorded wrongly?"));
    assert_eq!(record(&mut owner, who, what, "2026-11-20").await, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn whose_training_one_sees_and_records_follows_from_the_roles_h_s10() {
    let town = town();
    let (org, team_member) = (town.world.org, person(&town, "operator"));
    town.write(move |tx| {
        let put = "insert into team_member (org_id, team_id, person_id)
                   select org_id, id, $2 from team where org_id = $1";
        tx.run(put, &[&org, &team_member]).map(drop)
    })
    .unwrap();
    let what = course(&town, "Manual handling");
    let (inside, outside) = (team_member, person(&town, "employee"));
    let mut manager = town.enter("team-manager").await;
    assert_eq!(record(&mut manager, inside, what, "2026-11-19").await, StatusCode::SEE_OTHER);
    assert_eq!(record(&mut manager, outside, what, "2026-11-19").await, StatusCode::NOT_FOUND);
    for path in
        [format!("/people/{outside}/completions"), format!("/people/{outside}/completions/new")]
    {
        assert_eq!(manager.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let mut editor = town.enter("people-editor").await;
    assert_eq!(record(&mut editor, outside, what, "2026-11-19").await, StatusCode::SEE_OTHER);
    let path = format!("/people/{outside}/completions");
    for key in ["health-and-safety", "director", "people-viewer"] {
        let mut looks = town.enter(key).await;
        let page = looks.get(&path).await;
        assert!(page.has("Manual handling") && !page.has("Record a course"), "{key}");
        assert_eq!(record(&mut looks, outside, what, "2026-11-18").await, StatusCode::FORBIDDEN);
    }
    assert_eq!(town.enter("site-manager").await.get(&path).await.status, StatusCode::NOT_FOUND);
    let mut own = town.enter("employee").await;
    let page = own.get(&path).await;
    assert!(page.has("Manual handling") && !page.has("Record a course"), "only to be looked at");
    assert_eq!(record(&mut own, outside, what, "2026-11-18").await, StatusCode::FORBIDDEN);
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(record(&mut stranger, outside, what, "2026-11-18").await, StatusCode::NOT_FOUND);
    let theirs: AnyId = town
        .read(|db| {
            let find = "select id from completion where person_id = $1 limit 1";
            db.one(find, &[&outside], |row| row.get(0))
        })
        .unwrap();
    let void = format!("/completions/{theirs}/cancellation");
    for (visitor, wanted) in [
        (&mut stranger, StatusCode::NOT_FOUND),
        (&mut manager, StatusCode::NOT_FOUND),
        (&mut own, StatusCode::FORBIDDEN),
    ] {
        assert_eq!(visitor.post(&void, [("reason", "x")]).await.status, wanted);
    }
    assert_eq!(stranger.get(&format!("/completions/{theirs}")).await.status, StatusCode::NOT_FOUND);
}

/// G-08 and T-M1: a right about the own record only is one to look.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_with_a_right_to_the_own_record_only_records_for_themselves() {
    let town = town();
    let (org, who) = (town.world.org, person(&town, "employee"));
    let account = town.persona("employee").account;
    town.write(move |tx| {
        let make = "update person set kind = 'contractor' where org_id = $1 and id = $2";
        tx.run(make, &[&org, &who])?;
        let drop_all = "delete from role_grant where org_id = $1 and account_id = $2";
        tx.run(drop_all, &[&org, &account]).map(drop)
    })
    .unwrap();
    let mut contractor = town.enter("employee").await;
    assert!(contractor.get("/training").await.has("Site induction"));
    let what = course(&town, "Manual handling");
    assert_eq!(record(&mut contractor, who, what, "2026-11-18").await, StatusCode::FORBIDDEN);
    assert_eq!(contractor.get("/courses").await.status, StatusCode::FORBIDDEN, "T-M2");
    let done = format!("/courses/{what}/completions");
    assert_eq!(contractor.get(&done).await.status, StatusCode::FORBIDDEN, "T-M2");
}

/// The judge, over what this room tells it.
fn decides(town: &Town, org: OrgId, who: PersonId, what: CourseId) -> bool {
    let (records, subjects) = town
        .read(|db| Ok((crate::records(db, org, &[who])?, crate::subjects(db, org)?)))
        .expect("the facts");
    let subject = subjects.into_iter().find(|it| it.id == what).expect("a course");
    let course = judge::Subject::Course(judge::Id(what.number()));
    let wanted = Wanted { edition: subject.edition, usual: subject.usual, ..Wanted::any(course) };
    let rule = Requirement {
        id: judge::Id(1),
        source: Source::AllSites,
        any_of: vec![wanted],
        mode: Mode::Required,
        blocking: true,
        applies: Span::ALWAYS,
        due: None,
        known: Span::ALWAYS,
    };
    let records = records.into_iter().map(|it| it.1).collect();
    let facts = Facts { records, ..Facts::default() };
    let zone = Zone::new(jiff::tz::TimeZone::UTC);
    let case = Case { requirements: &[rule], facts: &facts, site: None, zone: &zone };
    let now = judge::Instant(town.app().clock.now().0);
    judge(&case, Known::Now).at(now).decision != judge::Decision::Red
}

#[tokio::test(flavor = "multi_thread")]
async fn a_major_edition_asks_again_and_a_minor_one_does_not() {
    let town = town();
    let org = town.world.org;
    let mut owner = town.enter("owner").await;
    let (who, what) = (person(&town, "engineer"), course(&town, "Manual handling"));
    assert!(!decides(&town, org, who, what), "not done yet");
    record(&mut owner, who, what, "2026-11-20").await;
    assert!(decides(&town, org, who, what));
    let change = [
        ("title", "Manual handling"),
        ("validity", "months:36"),
        ("category", "Safety"),
        ("again", "no"),
    ];
    owner.post(&format!("/courses/{what}"), change).await;
    assert!(decides(&town, org, who, what), "a minor edit keeps completions");
    let change = [
        ("title", "Manual handling"),
        ("validity", "months:36"),
        ("again", "yes"),
        ("what", "New weights"),
    ];
    let saved = owner.post(&format!("/courses/{what}"), change).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    assert!(!decides(&town, org, who, what), "a major one asks again");
    let page = owner.get(&format!("/people/{who}/completions")).await;
    assert!(page.has("It has to be done again"), "{}", page.text());
    record(&mut owner, who, what, "2026-11-22").await;
    assert!(decides(&town, org, who, what));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_voided_was_believed_until_then() {
    let town = town();
    let org = town.world.org;
    let who = person(&town, "operator");
    let records = town.read(|db| crate::records(db, org, &[who])).unwrap();
    assert_eq!(records.len(), 2, "a voided record is told too");
    let ended = |it: &&(PersonId, judge::Record)| it.1.known.until != judge::Instant::END;
    assert_eq!(records.iter().filter(ended).count(), 1);
    assert!(records.iter().all(|it| it.1.state == judge::State::Approved));
    let other = town.world.other;
    assert!(town.read(|db| crate::records(db, other, &[who])).unwrap().is_empty());
    assert!(town.read(|db| crate::records(db, org, &[])).unwrap().is_empty());
}
