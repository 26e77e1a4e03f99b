//! Quizzes through the front door: what is sent ahead, how they are graded, and what happens when tries are used up.
use axum::http::StatusCode;
use kernel::testing::{Page, Visitor};
use kernel::{AttemptId, Fields, LessonId};
use server::testing::{Town, town};

use super::model::{read_numbers, write_numbers};
use crate::attempts::tests::{begin, go_on};
use crate::lessons::tests::{add, course, page, publish, quiz};

/// Answers the question on a page, rightly or wrongly, as the database knows.
pub async fn answer(town: &Town, visitor: &mut Visitor, path: &str, rightly: bool) -> Page {
    let shown = visitor.get(path).await;
    let field = |name: &str| {
        let before = format!("name=\"{name}\" value=\"");
        shown.between(&before, "\"").unwrap_or_else(|| panic!("{name}: {}", shown.text()))
    };
    let (number, place) = (field("try"), field("place"));
    let form = Fields::of([("try", &number), ("place", &place)]);
    let at: i64 = place.parse().unwrap();
    let (attempt, lesson) = ids(path);
    let find = "select a.shown, a.question_id, t.content_id from quiz_answer a join quiz_try q on q.id = a.try_id
        join attempt t on t.id = q.attempt_id
        where q.attempt_id = $1 and q.lesson_id = $2 and q.graded_at is null and a.position = $3";
    let (order, question, content) = town
        .read(|db| {
            db.one(find, &[&attempt, &lesson, &at], |row| {
                let order: String = row.get(0)?;
                Ok((
                    read_numbers(&order),
                    row.get::<kernel::QuestionId>(1)?,
                    row.get::<kernel::ContentId>(2)?,
                ))
            })
        })
        .expect("a question");
    let find =
        "select position from choice where content_id = $1 and question_id = $2 and is_right = $3";
    let right: Vec<i64> = town
        .read(|db| db.all(find, &[&content, &question, &rightly], |row| row.get(0)))
        .expect("answers");
    let mut form = form.with("_key", &format!("answer-{number}-{place}-{}", write_numbers(&order)));
    let chosen: Vec<i64> = if rightly { right } else { right.into_iter().take(1).collect() };
    for it in chosen {
        let shown_at = order.iter().position(|other| *other == it).expect("an answer") + 1;
        form = form.and("choice", &shown_at.to_string());
    }
    visitor.post_fields(&format!("{path}/answers"), &form).await
}

fn ids(path: &str) -> (AttemptId, LessonId) {
    let parts: Vec<&str> = path.split('/').collect();
    (parts[3].parse().unwrap(), parts[5].parse().unwrap())
}

/// The explanations of the told quiz.
const EXPLAINED: [&str; 6] = [
    "has to be looked for",
    "Headphones keep you",
    "Tools can be replaced",
    "Ways out and assembly",
    "A load can fall",
    "nobody is blamed for it",
];

