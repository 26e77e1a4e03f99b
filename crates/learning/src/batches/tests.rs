//! Recording for many at once, through the front door.
use axum::http::StatusCode;
use kernel::testing::{Page, Visitor};
use kernel::{CourseId, Fields, PersonId};
use server::testing::{Town, town};

fn course(town: &Town, title: &str) -> CourseId {
    let org = town.world.org;
    let all = town.read(|db| crate::subjects(db, org)).expect("courses");
    all.into_iter().find(|it| it.name == title).expect("a course").id
}

fn person(town: &Town, key: &str) -> PersonId {
    let account = town.persona(key).account;
    let find = "select person_id from member where account_id = $1";
    town.read(|db| db.one(find, &[&account], |row| row.get(0))).expect("a person")
}

fn rows(town: &Town) -> i64 {
    town.read(|db| db.one("select count(*) from completion", &[], |row| row.get(0))).unwrap()
}

async fn send(visitor: &mut Visitor, course: CourseId, what: &str, people: &str) -> Page {
    let form = [("do", what), ("people", people), ("done", "2026-11-20"), ("provider", "Dockside")];
    visitor.post(&format!("/courses/{course}/completions"), form).await
}

const LIST: &str = "Emil Karlsson; employee@harbour.example\nOPERATOR@harbour.example\n\
    employee@harbour.example\nnobody@harbour.example";

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_list_is_told_line_by_line_before_anything_is_written() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let what = course(&town, "Site induction");
    let before = rows(&town);
    let checked = send(&mut owner, what, "check", LIST).await;
    assert_eq!(checked.status, StatusCode::OK, "{}", checked.text());
    for words in
        ["Emil Karlsson", "Oskar Lind", "Named twice", "Nobody you record", "Record for 2 people"]
    {
        assert!(checked.has(words), "{words}: {}", checked.text());
    }
    assert_eq!(rows(&town), before, "nothing is written yet");
    let back = send(&mut owner, what, "edit", LIST).await;
    assert!(back.has("nobody@harbour.example") && back.has("Dockside"), "the form is filled in");
    let saved = send(&mut owner, what, "save", LIST).await;
    assert_eq!(saved.location(), format!("/courses/{what}/completions"), "{}", saved.text());
    let list = owner.follow(&saved).await;
    assert!(list.has("Course recorded for 2 people") && list.has("20 Nov 2026"));
    assert_eq!(rows(&town), before + 2);
    let again = send(&mut owner, what, "save", LIST).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "all are recorded already");
    let again = send(&mut owner, what, "check", LIST).await;
    assert!(again.has("Recorded for 20 Nov 2026 already") && !again.has("value=\"save\""));
    assert_eq!(rows(&town), before + 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn earlier_records_are_pasted_with_their_own_dates() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let what = course(&town, "Site induction");
    let path = format!("/courses/{what}/completions");
    let list = "employee@harbour.example; 14.3.2024; 13.3.2025\noperator@harbour.example; 2023-05-02\n\
        engineer@harbour.example; 2027-01-01";
    let checked = owner.post(&path, [("do", "check"), ("people", list)]).await;
    for words in ["Done 14 Mar 2024", "Done 2 May 2023", "1 Jan 2027 is still to come"] {
        assert!(checked.has(words), "{words}: {}", checked.text());
    }
    let saved = owner.post(&path, [("do", "save"), ("people", list)]).await;
    assert_eq!(saved.location(), path, "{}", saved.text());
    let emil = person(&town, "employee");
    let page = owner.get(&format!("/people/{emil}/completions")).await;
    assert!(page.has("Ended 13 Mar 2025") && page.has("Holds until 6 May 2027"), "{}", page.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_found_by_name_and_ticks_are_kept() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let what = course(&town, "Site induction");
    let path = format!("/courses/{what}/completions");
    let emil = person(&town, "employee").to_string();
    let found = owner.post(&path, [("do", "find"), ("search", "emil")]).await;
    assert!(found.has(&format!("value=\"{emil}\"")) && !found.has("Oskar Lind"));
    let more = owner.post(&path, [("do", "find"), ("search", "oskar"), ("id", &emil)]).await;
    assert!(more.has("Oskar Lind") && more.has("Emil Karlsson"), "both are there to tick");
    let form = [("do", "save"), ("id", &*emil), ("done", "2026-11-20")];
    assert_eq!(owner.post(&path, form).await.status, StatusCode::SEE_OTHER);
    let person = owner.get(&format!("/people/{emil}/completions")).await;
    assert!(person.has("Done 20 Nov 2026"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_without_people_or_day_comes_back_filled_in() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let path = format!("/courses/{}/completions", course(&town, "Site induction"));
    let page = owner.post(&path, [("note", "At the quay")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["href=\"#people\"", "href=\"#done\"", "At the quay"] {
        assert!(page.has(words), "{words}");
    }
}

/// H-S10: a team manager records for the own teams only.
#[tokio::test(flavor = "multi_thread")]
async fn a_team_manager_records_for_the_own_team_only() {
    let town = town();
    let (org, inside) = (town.world.org, person(&town, "operator"));
    town.write(move |tx| {
        let put = "insert into team_member (org_id, team_id, person_id)
                   select org_id, id, $2 from team where org_id = $1";
        tx.run(put, &[&org, &inside]).map(drop)
    })
    .unwrap();
    let mut manager = town.enter("team-manager").await;
    let what = course(&town, "Site induction");
    let form = manager.get(&format!("/courses/{what}/completions/new")).await;
    assert!(form.has("Oskar Lind") && !form.has("Emil Karlsson"), "the own team is offered");
    let checked = send(&mut manager, what, "check", LIST).await;
    assert!(checked.has("Oskar Lind") && checked.has("Record for 1 person"), "{}", checked.text());
    assert!(!checked.has(">Emil Karlsson<"), "not even by name");
    let (before, emil) = (rows(&town), person(&town, "employee").to_string());
    let path = format!("/courses/{what}/completions");
    let forged = [("do", "save"), ("id", &*emil), ("done", "2026-11-20")];
    let forged = manager.post(&path, forged).await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!forged.has("Emil Karlsson"));
    assert_eq!(rows(&town), before);
    assert_eq!(send(&mut manager, what, "save", LIST).await.status, StatusCode::SEE_OTHER);
    assert_eq!(rows(&town), before + 1);
    let list = manager.get(&path).await;
    assert!(list.has("Oskar Lind") && !list.has("Emil Karlsson"), "within reach only");
}

#[tokio::test(flavor = "multi_thread")]
async fn others_record_for_nobody() {
    let town = town();
    let what = course(&town, "Site induction");
    let before = rows(&town);
    for key in ["site-manager", "health-and-safety", "director", "courses-editor", "employee"] {
        let mut visitor = town.enter(key).await;
        let new = visitor.get(&format!("/courses/{what}/completions/new")).await;
        assert_eq!(new.status, StatusCode::FORBIDDEN, "{key}");
        assert_eq!(send(&mut visitor, what, "save", LIST).await.status, StatusCode::FORBIDDEN);
    }
    let mut stranger = town.enter("stranger").await;
    assert_eq!(send(&mut stranger, what, "save", LIST).await.status, StatusCode::NOT_FOUND);
    let own = stranger.post("/courses", [("title", "Ours"), ("validity", "forever")]).await;
    let path = format!("{}/completions", own.location());
    let sent =
        stranger.post(&path, [("do", "check"), ("people", LIST), ("done", "2026-11-20")]).await;
    assert!(!sent.has("Emil Karlsson<") && sent.has("nobody to record"), "{}", sent.text());
    assert_eq!(rows(&town), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_at_once_are_recorded_in_one_go() {
    let town = town();
    town.crowd(600);
    let (org, what) = (town.world.org, course(&town, "Site induction"));
    let addresses: Vec<String> = town
        .read(|db| {
            let find = "select email from person where org_id = $1 and email is not null order by email limit 500";
            db.all(find, &[&org], |row| row.get(0))
        })
        .unwrap();
    let mut owner = town.enter("owner").await;
    let before = rows(&town);
    let form =
        Fields::of([("do", "save"), ("done", "2026-11-19"), ("_key", "five-hundred-at-once")]);
    let form = form.with("people", &addresses.join("\n"));
    let saved = owner.post_fields(&format!("/courses/{what}/completions"), &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    assert_eq!(rows(&town), before + 500);
    let twin = owner.post_fields(&format!("/courses/{what}/completions"), &form).await;
    assert_eq!(twin.status, StatusCode::SEE_OTHER, "sent twice, done once");
    assert_eq!(rows(&town), before + 500);
    let list = owner.get(&format!("/courses/{what}/completions")).await;
    assert!(list.has("after=") && list.statements <= Some(6), "{:?}", list.statements);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_recorded_for_an_archived_course() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let what = course(&town, "Site induction");
    owner.post(&format!("/courses/{what}/archive"), []).await;
    assert_eq!(send(&mut owner, what, "save", LIST).await.status, StatusCode::CONFLICT);
    let page = owner.get(&format!("/courses/{what}")).await;
    assert!(!page.has("Record completions") && page.has("This course is archived"));
    assert!(owner.get(&format!("/courses/{what}/completions")).await.has("Emil Karlsson"));
}
