//! Profile access through the front door (H-M1…H-M10, H-E1…H-E9).
use axum::http::StatusCode;
use kernel::testing::{Page, Visitor};
use kernel::{OrgId, PersonId};
use server::testing::{Town, town};

const PASSWORD: &str = "seven grey cranes";
const ADDRESS: &str = "nadia@harbour.example";

/// An employee without an account, and the path of the switch.
fn nadia(town: &Town, email: Option<&'static str>) -> (PersonId, String) {
    let (org, division) = (town.world.org, town.world.division);
    let person = town
        .write(move |tx| {
            crate::persons::store::insert_employee(tx, org, division, "Nadia Farah", email)
        })
        .unwrap();
    (person, format!("/people/{person}/profile-access"))
}

fn change(town: &Town, sql: &'static str, org: OrgId, person: PersonId) {
    town.write(move |tx| {
        assert_eq!(tx.run(sql, &[&org, &person])?, 1);
        let event = kernel::Event::new(org, "person.updated", "person", person).about(person);
        tx.record(&event)
    })
    .unwrap();
}

async fn switch(visitor: &mut Visitor, path: &str, on: &str) -> Page {
    visitor.post(path, [("on", on)]).await
}

fn link(page: &Page) -> String {
    let link = page.between("https://gatepass.test/invitation/", "\"").expect("a link");
    format!("/invitation/{link}")
}

/// Switches access on and accepts.
async fn let_in(town: &Town, editor: &mut Visitor, path: &str) -> Visitor {
    assert_eq!(switch(editor, path, "true").await.status, StatusCode::SEE_OTHER);
    let link = link(&editor.get(path).await);
    let mut person = town.visitor();
    let joined = person.post(&link, [("password", PASSWORD)]).await;
    assert_eq!((joined.status, joined.location()), (StatusCode::SEE_OTHER, "/profile"), "H-M10");
    person
}

