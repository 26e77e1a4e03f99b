//! Taking a course through the front door: step by step, on two devices, and never twice.
use axum::http::StatusCode;
use kernel::testing::Visitor;
use kernel::{CourseId, Fields, PersonId};
use server::testing::{Town, town};

use crate::lessons::tests::{add, course, film, page, publish, quiz};
use crate::quizzes::tests::answer;

pub fn person(town: &Town, key: &str) -> PersonId {
    let account = town.persona(key).account;
    let find = "select person_id from member where account_id = $1";
    town.read(|db| db.one(find, &[&account], |row| row.get(0))).expect("a person")
}

/// Begins a course or goes on with it, and leads to the lesson that comes next.
pub async fn begin(visitor: &mut Visitor, course: CourseId) -> String {
    let sent = visitor.post(&format!("/training/courses/{course}/attempts"), []).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let path = sent.location().to_owned();
    if path.contains("/lessons/") {
        return path;
    }
    let way = visitor.get(&path).await;
    let before = format!("btn--pri btn--lg btn--block\" href=\"{path}/lessons/");
    let next = way.between(&before, "\"").unwrap_or_else(|| panic!("{}", way.text()));
    format!("{path}/lessons/{next}")
}

/// Finishes a lesson, and leads to the next.
pub async fn go_on(visitor: &mut Visitor, path: &str) -> String {
    let sent = visitor.post(path, []).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    sent.location().to_owned()
}

/// What people of the house did here.
fn completions(town: &Town, person: PersonId, course: CourseId) -> i64 {
    let find = "select count(*) from completion where person_id = $1 and course_id = $2 and done_at is not null";
    town.read(|db| db.one(find, &[&person, &course], |row| row.get(0))).expect("a number")
}

