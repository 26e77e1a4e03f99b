//! People's records through the front door.
use axum::http::StatusCode;
use kernel::Fields;
use kernel::testing::{Page, Visitor};
use server::testing::{Town, town};

/// The form of a new person in the town's division.
fn form(town: &Town, name: &str) -> Fields {
    let division = town.world.division.to_string();
    Fields::of([("kind", "contractor"), ("name", name), ("division", &division)])
}

async fn send(visitor: &mut Visitor, path: &str, form: &Fields) -> Page {
    static KEYS: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
    let key = KEYS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    visitor.post_fields(path, &form.with("_key", &format!("persons-test-{key:08}"))).await
}

/// Adds somebody and returns the path of the record.
async fn add(visitor: &mut Visitor, form: &Fields) -> String {
    let made = send(visitor, "/people", form).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    made.location().to_owned()
}

/// The path of somebody of the told world.
async fn path_of(town: &Town, key: &str) -> String {
    let mut owner = town.enter("owner").await;
    let name = town.persona(key).name;
    let page = owner.get(&format!("/people?search={}", name.replace(' ', "%20"))).await;
    format!("/people/{}", page.between("name=\"id\" value=\"", "\"").expect("a row"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_added_changed_and_archived() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let filled = form(&town, "Nadia Farah")
        .with("email", "Nadia@Farah.example")
        .with("phone", "+48 600 100 200")
        .with("external-id", "HW-7")
        .with("start", "2026-01-12");
    let path = add(&mut owner, &filled).await;
    let page = owner.get(&path).await;
    assert!(page.has("nadia@farah.example") && page.has("12 Jan 2026") && page.has("No access"));
    let edit = owner.get(&format!("{path}/edit")).await;
    assert!(edit.has("value=\"HW-7\""));
    let saved = send(&mut owner, &path, &filled.with("name", "Nadia Haddad")).await;
    assert_eq!(saved.location(), path);
    assert!(owner.get(&path).await.has("Nadia Haddad"));
    let archived = owner.post(&format!("{path}/archive"), []).await;
    assert_eq!(archived.location(), path);
    assert!(owner.get(&path).await.has("This person is archived"));
    assert!(!owner.get("/people").await.has("Nadia Haddad"));
    assert!(owner.get("/people?view=archived").await.has("Nadia Haddad"));
    let twice = owner.post(&format!("{path}/archive"), [("again", "1")]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    owner.post(&format!("{path}/restoration"), []).await;
    assert!(owner.get("/people").await.has("Nadia Haddad"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistake_brings_the_form_back_filled_in() {
    let town = town();
    let mut owner = town.enter("owner").await;
    add(&mut owner, &form(&town, "Ana").with("email", "ana@x.example").with("external-id", "7"))
        .await;
    for (field, value, words) in [
        ("email", "ana@x.example", "Another person here has this e-mail address"),
        ("email", "no address", "Nadia Farah"),
        ("external-id", "7", "Another person here has this external ID"),
        ("end", "2026-01-11", "The end date is before the start date"),
        ("manager", "Nobody Known", "No active person here"),
        ("company", "01kb0000000000000000000000", "Nadia Farah"),
        ("name", "", "href=\"#name\""),
    ] {
        let sent = form(&town, "Nadia Farah").with("start", "2026-01-12").with(field, value);
        let page = send(&mut owner, "/people", &sent).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(page.has(words), "{field}: {}", page.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_employee_needs_an_address_of_the_organisation_c_04() {
    let town = town();
    let org = town.world.org;
    town.write(move |tx| {
        tx.run("update organisation set domains = 'harbour.example' where id = $1", &[&org])
    })
    .unwrap();
    let mut owner = town.enter("owner").await;
    let contractor = form(&town, "Nadia Farah").with("email", "nadia@elsewhere.example");
    let employee = contractor.with("kind", "employee");
    let refused = send(&mut owner, "/people", &employee).await;
    assert!(refused.has("Employees need an address of your organisation"));
    add(&mut owner, &contractor).await;
    add(&mut owner, &employee.with("email", "nadia@harbour.example")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_their_own_manager_in_a_circle() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let top = add(&mut owner, &form(&town, "Top Person")).await;
    let middle = add(&mut owner, &form(&town, "Middle Person").with("manager", "top person")).await;
    add(&mut owner, &form(&town, "Low Person").with("manager", "Middle Person")).await;
    assert!(owner.get(&middle).await.has("Top Person"));
    for manager in ["Low Person", "Top Person"] {
        let circle =
            send(&mut owner, &top, &form(&town, "Top Person").with("manager", manager)).await;
        assert!(circle.has("reports to the one you are editing"), "{manager}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_address_withdraws_the_invitation_7_1() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let filled = form(&town, "Nadia Farah").with("email", "nadia@x.example");
    let path = add(&mut owner, &filled).await;
    let id = path.trim_start_matches("/people/").to_owned();
    owner
        .post("/invitations", [("people", "nadia@x.example"), ("role", "none"), ("scope", "own")])
        .await;
    let person: kernel::PersonId = id.parse().unwrap();
    town.write(move |tx| {
        tx.run("update invitation set person_id = $1 where email = 'nadia@x.example'", &[&person])
    })
    .unwrap();
    assert!(owner.get(&path).await.has("An invitation is waiting"));
    send(&mut owner, &path, &filled.with("email", "nadia@y.example")).await;
    assert!(owner.get(&path).await.has("No access"));
    assert!(owner.get("/invitations?state=revoked").await.has("nadia@x.example"));
}

#[tokio::test(flavor = "multi_thread")]
async fn being_placed_at_a_site_grants_nothing_h_m4() {
    let town = town();
    let path = path_of(&town, "employee").await;
    let gate = town.world.gate.to_string();
    let mut owner = town.enter("owner").await;
    let placed = owner.post(&format!("{path}/placement"), [("site", &gate)]).await;
    assert_eq!(placed.status, StatusCode::SEE_OTHER);
    assert!(owner.get(&path).await.has("Remove from Harbour Gate"));
    let mut employee = town.enter("employee").await;
    assert_eq!(employee.get("/people").await.status, StatusCode::FORBIDDEN);
    let grants: i64 = town
        .read(|db| {
            db.one(
                "select count(*) from role_grant g join account a on a.id = g.account_id where a.name = 'Emil Karlsson'",
                &[],
                |row| row.get(0),
            )
        })
        .unwrap();
    assert_eq!(grants, 0);
    let mut manager = town.enter("site-manager").await;
    assert!(manager.get(&path).await.has("Emil Karlsson"), "placed at the own site");
    let yard = town.world.yard.to_string();
    let elsewhere = manager.post(&format!("{path}/placement"), [("site", &yard)]).await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND, "not the own site");
    owner.post(&format!("{path}/placement"), [("site", &yard)]).await;
    let mut supervisor = town.enter("supervisor").await;
    for visitor in [&mut manager, &mut supervisor] {
        let page = visitor.get(&path).await;
        assert!(page.has("Harbour Gate") && !page.has("North Yard"), "the own site only");
    }
    assert!(owner.get(&path).await.has("North Yard"));
    let other = path_of(&town, "administrator").await;
    for noun in ["placement", "removal"] {
        let unseen = manager.post(&format!("{other}/{noun}"), []).await;
        assert_eq!(unseen.status, StatusCode::NOT_FOUND, "whatever else is wrong with the form");
    }
    let away = manager.post(&format!("{path}/removal"), [("site", &gate)]).await;
    assert_eq!(away.location(), "/people", "the record is out of sight now");
    assert_eq!(manager.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_manager_changes_the_own_team_only() {
    let town = town();
    let other = path_of(&town, "employee").await;
    let mut manager = town.enter("team-manager").await;
    assert_eq!(manager.get(&other).await.status, StatusCode::NOT_FOUND);
    let refused = send(&mut manager, &other, &form(&town, "Emil Karlsson")).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let path = add(&mut manager, &form(&town, "Nadia Farah")).await;
    assert!(manager.get(&path).await.has("Nadia Farah"), "who is added joins the own team");
    let saved = send(&mut manager, &path, &form(&town, "Nadia Haddad")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let archive = manager.post(&format!("{path}/archive"), []).await;
    assert_eq!(archive.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_people_editor_stays_in_the_own_division() {
    let town = town();
    let org = town.world.org;
    let east = town
        .write(move |tx| {
            let id: kernel::DivisionId = tx.new_id();
            let sql = "insert into division (org_id, id, name, folded, is_default) values ($1, $2, 'East', 'east', $3)";
            tx.run(sql, &[&org, &id, &false])?;
            Ok(id.to_string())
        })
        .unwrap();
    let mut owner = town.enter("owner").await;
    let far = add(&mut owner, &form(&town, "Far Away").with("division", &east)).await;
    let near = add(&mut owner, &form(&town, "Near By")).await;
    let mut editor = town.enter("people-editor").await;
    assert_eq!(editor.get(&far).await.status, StatusCode::NOT_FOUND);
    assert_eq!(editor.get(&format!("{far}/edit")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(editor.post(&format!("{far}/archive"), []).await.status, StatusCode::NOT_FOUND);
    let moved = send(&mut editor, &near, &form(&town, "Near By").with("division", &east)).await;
    assert_eq!(moved.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(moved.has("outside of what you manage"));
    let made = send(&mut editor, "/people", &form(&town, "New").with("division", &east)).await;
    assert_eq!(made.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(send(&mut editor, &near, &form(&town, "Near")).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_record_is_seen_or_changed_from_elsewhere() {
    let town = town();
    let path = path_of(&town, "employee").await;
    let mut stranger = town.enter("stranger").await;
    let edit = format!("{path}/edit");
    for address in [&path, &edit] {
        assert_eq!(stranger.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    for noun in ["", "/archive", "/restoration"] {
        let page = send(&mut stranger, &format!("{path}{noun}"), &form(&town, "X")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{noun}");
    }
    let mut director = town.enter("director").await;
    assert_eq!(director.get(&path).await.status, StatusCode::OK);
    assert_eq!(director.get(&edit).await.status, StatusCode::FORBIDDEN);
    let mut employee = town.enter("employee").await;
    assert_eq!(employee.get(&path).await.status, StatusCode::OK, "the own record");
    let owner = path_of(&town, "administrator").await;
    assert_eq!(employee.get(&owner).await.status, StatusCode::NOT_FOUND);
}

fn letters(town: &Town) -> i64 {
    let sql = "select count(*) from letter where kind = 'invitation'";
    town.read(|db| db.one(sql, &[], |row| row.get(0))).unwrap()
}

fn records(town: &Town, name: &'static str) -> i64 {
    let sql = "select count(*) from person where name = $1";
    town.read(|db| db.one(sql, &[&name], |row| row.get(0))).unwrap()
}

/// The form of a new employee whose switch is on.
fn let_in(town: &Town, email: &str) -> Fields {
    let form = form(town, "Nadia Farah").with("kind", "employee").with("phone", "+48 600 100 200");
    form.with("email", email).with("profile-access", "on")
}

#[tokio::test(flavor = "multi_thread")]
async fn access_to_the_own_profile_is_given_while_a_person_is_added_h_m4() {
    let town = town();
    let mut editor = town.enter("people-editor").await;
    let page = editor.get("/people/new").await;
    assert!(page.has("Allow employee to view their profile") && page.has("role=\"switch\""));
    let path = add(&mut editor, &let_in(&town, "nadia@harbour.example")).await;
    let page = editor.get(&path).await;
    assert!(page.has("invitation sent") && page.has("Invited on 22 Nov 2026"), "{}", page.text());
    assert!(page.has(&format!("{path}/profile-access")), "the link can be handed over");
    assert_eq!(letters(&town), 1);
    let link = editor.get(&format!("{path}/profile-access")).await;
    let link = link.between("https://gatepass.test/invitation/", "\"").expect("a link");
    let mut nadia = town.visitor();
    nadia.post(&format!("/invitation/{link}"), [("password", "seven grey cranes")]).await;
    let own = nadia.get(&path).await;
    assert_eq!((own.status, own.location()), (StatusCode::SEE_OTHER, "/profile"), "H-M10");
    let other = path_of(&town, "employee").await;
    assert_eq!(nadia.get(&other).await.status, StatusCode::NOT_FOUND);
    assert!(editor.get(&path).await.has("Accepted on"), "H-M5");
    add(&mut editor, &form(&town, "Quiet Person").with("email", "q@x.example")).await;
    assert_eq!(letters(&town), 1, "never by itself");
}

#[tokio::test(flavor = "multi_thread")]
async fn access_that_cannot_be_given_brings_the_form_back_with_nothing_lost_h_e1_h_e2_h_e7_h_e8() {
    let town = town();
    let mut editor = town.enter("people-editor").await;
    let other = form(&town, "Other Person").with("email", "other@x.example");
    let other = add(&mut editor, &other).await;
    let free = "nadia@harbour.example";
    for (sent, words) in [
        (let_in(&town, "elena@elm.example"), "This address belongs to another account"),
        (let_in(&town, "rosa@harbour.example"), "This address belongs to another account"),
        (let_in(&town, "other@x.example"), "belongs to the record of another person"),
        (let_in(&town, ""), "An e-mail address is required for the employee"),
        (let_in(&town, free).with("kind", "contractor"), "This person is a subcontractor"),
    ] {
        let page = send(&mut editor, "/people", &sent).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(page.has(words) && page.has("errsum"), "{words}: {}", page.text());
        assert!(
            page.has("value=\"Nadia Farah\"") && page.has("+48 600 100 200"),
            "nothing is lost"
        );
        assert!(page.has("name=\"profile-access\" value=\"on\" checked"), "nor the switch");
        let linked = page.has(&format!("href=\"{other}\""));
        assert_eq!(linked, words.contains("another person"), "{words}");
        assert_eq!((records(&town, "Nadia Farah"), letters(&town)), (0, 0), "all or nothing");
    }
    let without = let_in(&town, "other@x.example").without("profile-access");
    let page = send(&mut editor, "/people", &without).await;
    assert!(page.has("Another person here has this e-mail address"));
    let mended = send(&mut editor, "/people", &let_in(&town, free)).await;
    assert_eq!(mended.status, StatusCode::SEE_OTHER);
    assert_eq!((records(&town, "Nadia Farah"), letters(&town)), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_give_access_adds_people_without_the_switch_h_e3_h_e5_h_e6() {
    let town = town();
    let org = town.world.org;
    let sent = let_in(&town, "nadia@harbour.example");
    let mut manager = town.enter("team-manager").await;
    let page = manager.get("/people/new").await;
    assert!(page.status == StatusCode::OK && !page.has("Allow employee"), "H-E5");
    assert_eq!(send(&mut manager, "/people", &sent).await.status, StatusCode::NOT_FOUND);
    assert_eq!((records(&town, "Nadia Farah"), letters(&town)), (0, 0));
    let sql = "update organisation set profile_access = $2 where id = $1";
    town.write(move |tx| tx.run(sql, &[&org, &false])).unwrap();
    let mut owner = town.enter("owner").await;
    assert!(!owner.get("/people/new").await.has("Allow employee"), "H-E6");
    assert_eq!(send(&mut owner, "/people", &sent).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_division_of_others_access_is_not_given_h_e4() {
    use kernel::access::{Grant, Role, Scope};
    let town = town();
    let (org, petra) = (town.world.org, town.persona("people-editor").account);
    let east = town
        .write(move |tx| {
            let id: kernel::DivisionId = tx.new_id();
            let sql = "insert into division (org_id, id, name, folded, is_default) values ($1, $2, 'East', 'east', $3)";
            tx.run(sql, &[&org, &id, &false])?;
            let team = crate::teams::store::insert(tx, org, id, "East team")?;
            let role = Grant { role: Role::TeamManager, scope: Scope::Team(team) };
            crate::grants::store::insert(tx, org, petra, &role)?;
            let sql = "update person set division_id = $2 where org_id = $1 and name = 'Emil Karlsson'";
            tx.run(sql, &[&org, &id])?;
            let sql = "insert into team_member (org_id, team_id, person_id)
                select org_id, $2, id from person where org_id = $1 and name = 'Emil Karlsson'";
            tx.run(sql, &[&org, &team])?;
            Ok(id.to_string())
        })
        .unwrap();
    let mut editor = town.enter("people-editor").await;
    let sent = let_in(&town, "nadia@harbour.example").with("division", &east);
    let page = send(&mut editor, "/people", &sent).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text());
    assert!(page.has("You cannot give profile access in this division") && page.has("Nadia Farah"));
    assert_eq!((records(&town, "Nadia Farah"), letters(&town)), (0, 0));
}