/// Fails when a page says more than the question and its answers.
fn tells_nothing(shown: &Page) {
    let text = shown.text();
    for word in EXPLAINED.into_iter().chain(["is_right", "data-right", "correct", "checked"]) {
        assert!(!text.contains(word), "{word}");
    }
    let values: Vec<&str> = text
        .split("name=\"choice\" value=\"")
        .skip(1)
        .filter_map(|it| it.split('"').next())
        .collect();
    let places: Vec<String> = (1..=values.len()).map(|it| it.to_string()).collect();
    assert_eq!(values, places, "an answer is named by where it stands");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_says_what_is_right_before_it_was_answered() {
    let town = town();
    let mut operator = town.enter("operator").await;
    let id = course(&town, "Site induction");
    let mut path = begin(&mut operator, id).await;
    for _ in 0..2 {
        town.app().clock.advance_seconds(20);
        path = go_on(&mut operator, &path).await;
    }
    let rules = operator.get(&path).await;
    assert!(
        rules.has("4 questions") && rules.has("75 % right") && rules.has("3 tries"),
        "{}",
        rules.text()
    );
    assert_eq!(operator.post(&format!("{path}/tries"), []).await.location(), path);
    let again = operator.post(&format!("{path}/tries"), [("x", "1")]).await;
    assert_eq!(again.location(), path, "one try at a time");
    for at in 1..=4 {
        let shown = operator.get(&path).await;
        assert!(shown.has(&format!("Question {at} of 4")), "{}", shown.text());
        tells_nothing(&shown);
        let sent = answer(&town, &mut operator, &path, at > 3).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    }
    let result = operator.get(&path).await;
    assert!(result.has("Not passed yet") && result.has("25 % right") && result.has("2 tries left"));
    assert!(result.has("Answered wrongly"));
    assert_eq!(
        EXPLAINED.iter().filter(|it| result.has(it)).count(),
        3,
        "of the wrong ones: {}",
        result.text()
    );
    operator.post(&format!("{path}/tries"), [("y", "1")]).await;
    for _ in 0..4 {
        answer(&town, &mut operator, &path, true).await;
    }
    let result = operator.get(&path).await;
    assert!(result.has("Passed") && result.has("100 % right"), "{}", result.text());
    let late = operator
        .post(&format!("{path}/answers"), [("try", "2"), ("place", "1"), ("choice", "1")])
        .await;
    assert_eq!(late.location(), path, "what comes late changes nothing");
    let mut owner = town.enter("owner").await;
    let person = crate::attempts::tests::person(&town, "operator");
    let record = owner.get(&format!("/people/{person}/completions")).await;
    for words in ["Courses taken here", "try 1, 25 %", "try 2, 100 %, passed"] {
        assert!(record.has(words), "{words}: {}", record.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_given_once_and_one_has_to_be_given() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let id = course(&town, "Manual handling");
    quiz(&town, &mut owner, id, "").await;
    publish(&mut owner, id, "no").await;
    let mut employee = town.enter("employee").await;
    let path = begin(&mut employee, id).await;
    let skip = employee.post(&path, []).await;
    assert_eq!(skip.status, StatusCode::CONFLICT, "a quiz is not finished by a button");
    employee.post(&format!("{path}/tries"), []).await;
    let answers = format!("{path}/answers");
    for (choice, status) in [("", 422), ("3", 422), ("0", 422), ("x", 422)] {
        let form = [("try", "1"), ("place", "1"), ("choice", choice)];
        assert_eq!(employee.post(&answers, form).await.status, status, "{choice}");
    }
    let empty = employee.post(&answers, [("try", "1"), ("place", "1")]).await;
    assert!(empty.has("Choose an answer") && empty.has("href=\"#choice\""), "{}", empty.text());
    assert_eq!(employee.post(&answers, [("try", "1"), ("place", "9")]).await.status, 404);
    let two = Fields::of([("try", "1"), ("place", "1"), ("_key", "two-answers-at-once")]);
    let two = employee.post_fields(&answers, &two.and("choice", "1").and("choice", "2")).await;
    assert_eq!(two.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = Fields::of([
        ("try", "1"),
        ("place", "1"),
        ("choice", "1"),
        ("_key", "the-wrong-one-of-two"),
    ]);
    for _ in 0..2 {
        assert_eq!(employee.post_fields(&answers, &form).await.location(), path);
    }
    let right = employee.post(&answers, [("try", "1"), ("place", "1"), ("choice", "2")]).await;
    assert_eq!(right.location(), path);
    assert!(employee.get(&path).await.has("Not passed yet"), "the first answer stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_used_all_tries_gets_another_from_the_office_only() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let id = course(&town, "Manual handling");
    add(&town, &mut owner, id, &page("Read this", "Words"), &[]).await;
    let lesson = quiz(&town, &mut owner, id, "1").await;
    publish(&mut owner, id, "no").await;
    let mut employee = town.enter("employee").await;
    let first = begin(&mut employee, id).await;
    let path = go_on(&mut employee, &first).await;
    employee.post(&format!("{path}/tries"), []).await;
    answer(&town, &mut employee, &path, false).await;
    let stuck = employee.get(&path).await;
    assert!(stuck.has("Ask the office for one more") && !stuck.has("/tries\""), "{}", stuck.text());
    assert_eq!(
        employee.post(&format!("{path}/tries"), [("x", "1")]).await.status,
        StatusCode::CONFLICT
    );
    let attempt = ids(&path).0;
    let more = format!("/attempts/{attempt}/lessons/{lesson}/further-try");
    for (key, status) in [("employee", 403), ("people-viewer", 403), ("stranger", 404)] {
        let sent = town.enter(key).await.post(&more, []).await;
        assert_eq!(sent.status, status, "{key}");
    }
    let person = crate::attempts::tests::person(&town, "employee");
    let record = format!("/people/{person}/completions");
    assert!(owner.get(&record).await.has(&format!("action=\"{more}\"")));
    assert_eq!(owner.post(&more, []).await.location(), record);
    assert!(!owner.get(&record).await.has("further-try"), "one more is one more");
    assert!(employee.get(&path).await.has("1 try left"));
    employee.post(&format!("{path}/tries"), [("y", "1")]).await;
    answer(&town, &mut employee, &path, true).await;
    assert!(employee.get("/training").await.has("Manual handling"));
    let way = employee.get(&format!("/training/attempts/{attempt}")).await;
    assert!(way.has("Course done"), "{}", way.text());
}
