//! Courses through the front door.
use axum::http::StatusCode;
use kernel::testing::{Page, Visitor};
use kernel::{AnyId, CourseId, DivisionId};
use server::testing::{Town, town};

/// Adds a course and returns its path.
async fn add(visitor: &mut Visitor, title: &str, category: &str) -> String {
    let form = [("title", title), ("category", category), ("validity", "months:12")];
    let sent = visitor.post("/courses", form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    sent.location().to_owned()
}

fn id(path: &str) -> CourseId {
    path.trim_start_matches("/courses/").parse().expect("the path of a course")
}

async fn edit<const N: usize>(
    visitor: &mut Visitor,
    path: &str,
    title: &str,
    more: [(&str, &str); N],
) -> Page {
    let mut form = kernel::Fields::of([("title", title), ("validity", "months:12")]);
    for (name, value) in more {
        form.set(name, value);
    }
    let key = format!("edit-of-a-course-{}", AnyId::new(1, kernel::Random::Machine.bytes()));
    visitor.post_fields(path, &form.with("_key", &key)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_course_is_added_found_and_archived_and_that_can_be_undone() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = add(&mut owner, "Żuraw wieżowy", "Lifting").await;
    let page = owner.get(&path).await;
    for words in ["Course added", "Żuraw wieżowy", "Lifting", "12 months", "60 days before the end"]
    {
        assert!(page.has(words), "{words}: {}", page.text());
    }
    assert!(page.has("Edition 1, from 22 Nov 2026") && page.has("Nobody has done it yet"));
    assert!(owner.get("/courses?search=zuraw").await.has("Żuraw"), "search is folded");
    assert!(owner.get("/courses?search=recznE").await.has("Manual handling"), "in any language");
    assert!(owner.get("/courses?category=lifting").await.has("Żuraw"));
    assert!(!owner.get("/courses?category=safety").await.has("Żuraw"));
    let archived = owner.post(&format!("{path}/archive"), []).await;
    assert_eq!(archived.location(), "/courses");
    let list = owner.get("/courses").await;
    assert!(list.has("Course archived") && !list.has("Żuraw"));
    let undo = list.between("action=\"/courses/", "\"").expect("a way back");
    assert!(owner.get("/courses?state=archived").await.has("Żuraw"));
    assert_eq!(owner.post(&format!("/courses/{undo}"), []).await.location(), path);
    assert!(owner.get("/courses").await.has("Żuraw"));
    let twice = owner.post(&format!("{path}/restoration"), []).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_title_is_one_course_and_a_mistake_loses_nothing() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let form = [
        ("title", "SITE INDUCTION"),
        ("description", "Everything at once"),
        ("validity", "months"),
        ("validity-number", "7"),
        ("lang-1", "uk"),
        ("title-1", "Інструктаж"),
    ];
    let again = owner.post("/courses", form).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["exists already", "Everything at once", "value=\"7\"", "Інструктаж", "#title"]
    {
        assert!(again.has(words), "{words}");
    }
    let wrong = owner.post("/courses", [("validity", "days"), ("validity-number", "0")]).await;
    assert!(wrong.has("href=\"#title\"") && wrong.has("href=\"#validity\""));
    let mut stranger = town.enter("stranger").await;
    add(&mut stranger, "Site induction", "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_goes_page_by_page() {
    let town = town();
    let (org, now) = (town.world.org, kernel::testing::MORNING);
    town.write(move |tx| {
        for at in 0..120 {
            let (course, title) = (tx.new_id::<CourseId>(), format!("course {at:03}"));
            tx.run(
                "insert into course (org_id, id, title, folded, validity, remind, made_at)
                 values ($1, $2, $3, $3, 'forever', 60, $4)",
                &[&org, &course, &title, &now],
            )?;
        }
        Ok(())
    })
    .unwrap();
    let mut owner = town.enter("owner").await;
    let mut path = "/courses?search=course".to_owned();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..3 {
        let page = owner.get(&path).await;
        let text = page.text();
        let numbers = text.split("course ").skip(1).filter_map(|it| it.get(..3));
        seen.extend(numbers.filter_map(|it| it.parse::<u32>().ok()));
        let next = text.split("href=\"").find(|it| it.contains("after=") && it.contains(">Next"));
        let Some(next) = next else { break };
        path = next.split('"').next().unwrap_or_default().replace("&amp;", "&");
    }
    assert_eq!(seen.len(), 120);
}

/// A minor edit keeps completions, a major one asks again; nothing is overwritten.
#[tokio::test(flavor = "multi_thread")]
async fn editing_asks_what_the_change_means() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = add(&mut owner, "Hot work", "").await;
    let unasked = edit(&mut owner, &path, "Hot works", []).await;
    assert_eq!(unasked.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody is asked by accident");
    assert!(unasked.has("href=\"#again\"") && unasked.has("everybody to do the course again?"));
    let minor = edit(&mut owner, &path, "Hot works", [("again", "no")]).await;
    assert_eq!(minor.location(), path);
    let page = owner.get(&path).await;
    assert!(
        page.has("Edition 2, from 22 Nov 2026: what people did still counts"),
        "{}",
        page.text()
    );
    let silent = edit(&mut owner, &path, "Hot works", [("again", "yes")]).await;
    assert!(silent.has("href=\"#what\""), "a change that asks again says what changed");
    let late = [("again", "yes"), ("what", "New permit"), ("from", "2026-12-01")];
    assert_eq!(edit(&mut owner, &path, "Hot works", late).await.location(), path);
    let page = owner.get(&path).await;
    assert!(page.has("Edition 3, from 1 Dec 2026: everybody does it again"));
    assert!(page.has("Still to come") && page.has("New permit") && page.has("Edition 1"));
    let before = [("again", "yes"), ("what", "Other"), ("from", "2026-11-30")];
    let before = edit(&mut owner, &path, "Hot works", before).await;
    assert!(before.has("comes into force later"), "editions never overtake each other");
    let course = id(&path);
    let org = town.world.org;
    let asked = |day: i64| {
        town.pass_hours(day * 24);
        let all = town.read(|db| crate::subjects(db, org)).unwrap();
        all.into_iter().find(|it| it.id == course).unwrap().edition
    };
    assert_eq!((asked(0), asked(9)), (1, 3), "from the first of December");
    assert_eq!(town.read(|db| crate::editions(db, org)).unwrap().len(), 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn subjects_say_what_the_judge_needs() {
    let town = town();
    let org = town.world.org;
    let all = town.read(|db| crate::subjects(db, org)).unwrap();
    let height = all.iter().find(|it| it.name == "Working at height").unwrap();
    assert_eq!(height.usual, Some(judge::Validity::Months(24)));
    assert_eq!((height.remind, height.edition, height.active), (60, 2, true));
    let other = town.world.other;
    assert!(town.read(|db| crate::subjects(db, other)).unwrap().is_empty());
}

/// §8: owner, administrator and the editor of roles and courses change them, others look; nobody sees those of others.
#[tokio::test(flavor = "multi_thread")]
async fn courses_are_kept_by_a_few_and_seen_by_the_office() {
    let town = town();
    let mut editor = town.enter("courses-editor").await;
    let path = add(&mut editor, "Hot work", "").await;
    for key in ["health-and-safety", "site-manager", "people-editor", "team-manager", "director"] {
        let mut looks = town.enter(key).await;
        let page = looks.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{key}");
        assert!(!page.has(&format!("{path}/edit")), "{key}");
        assert_eq!(looks.get("/courses/new").await.status, StatusCode::FORBIDDEN, "{key}");
        assert_eq!(edit(&mut looks, &path, "x", []).await.status, StatusCode::FORBIDDEN);
        let archive = looks.post(&format!("{path}/archive"), []).await;
        assert_eq!(archive.status, StatusCode::FORBIDDEN, "{key}");
    }
    for key in ["engineer", "supervisor", "operator", "gate-scanner", "employee"] {
        assert_eq!(town.enter(key).await.get(&path).await.status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    for address in [path.clone(), format!("{path}/edit"), format!("{path}/completions")] {
        assert_eq!(stranger.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    let foreign = edit(&mut stranger, &path, "Mine", [("again", "no")]).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    assert!(!stranger.get("/courses").await.has("Hot work"));
}

/// A course belongs to no division: an editor of one division out of several does not change what all others use.
#[tokio::test(flavor = "multi_thread")]
async fn an_editor_of_another_division_looks_only() {
    let town: Town = town();
    let (org, account) = (town.world.org, town.persona("courses-editor").account);
    town.write(move |tx| {
        let east: DivisionId = tx.new_id();
        let put = "insert into division (org_id, id, name, folded, is_default) values ($1, $2, 'East', 'east', $3)";
        tx.run(put, &[&org, &east, &false])?;
        let put = "update role_grant set division_id = $3 where org_id = $1 and account_id = $2";
        tx.run(put, &[&org, &account, &east]).map(drop)
    })
    .unwrap();
    let mut editor = town.enter("courses-editor").await;
    let page = editor.get("/courses").await;
    assert!(page.has("Site induction") && !page.has("href=\"/courses/new\""));
    assert_eq!(editor.get("/courses/new").await.status, StatusCode::FORBIDDEN);
    let refused = editor.post("/courses", [("title", "x"), ("validity", "forever")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_change_of_a_course_is_in_the_log() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = add(&mut owner, "Hot work", "").await;
    edit(&mut owner, &path, "Hot works", [("again", "no")]).await;
    edit(&mut owner, &path, "Hot works", [("again", "no")]).await;
    owner.post(&format!("{path}/archive"), []).await;
    let subject: AnyId = id(&path).cast();
    let told: Vec<String> = town
        .read(|db| {
            let find = "select what from entry where subject_id = $1 order by seq";
            db.all(find, &[&subject], |row| row.get(0))
        })
        .unwrap();
    let wanted = ["course.created", "course.updated", "course.archived"];
    assert_eq!(told, wanted, "what changes nothing is no change");
}