/// A course of two pages, published.
async fn two_pages(town: &Town, title: &str) -> CourseId {
    let mut owner = town.enter("owner").await;
    let id = course(town, title);
    let slow = page("First", "Read **this**").with("least", "30");
    add(town, &mut owner, id, &slow, &[]).await;
    add(town, &mut owner, id, &page("Second", "And that"), &[]).await;
    publish(&mut owner, id, "no").await;
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_course_is_taken_step_by_step_and_ends_in_one_completion() {
    let town = town();
    let id = two_pages(&town, "Working at height").await;
    let mut employee = town.enter("people-viewer").await;
    let who = person(&town, "people-viewer");
    assert!(employee.get("/training").await.has("Not started, 2 steps"));
    let path = begin(&mut employee, id).await;
    let first = employee.get(&path).await;
    assert!(
        first.has("<strong>this</strong>") && first.has("1 of 2") && first.has("in 30 seconds")
    );
    let soon = employee.post(&path, []).await;
    assert_eq!(soon.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(soon.has("this step is not over yet") && soon.has("href=\"#go-on\""));
    town.app().clock.advance_seconds(29);
    assert_eq!(employee.post(&path, [("x", "1")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    town.app().clock.advance_seconds(1);
    let next = go_on(&mut employee, &path).await;
    assert!(employee.get("/training").await.has("Step 2 of 2"));
    // Another device goes on where this one stopped.
    let mut other = employee.clone();
    assert_eq!(begin(&mut other, id).await, next);
    let second = other.get(&next).await;
    assert!(
        second.has("And that") && second.has("Saved 22 Nov 2026") && second.has("2 of 2"),
        "{}",
        second.text()
    );
    assert_eq!(go_on(&mut employee, &path).await, next, "done twice is done once");
    let end = go_on(&mut other, &next).await;
    assert!(other.get(&end).await.has("Course done"));
    assert_eq!(go_on(&mut employee, &next).await, end);
    assert_eq!(completions(&town, who, id), 1);
    let told: Vec<String> = town
        .read(|db| {
            let find = "select what from entry where person_id = $1 order by seq";
            db.all(find, &[&who], |row| row.get(0))
        })
        .unwrap();
    assert_eq!(told, ["attempt.begun", "completion.recorded"]);
    let record = town.read(|db| crate::records(db, town.world.org, &[who])).unwrap();
    assert!(matches!(record[0].1.done, judge::Moment::At(_)), "the house saw it itself");
    assert!(employee.get("/training").await.has("Done 22 Nov 2026"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_devices_that_finish_at_once_finish_once() {
    let town = town();
    let id = two_pages(&town, "Working at height").await;
    let mut phone = town.enter("gate-scanner").await;
    let who = person(&town, "gate-scanner");
    let path = begin(&mut phone, id).await;
    town.app().clock.advance_seconds(60);
    let last = go_on(&mut phone, &path).await;
    let mut desk = phone.clone();
    let (one, other) = tokio::join!(phone.post(&last, []), desk.post(&last, []));
    for it in [&one, &other] {
        assert_eq!(it.status, StatusCode::SEE_OTHER, "{}", it.text());
        assert!(last.starts_with(it.location()), "{}", it.location());
    }
    assert_eq!(completions(&town, who, id), 1);
    // Two devices begin at once: one attempt.
    let start = format!("/training/courses/{id}/attempts");
    let (one, other) = tokio::join!(phone.post(&start, []), desk.post(&start, []));
    for it in [&one, &other] {
        assert!([303, 409].contains(&it.status.as_u16()), "{}", it.text());
    }
    let find = "select count(*) from attempt where person_id = $1 and ended_at is null";
    let under_way: i64 = town.read(|db| db.one(find, &[&who], |row| row.get(0))).unwrap();
    assert_eq!(under_way, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_devices_that_answer_the_last_question_at_once_finish_once() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let id = course(&town, "Working at height");
    quiz(&town, &mut owner, id, "").await;
    publish(&mut owner, id, "no").await;
    let mut phone = town.enter("gate-scanner").await;
    let path = begin(&mut phone, id).await;
    phone.post(&format!("{path}/tries"), []).await;
    let mut desk = phone.clone();
    let answers = format!("{path}/answers");
    let form = [("try", "1"), ("place", "1"), ("choice", "2")];
    let (one, other) = tokio::join!(phone.post(&answers, form), desk.post(&answers, form));
    assert_eq!((one.location(), other.location()), (path.as_str(), path.as_str()));
    assert_eq!(completions(&town, person(&town, "gate-scanner"), id), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_film_goes_on_where_it_stopped_whatever_arrives_late() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let id = course(&town, "Manual handling");
    let bytes = film(5000);
    let fields = page("Film", "").with("kind", "film");
    add(&town, &mut owner, id, &fields, &[("film", "x.mp4", &bytes)]).await;
    add(&town, &mut owner, id, &page("After", "Words"), &[]).await;
    publish(&mut owner, id, "no").await;
    let mut employee = town.enter("employee").await;
    let path = begin(&mut employee, id).await;
    let save = format!("{path}/position");
    town.app().clock.advance_seconds(600);
    let saved = employee.post(&save, [("second", "95"), ("ago", "0")]).await;
    assert_eq!(saved.status, StatusCode::NO_CONTENT);
    let shown = employee.get(&path).await;
    assert!(shown.has("data-film=\"95\"") && shown.has("<video"), "{}", shown.text());
    // What a phone without signal kept is older than what another device said since.
    employee.post(&save, [("second", "20"), ("ago", "120")]).await;
    assert!(employee.get(&path).await.has("data-film=\"95\""));
    for (second, ago) in [("-1", "0"), ("x", "0"), ("5", "x"), ("999999999", "0")] {
        let sent = employee.post(&save, [("second", second), ("ago", ago)]).await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "{second} {ago}");
    }
    let file = shown.between("src=\"/training/files/", "\"").expect("a film");
    assert_eq!(employee.get(&format!("/training/files/{file}")).await.bytes, bytes);
    go_on(&mut employee, &path).await;
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.get(&format!("/training/files/{file}")).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_is_nobody_elses_and_nobody_jumps_ahead() {
    let town = town();
    let id = two_pages(&town, "Working at height").await;
    let mut employee = town.enter("employee").await;
    let path = begin(&mut employee, id).await;
    town.app().clock.advance_seconds(60);
    let way = path.split("/lessons/").next().unwrap().to_owned();
    let find = "select l.id from lesson l join content v on v.id = l.content_id
        where v.course_id = $1 and v.number = 1 order by l.position desc limit 1";
    let last: kernel::LessonId =
        town.read(|db| db.one(find, &[&id], |row| row.get(0))).expect("a lesson");
    let ahead = format!("{way}/lessons/{last}");
    assert_eq!(employee.get(&ahead).await.status, StatusCode::NOT_FOUND);
    assert_eq!(employee.post(&ahead, []).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        employee.post(&format!("{ahead}/position"), [("second", "1"), ("ago", "0")]).await.status,
        404
    );
    for key in ["owner", "site-manager", "operator", "stranger"] {
        let mut visitor = town.enter(key).await;
        for it in [&way, &path] {
            assert_eq!(visitor.get(it).await.status, StatusCode::NOT_FOUND, "{key} {it}");
        }
        for it in ["", "/position", "/tries", "/answers"] {
            let form =
                [("second", "1"), ("ago", "0"), ("try", "1"), ("place", "1"), ("choice", "1")];
            let sent = visitor.post(&format!("{path}{it}"), form).await;
            assert_eq!(sent.status, StatusCode::NOT_FOUND, "{key} {it}");
        }
    }
    let mut owner = town.enter("owner").await;
    owner.post(&format!("/courses/{id}/archive"), []).await;
    let mut operator = town.enter("operator").await;
    let start = format!("/training/courses/{id}");
    assert_eq!(operator.get(&start).await.status, StatusCode::NOT_FOUND, "archived");
    assert_eq!(operator.post(&format!("{start}/attempts"), []).await.status, StatusCode::NOT_FOUND);
    assert_eq!(employee.get(&path).await.status, StatusCode::OK, "who has begun goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_begun_ends_with_the_version_they_began_with_or_begins_anew() {
    let town = town();
    let id = two_pages(&town, "Working at height").await;
    let mut employee = town.enter("employee").await;
    let path = begin(&mut employee, id).await;
    let mut owner = town.enter("owner").await;
    add(&town, &mut owner, id, &page("Third", "New words"), &[]).await;
    town.app().clock.advance_seconds(60);
    publish(&mut owner, id, "no").await;
    let way = path.split("/lessons/").next().unwrap();
    assert!(employee.get(&path).await.has("1 of 2"), "a minor change changes nothing");
    let again = format!("/training/courses/{id}/attempts");
    assert_eq!(employee.post(&again, [("anew", "on")]).await.location(), way, "nothing to give up");
    assert_eq!(publish(&mut owner, id, "yes").await.status, StatusCode::SEE_OTHER);
    let shown = employee.get(way).await;
    assert!(shown.has("would not count") && shown.has("name=\"anew\""), "{}", shown.text());
    let anew = employee.post(&again, [("anew", "on"), ("x", "1")]).await.location().to_owned();
    assert!(!anew.starts_with(way));
    assert!(employee.get(&anew).await.has("1 of 3"));
    assert!(employee.get(way).await.has("You began anew"));
    let form = Fields::of([("_key", "a-step-of-the-old-one")]);
    let old = employee.post_fields(&path, &form).await;
    assert_eq!(old.location(), way, "nothing comes of it");
    assert_eq!(completions(&town, person(&town, "employee"), id), 0);
    let mut next = anew;
    for _ in 0..3 {
        town.app().clock.advance_seconds(60);
        next = go_on(&mut employee, &next).await;
    }
    assert!(employee.get(&next).await.has("Course done"));
    let org = town.world.org;
    let asked = town.read(|db| crate::subjects(db, org)).unwrap();
    let asked = asked.iter().find(|it| it.id == id).unwrap().edition;
    let records = town.read(|db| crate::records(db, org, &[person(&town, "employee")])).unwrap();
    assert!(records.iter().any(|it| it.1.edition == asked), "it counts");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiz_at_the_end_ends_the_course() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let id = course(&town, "Manual handling");
    add(&town, &mut owner, id, &page("Read", "Words"), &[]).await;
    quiz(&town, &mut owner, id, "").await;
    publish(&mut owner, id, "no").await;
    let mut director = town.enter("director").await;
    let first = begin(&mut director, id).await;
    let path = go_on(&mut director, &first).await;
    director.post(&format!("{path}/tries"), []).await;
    let sent = answer(&town, &mut director, &path, true).await;
    assert_eq!(sent.location(), path);
    let result = director.get(&path).await;
    assert!(result.has("Passed") && result.has("All steps"), "{}", result.text());
    assert_eq!(completions(&town, person(&town, "director"), id), 1);
}
