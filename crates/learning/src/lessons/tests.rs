//! Lessons through the front door: how they are made, what is refused, and what a version is.
use axum::body::Body;
use axum::http::{Request, StatusCode};
use kernel::file::drawing;
use kernel::testing::{File, Page, Visitor};
use kernel::{CourseId, Fields, LessonId};
use server::testing::{Town, town};

/// A course of the told world.
pub fn course(town: &Town, title: &str) -> CourseId {
    let org = town.world.org;
    let all = town.read(|db| crate::subjects(db, org)).expect("courses");
    all.into_iter().find(|it| it.name == title).expect("a course").id
}

/// What stands first in a film.
pub fn film(size: usize) -> Vec<u8> {
    let mut bytes = b"\0\0\0\x18ftypmp42".to_vec();
    bytes.extend((0..size).map(|it| u8::try_from(it % 251).unwrap_or_default()));
    bytes
}

/// Adds a lesson to a draft, and says which it is.
pub async fn add(
    town: &Town,
    visitor: &mut Visitor,
    course: CourseId,
    fields: &Fields,
    files: &[File<'_>],
) -> LessonId {
    let sent = visitor.upload(&format!("/courses/{course}/lessons"), fields, files).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let org = town.world.org;
    let find = "select l.id from lesson l join content v on v.id = l.content_id
        where l.org_id = $1 and v.course_id = $2 and v.number = 0 order by l.position desc limit 1";
    town.read(|db| db.one(find, &[&org, &course], |row| row.get(0))).expect("a lesson")
}

pub fn page(title: &str, words: &str) -> Fields {
    Fields::of([("kind", "page"), ("title", title), ("words", words)])
}

pub async fn publish(visitor: &mut Visitor, course: CourseId, again: &str) -> Page {
    let form = [("again", again), ("what", "New rules"), ("open", "on")];
    visitor.post(&format!("/courses/{course}/publication"), form).await
}

/// A quiz with one question, whose second answer is right.
pub async fn quiz(town: &Town, visitor: &mut Visitor, course: CourseId, tries: &str) -> LessonId {
    let fields = Fields::of([
        ("kind", "quiz"),
        ("title", "Questions"),
        ("pass", "100"),
        ("tries", tries),
        ("explains", "on"),
    ]);
    let quiz = add(town, visitor, course, &fields, &[]).await;
    let fields = Fields::of([
        ("kind", "single"),
        ("words", "Which way?"),
        ("choice-1", "Left"),
        ("choice-2", "Straight on"),
        ("right-2", "on"),
        ("explanation", "The sign says so."),
    ]);
    let sent = visitor.upload(&format!("/lessons/{quiz}/questions"), &fields, &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    quiz
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_has_pictures_and_a_draft_is_published_when_it_is_ready() {
    let town = town();
    let mut editor = town.enter("courses-editor").await;
    let id = course(&town, "Manual handling");
    let path = format!("/courses/{id}/lessons");
    assert!(editor.get(&format!("/courses/{id}")).await.has(&format!("href=\"{path}\"")));
    assert!(editor.get(&path).await.has("No lessons yet"));
    let none = publish(&mut editor, id, "no").await;
    assert!(none.status == StatusCode::UNPROCESSABLE_ENTITY && none.has("Add a lesson first"));

    let photo = drawing(2);
    let fields =
        page("Lift with your legs", "Bend your **knees**.").with("alt", "Somebody lifting");
    let first = add(&town, &mut editor, id, &fields, &[("picture", "x.jpg", &photo)]).await;
    let edit = editor.get(&format!("/lessons/{first}/edit")).await;
    assert!(edit.has("![Somebody lifting](picture:"), "{}", edit.text());
    let shown = editor.get(&format!("/lessons/{first}")).await;
    assert!(shown.has("<strong>knees</strong>") && shown.has("alt=\"Somebody lifting\""));
    let file = shown.between("src=\"/lesson-files/", "\"").expect("the picture");
    assert_eq!(
        editor.get(&format!("/lesson-files/{file}")).await.headers["content-type"],
        "image/jpeg"
    );

    let bytes = film(9000);
    let fields = Fields::of([("kind", "film"), ("title", "Watch this"), ("words", "Words of it")]);
    let second = add(&town, &mut editor, id, &fields, &[("film", "x.mp4", &bytes)]).await;
    assert!(editor.get(&format!("/lessons/{second}")).await.has("<video"));
    let empty = Fields::of([("kind", "quiz"), ("title", "No questions"), ("pass", "80")]);
    let third = add(&town, &mut editor, id, &empty, &[]).await;
    let refused = publish(&mut editor, id, "no").await;
    assert!(refused.has("Some lessons are not ready") && refused.has("Has no questions yet"));

    editor.post(&format!("/lessons/{third}/removal"), []).await;
    assert_eq!(publish(&mut editor, id, "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(publish(&mut editor, id, "no").await.location(), path);
    let list = editor.get(&path).await;
    assert!(
        list.has("Version 1 was published") && list.has("Version 1, edition 2"),
        "{}",
        list.text()
    );
    assert!(editor.get(&format!("/courses/{id}")).await.has("what people did still counts"));
    town.app().clock.advance_seconds(60);
    editor.upload(&format!("/lessons/{first}"), &page("Lift", "Other words"), &[]).await;
    assert!(editor.get(&path).await.has("has changed since"));
    let mut employee = town.enter("employee").await;
    assert!(employee.get("/training").await.has("Manual handling"));
    let start = employee.get(&format!("/training/courses/{id}")).await;
    assert!(
        start.has("Lift with your legs") && !start.has("Other words"),
        "a version stays as it was"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn lessons_are_ordered_removed_and_brought_back() {
    let town = town();
    let mut editor = town.enter("courses-editor").await;
    let id = course(&town, "Manual handling");
    let path = format!("/courses/{id}/lessons");
    add(&town, &mut editor, id, &page("Lift with your legs", "Words"), &[]).await;
    let second = add(&town, &mut editor, id, &page("Watch this", "Words"), &[]).await;
    let removed = editor.post(&format!("/lessons/{second}/removal"), []).await;
    assert_eq!(removed.location(), path);
    let list = editor.get(&path).await;
    assert!(!list.has("Watch this<") && list.has(&format!("/lessons/{second}/restoration")));
    editor.post(&format!("/lessons/{second}/restoration"), []).await;
    assert!(editor.get(&path).await.has("Watch this"));
    let twice = editor.post(&format!("/lessons/{second}/restoration"), [("x", "1")]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    editor.post(&format!("/lessons/{second}/order"), [("way", "up")]).await;
    let text = editor.get(&path).await.text();
    assert!(text.find("Watch this") < text.find("Lift with your legs"), "moved up");
    let beyond =
        editor.post(&format!("/lessons/{second}/order"), [("way", "up"), ("x", "1")]).await;
    assert_eq!(beyond.location(), path, "the first stays the first");
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_words_are_words_and_hostile_files_are_refused() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let id = course(&town, "Manual handling");
    let path = format!("/courses/{id}/lessons");
    let words = "<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n\
                 ![y](https://evil.example/track.gif)";
    let lesson = add(&town, &mut owner, id, &page("<b>Bold</b>", words), &[]).await;
    let shown = owner.get(&format!("/lessons/{lesson}")).await;
    for bad in
        ["<script>alert", "<img src=x", "href=\"javascript", "evil.example/track.gif\"", "<b>Bold"]
    {
        assert!(!shown.has(bad), "{bad}: {}", shown.text());
    }
    assert!(shown.has("&lt;script&gt;alert(1)"));
    let svg: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    let active = b"%PDF-1.4\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n%%EOF".as_slice();
    let cases: [(&str, &str, &[u8], &str); 6] = [
        ("page", "picture", svg, "Only PDF, JPG and PNG"),
        ("document", "document", svg, "Only PDF, JPG and PNG"),
        ("document", "document", &drawing(1), "Choose a PDF"),
        ("document", "document", active, "id=\"document-error\""),
        ("film", "film", b"<html><script>alert(1)</script></html>", "Only MP4 and WebM"),
        ("film", "film", b"ftyp", "Only MP4 and WebM"),
    ];
    let kept = town.app().blobs.names().unwrap().len();
    for (kind, field, bytes, said) in cases {
        let fields =
            page("A title that stays", "Words").with("kind", kind).with("alt", "What it is");
        let refused = owner.upload(&path, &fields, &[(field, "x", bytes)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
        assert!(
            refused.has(said) && refused.has("A title that stays"),
            "{kind}: {}",
            refused.text()
        );
    }
    assert_eq!(town.app().blobs.names().unwrap().len(), kept, "nothing of it is kept");
    let fields = page("Empty", "").with("kind", "film");
    let missing = owner.upload(&path, &fields, &[]).await;
    assert!(missing.has("Choose a file"));
    let without = owner.upload(&path, &page("A", "B"), &[("picture", "x", &drawing(1))]).await;
    assert!(without.has("Say what the picture shows"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_film_comes_in_pieces_and_is_not_sent_twice() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let id = course(&town, "Manual handling");
    let bytes = film(300_000);
    let fields = page("Film", "").with("kind", "film");
    let lesson = add(&town, &mut owner, id, &fields, &[("film", "x.mp4", &bytes)]).await;
    let shown = owner.get(&format!("/lessons/{lesson}")).await;
    let path = format!("/lesson-files/{}", shown.between("/lesson-files/", "\"").expect("a film"));
    let whole = owner.get(&path).await;
    assert_eq!((whole.status, &whole.bytes[..]), (StatusCode::OK, &bytes[..]));
    assert_eq!(whole.headers["content-type"], "video/mp4");
    assert_eq!(whole.headers["accept-ranges"], "bytes");
    assert_eq!(whole.headers["x-content-type-options"], "nosniff");
    let mark = whole.headers["etag"].to_str().unwrap().to_owned();
    let piece =
        owner.send(Request::get(&path).header("range", "bytes=1000-1999"), Body::empty()).await;
    assert_eq!(piece.status, StatusCode::PARTIAL_CONTENT);
    assert_eq!(piece.headers["content-range"], format!("bytes 1000-1999/{}", bytes.len()));
    assert_eq!(
        (&piece.bytes[..], piece.headers["content-length"].to_str().unwrap()),
        (&bytes[1000..2000], "1000")
    );
    let same = Request::get(&path).header("range", "bytes=-10").header("if-range", &mark);
    assert_eq!(owner.send(same, Body::empty()).await.bytes, bytes[bytes.len() - 10..]);
    let other = Request::get(&path).header("range", "bytes=0-9").header("if-range", "\"other\"");
    assert_eq!(owner.send(other, Body::empty()).await.status, StatusCode::OK);
    let beyond = Request::get(&path).header("range", "bytes=900000-");
    let beyond = owner.send(beyond, Body::empty()).await;
    assert_eq!(beyond.status, StatusCode::RANGE_NOT_SATISFIABLE);
    let known = Request::get(&path).header("if-none-match", &mark);
    let known = owner.send(known, Body::empty()).await;
    assert_eq!((known.status, known.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_those_who_change_courses_change_lessons() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let id = course(&town, "Manual handling");
    let photo = drawing(3);
    let fields = page("Draft", "Secret words").with("alt", "A sign");
    let lesson = add(&town, &mut owner, id, &fields, &[("picture", "x.jpg", &photo)]).await;
    let quiz = quiz(&town, &mut owner, id, "").await;
    let shown = owner.get(&format!("/lessons/{lesson}")).await;
    let file = shown.between("/lesson-files/", "\"").expect("a picture");
    let question = owner.get(&format!("/lessons/{quiz}/edit")).await;
    let question = question.between("/questions/", "/edit").expect("a question");
    let looks = [
        format!("/courses/{id}/lessons"),
        format!("/lessons/{lesson}"),
        format!("/lessons/{lesson}/edit"),
        format!("/questions/{question}/edit"),
        format!("/lesson-files/{file}"),
    ];
    let writes = [
        format!("/courses/{id}/publication"),
        format!("/lessons/{lesson}/removal"),
        format!("/lessons/{lesson}/order"),
        format!("/questions/{question}/removal"),
    ];
    for (key, status) in [
        ("stranger", StatusCode::NOT_FOUND),
        ("employee", StatusCode::FORBIDDEN),
        ("people-viewer", StatusCode::FORBIDDEN),
    ] {
        let mut visitor = town.enter(key).await;
        for path in &looks {
            assert_eq!(visitor.get(path).await.status, status, "{key} {path}");
        }
        for path in &writes {
            assert_eq!(visitor.post(path, []).await.status, status, "{key} {path}");
        }
        let sent = visitor.upload(&format!("/lessons/{lesson}"), &page("X", "Y"), &[]).await;
        assert_eq!(sent.status, status, "{key}");
        let own = visitor.get(&format!("/training/files/{file}")).await;
        assert_eq!(own.status, StatusCode::NOT_FOUND, "{key}: a draft is nobody's to take");
    }
    publish(&mut owner, id, "no").await;
    for (key, status) in [("employee", StatusCode::OK), ("stranger", StatusCode::NOT_FOUND)] {
        let mut visitor = town.enter(key).await;
        assert_eq!(visitor.get(&format!("/training/files/{file}")).await.status, status, "{key}");
        let start = visitor.get(&format!("/training/courses/{id}")).await;
        assert_eq!(start.status, status, "{key}");
    }
    let removed = owner.post(&format!("/questions/{question}/removal"), []).await;
    assert_eq!(removed.location(), format!("/lessons/{quiz}/edit"));
    owner.post(&format!("/questions/{question}/restoration"), []).await;
    assert!(owner.get(&format!("/lessons/{quiz}/edit")).await.has("Which way?"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_comes_back_filled_in_and_keeps_its_pictures() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let id = course(&town, "Manual handling");
    let quiz = quiz(&town, &mut owner, id, "").await;
    let path = format!("/lessons/{quiz}/questions");
    let form = Fields::of([
        ("kind", "pictures"),
        ("words", "Which sign?"),
        ("choice-1", "Blue"),
        ("choice-2", "Red"),
    ]);
    let refused = owner.upload(&path, &form, &[("picture-1", "a", &drawing(0))]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("Which sign?") && refused.has("Choose a picture"), "{}", refused.text());
    let (blue, red) = (drawing(0), drawing(1));
    let files: [File<'_>; 2] = [("picture-1", "a", &blue), ("picture-2", "b", &red)];
    let sent = owner.upload(&path, &form.with("right-2", "on"), &files).await;
    assert_eq!(sent.location(), format!("/lessons/{quiz}/edit"), "{}", sent.text());
    let all = owner.get(&format!("/lessons/{quiz}")).await.text();
    let pictures = all.matches("src=\"/lesson-files/").count();
    assert_eq!(pictures, 2, "{all}");
    let edit = owner.get(&format!("/lessons/{quiz}/edit")).await.text();
    let id = edit.split("/questions/").filter_map(|it| it.split_once("/edit")).last().unwrap().0;
    let changed = form.with("right-1", "on").with("words", "Which one?");
    let sent = owner.upload(&format!("/questions/{id}"), &changed, &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "the pictures stay: {}", sent.text());
    let all = owner.get(&format!("/lessons/{quiz}")).await;
    assert!(all.has("Which one?") && all.text().matches("src=\"/lesson-files/").count() == 2);
}