fn letters(town: &Town, kind: &'static str) -> i64 {
    town.read(|db| {
        db.one("select count(*) from letter where kind = $1", &[&kind], |row| row.get(0))
    })
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn access_is_given_accepted_shown_and_taken_by_one_switch_h_m3_h_m5_h_m6() {
    let town = town();
    let mut editor = town.enter("people-editor").await;
    let (_, path) = nadia(&town, Some(ADDRESS));
    let before = editor.get(&path).await;
    assert!(before.has("Nadia Farah") && before.has("aria-checked=\"false\""));
    let mut person = let_in(&town, &mut editor, &path).await;
    assert_eq!(letters(&town, "invitation"), 1);
    let page = editor.get(&path).await;
    assert!(page.has("Accepted on 22 Nov 2026") && page.has("aria-checked=\"true\""), "H-M5");
    assert!(person.get("/profile").await.has("Nadia Farah"));
    assert_eq!(switch(&mut editor, &path, "false").await.status, StatusCode::SEE_OTHER);
    assert!(editor.get(&path).await.has("Access was withdrawn"));
    assert!(person.get("/profile").await.location().starts_with("/sign-in"), "out at once");
    assert_eq!(letters(&town, "profile-access"), 1, "N-08");
    let again = town.visitor().post("/sign-in", [("login", ADDRESS), ("password", PASSWORD)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn switched_on_again_the_password_is_kept() {
    let town = town();
    let mut editor = town.enter("people-editor").await;
    let (_, path) = nadia(&town, Some(ADDRESS));
    let_in(&town, &mut editor, &path).await;
    switch(&mut editor, &path, "false").await;
    assert_eq!(switch(&mut editor, &path, "true").await.status, StatusCode::SEE_OTHER);
    let page = editor.get(&path).await;
    assert!(page.has("Access given back") && page.has("Accepted on"), "active at once");
    assert_eq!((letters(&town, "invitation"), letters(&town, "profile-access")), (1, 2));
    let mut person = town.visitor();
    let login = [("login", ADDRESS), ("password", PASSWORD)];
    let signed_in = person.post("/sign-in", login).await;
    assert_eq!(signed_in.status, StatusCode::SEE_OTHER);
    assert_eq!(person.get("/home").await.location(), "/profile", "H-M10");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_withdrawn_or_runs_out_and_can_be_made_anew() {
    let town = town();
    let mut editor = town.enter("people-editor").await;
    let (_, path) = nadia(&town, Some(ADDRESS));
    switch(&mut editor, &path, "true").await;
    let first = link(&editor.get(&path).await);
    assert_eq!(switch(&mut editor, &path, "true").await.status, StatusCode::SEE_OTHER, "once");
    assert_eq!(letters(&town, "invitation"), 1);
    switch(&mut editor, &path, "false").await;
    assert_eq!(town.visitor().get(&first).await.status, StatusCode::GONE);
    switch(&mut editor, &path, "true").await;
    let second = link(&editor.get(&path).await);
    town.pass_hours(7 * 24);
    let mut editor = town.enter("people-editor").await;
    assert_eq!(town.visitor().get(&second).await.status, StatusCode::GONE);
    let page = editor.get(&path).await;
    assert!(page.has("ran out on 29 Nov 2026") && page.has("aria-checked=\"false\""));
    let_in(&town, &mut editor, &path).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_give_access_finds_no_switch_h_e3_h_e5() {
    let town = town();
    let (_, path) = nadia(&town, Some(ADDRESS));
    for key in ["team-manager", "people-viewer", "site-manager", "director", "employee"] {
        let mut visitor = town.enter(key).await;
        assert_eq!(visitor.get(&path).await.status, StatusCode::FORBIDDEN, "{key}");
        let sent = switch(&mut visitor, &path, "true").await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(switch(&mut stranger, &path, "true").await.status, StatusCode::NOT_FOUND);
    assert_eq!(letters(&town, "invitation"), 0);
    for key in ["owner", "administrator"] {
        assert_eq!(town.enter(key).await.get(&path).await.status, StatusCode::OK, "{key}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn from_another_division_the_switch_is_not_there_h_e4() {
    let town = town();
    let org = town.world.org;
    let (person, path) = nadia(&town, Some(ADDRESS));
    town.write(move |tx| {
        let id: kernel::DivisionId = tx.new_id();
        tx.run(
            "insert into division (org_id, id, name, folded, is_default) values ($1, $2, 'North', 'north', $3)",
            &[&org, &id, &false],
        )?;
        let sql = "update person set division_id = $3 where org_id = $1 and id = $2";
        tx.run(sql, &[&org, &person, &id]).map(drop)
    })
    .unwrap();
    let mut editor = town.enter("people-editor").await;
    assert_eq!(editor.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(switch(&mut editor, &path, "true").await.status, StatusCode::NOT_FOUND);
    assert_eq!(town.enter("owner").await.get(&path).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_register_is_not_used_there_is_no_switch_and_no_access_h_e6() {
    let town = town();
    let org = town.world.org;
    let mut editor = town.enter("people-editor").await;
    let (_, path) = nadia(&town, Some(ADDRESS));
    let mut person = let_in(&town, &mut editor, &path).await;
    town.write(move |tx| {
        tx.run("update organisation set profile_access = $2 where id = $1", &[&org, &false])?;
        tx.record(&kernel::Event::new(org, "organisation.updated", "organisation", org))
    })
    .unwrap();
    assert_eq!(editor.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(switch(&mut editor, &path, "true").await.status, StatusCode::NOT_FOUND);
    assert!(person.get("/profile").await.location().starts_with("/sign-in"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_barred_switch_says_why_h_e7_h_e8_h_e9() {
    let town = town();
    let org = town.world.org;
    let mut owner = town.enter("owner").await;
    let (person, path) = nadia(&town, None);
    let page = owner.get(&path).await;
    let words = "An e-mail address is required for the employee";
    assert!(page.has(&format!("title=\"{words}")) && page.has(&format!("-about\">{words}")));
    assert!(page.has("aria-describedby=\"profile-access-on-about\""), "said to who listens");
    let sent = switch(&mut owner, &path, "true").await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "H-E7");

    let sql = "update person set kind = 'contractor', email = 'n@n.example' where org_id = $1 and id = $2";
    change(&town, sql, org, person);
    assert!(owner.get(&path).await.has("This person is a subcontractor"));
    let sent = switch(&mut owner, &path, "true").await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "H-E8");
    town.write(move |tx| {
        let sql = "update organisation set profile_access_contractors = $2 where id = $1";
        tx.run(sql, &[&org, &true]).map(drop)
    })
    .unwrap();
    assert_eq!(switch(&mut owner, &path, "true").await.status, StatusCode::SEE_OTHER, "C-05");

    let account = town.persona("employee").account;
    let user: PersonId = town
        .read(|db| {
            db.one("select person_id from member where account_id = $1", &[&account], |row| {
                row.get(0)
            })
        })
        .unwrap();
    let path = format!("/people/{user}/profile-access");
    let page = owner.get(&path).await;
    assert!(page.has("already a user") && page.has("href=\"/accounts\""), "H-E9");
    let sent = switch(&mut owner, &path, "true").await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_of_another_login_is_refused_whichever_organisation_has_it_h_e1() {
    let town = town();
    let mut editor = town.enter("people-editor").await;
    let (_, path) = nadia(&town, Some("elena@elm.example"));
    let sent = switch(&mut editor, &path, "true").await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.has("belongs to another account") && sent.has("contact whoever runs Gatepass"));
    assert!(!sent.has("record of another person") && !sent.has("Elm Street"));
    assert_eq!(letters(&town, "invitation"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_two_ways_an_address_is_taken_are_told_apart_h_e1_h_e2() {
    use super::model::Taken;
    use kernel::access::{Face, Grant, Role, Scope};
    let town = town();
    let world = &town.world;
    let (nadia, _) = nadia(&town, Some(ADDRESS));
    let actor = |role, scope| kernel::Actor {
        account: town.persona("owner").account,
        session: kernel::SessionId::new(0, [0; 10]),
        org: world.org,
        person: None,
        grants: vec![Grant { role, scope }],
        face: Face {
            name: String::new(),
            organisation: String::new(),
            lang: kernel::Lang::En,
            zone: kernel::Zone::utc(),
            unread: 0,
            organisations: 1,
        },
        stale: false,
    };
    let taken = |actor: &kernel::Actor, email: &str, person| {
        let email = kernel::field::Email::parse(email).unwrap();
        town.read(|db| super::store::taken(db, actor, &email, person)).unwrap()
    };
    let owner = actor(Role::Owner, Scope::All);
    let gate = actor(Role::SiteManager, Scope::Site(world.gate));
    assert_eq!(taken(&owner, "elena@elm.example", None), Some(Taken::Login));
    assert_eq!(taken(&owner, "rosa@harbour.example", None), Some(Taken::Login));
    assert_eq!(taken(&owner, ADDRESS, None), Some(Taken::Person(Some(nadia))));
    assert_eq!(taken(&gate, ADDRESS, None), Some(Taken::Person(None)), "no link to what is hidden");
    assert_eq!(taken(&owner, ADDRESS, Some(nadia)), None, "the own address");
    assert_eq!(taken(&owner, "free@harbour.example", None), None);
    assert_ne!(Taken::Login.key(), Taken::Person(None).key());
}

#[tokio::test(flavor = "multi_thread")]
async fn being_placed_at_a_site_never_gives_access_h_m4() {
    let town = town();
    let (org, gate) = (town.world.org, town.world.gate);
    let (person, path) = nadia(&town, Some(ADDRESS));
    town.write(move |tx| {
        let now = tx.now();
        tx.run(
            "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, $4)",
            &[&org, &person, &gate, &now],
        )?;
        let event = kernel::Event::new(org, "person.placed", "person", person);
        tx.record(&event.about(person).at(gate))
    })
    .unwrap();
    let page = town.enter("owner").await.get(&path).await;
    assert!(page.has("aria-checked=\"false\"") && page.has("Off. Switching it on"));
    assert_eq!(letters(&town, "invitation"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn access_ends_when_it_could_not_be_given_any_more() {
    for sql in [
        "update person set email = null where org_id = $1 and id = $2",
        "update person set kind = 'contractor' where org_id = $1 and id = $2",
        "update person set state = 'archived' where org_id = $1 and id = $2",
    ] {
        let town = town();
        let mut editor = town.enter("people-editor").await;
        let (id, path) = nadia(&town, Some(ADDRESS));
        let mut person = let_in(&town, &mut editor, &path).await;
        change(&town, sql, town.world.org, id);
        assert!(person.get("/profile").await.location().starts_with("/sign-in"), "{sql}");
        assert_eq!(letters(&town, "profile-access"), 1, "{sql}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_address_kills_the_link_that_went_to_the_old_one() {
    let town = town();
    let mut editor = town.enter("people-editor").await;
    let (id, path) = nadia(&town, Some(ADDRESS));
    switch(&mut editor, &path, "true").await;
    let old = link(&editor.get(&path).await);
    let sql = "update person set email = 'new@harbour.example' where org_id = $1 and id = $2";
    change(&town, sql, town.world.org, id);
    assert_eq!(town.visitor().get(&old).await.status, StatusCode::GONE);
    switch(&mut editor, &path, "true").await;
    assert_eq!(town.visitor().get(&link(&editor.get(&path).await)).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_switch_that_is_sent_twice_invites_once() {
    let town = town();
    let editor = town.enter("people-editor").await;
    let (_, path) = nadia(&town, Some(ADDRESS));
    let mut pressing = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let (mut editor, path) = (editor.clone(), path.clone());
        pressing.spawn(async move {
            loop {
                let status = switch(&mut editor, &path, "true").await.status;
                if status != StatusCode::SERVICE_UNAVAILABLE {
                    return status;
                }
            }
        });
    }
    while let Some(status) = pressing.join_next().await {
        assert_eq!(status.unwrap(), StatusCode::SEE_OTHER);
    }
    assert_eq!(letters(&town, "invitation"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_switch_leads_back_to_the_person_and_says_what_was_done() {
    let town = town();
    let mut editor = town.enter("people-editor").await;
    let (person, path) = nadia(&town, Some(ADDRESS));
    let record = format!("/people/{person}");
    for (on, words) in [("true", "Invitation sent"), ("false", "Access withdrawn")] {
        let done = switch(&mut editor, &path, on).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, &*record), "{words}");
        let page = editor.follow(&done).await;
        assert!(page.status == StatusCode::OK && page.has(words), "{words}");
        assert_eq!(page.has("Show the link to hand it over"), on == "true");
    }
}
