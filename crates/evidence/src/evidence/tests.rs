//! Evidence through the front door: handing in, seeing, withdrawing, revoking, and files that are no evidence.
use axum::http::StatusCode;
use judge::State::{Approved, Revoked, Waiting};
use kernel::file::card;
use kernel::testing::{File, Page, Visitor};
use kernel::{Fields, PersonId};
use server::testing::{Town, town};

use crate::qualifications::tests::id_of;

/// The record of somebody of the told world.
pub fn person(town: &Town, key: &str) -> PersonId {
    let (org, account) = (town.world.org, town.persona(key).account);
    let find = "select person_id from member where org_id = $1 and account_id = $2";
    town.read(|db| db.one(find, &[&org, &account], |row| row.get(0))).expect("a person")
}

/// A form that is right, for one of the told qualifications.
pub fn form(town: &Town, qualification: &'static str) -> Fields {
    let id = id_of(town, qualification).to_string();
    Fields::of([
        ("qualification", &id),
        ("name", "Card of the trade"),
        ("issuer", "The trade"),
        ("issued-day", "3"),
        ("issued-month", "11"),
        ("issued-year", "2026"),
        ("number", "AB 12-34"),
    ])
}

/// Hands in a first-aid certificate with a picture, and says where it is.
pub async fn hand_in(town: &Town, visitor: &mut Visitor, place: &str, picture: u32) -> String {
    let photo = card(picture);
    let sent = visitor
        .upload(place, &form(town, "first aid at work"), &[("front", "x.jpg", &photo)])
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    sent.location().to_owned()
}

fn kept(town: &Town) -> usize {
    town.app().blobs.names().unwrap().len()
}

async fn refused(town: &Town, visitor: &mut Visitor, file: File<'_>) -> Page {
    let page = visitor.upload("/profile/evidence", &form(town, "first aid at work"), &[file]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}: {}", file.1, page.text());
    page
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_hands_in_their_own_and_is_told_where_it_stands_t_s18() {
    let town = town();
    let mut emil = town.enter("employee").await;
    assert!(emil.get("/profile").await.has("/profile/evidence"));
    let own = emil.get("/profile/evidence").await;
    assert!(
        own.has("CSCS card") && own.has("Holds until 5 May 2029") && own.has("Add a certificate")
    );
    let choice = emil.get("/profile/evidence/new").await;
    assert!(choice.has("First aid at work") && choice.has("What is it?"));
    let id = id_of(&town, "first aid at work");
    let empty = emil.get(&format!("/profile/evidence/new?qualification={id}")).await;
    assert!(empty.has("capture=\"environment\"") && empty.has("multipart/form-data"));
    assert!(empty.has("value=\"St John Ambulance\"") && empty.has("all four corners"));
    // What was handed in before stands before it.
    town.app().clock.advance_seconds(60);
    let path = hand_in(&town, &mut emil, "/profile/evidence", 50).await;
    let page = emil.get(&path).await;
    assert!(
        page.has("Waiting for review") && page.has("AB 12-34") && page.has("looked at before it"),
        "{}",
        page.text()
    );
    assert!(!page.has("/approval"), "nobody approves their own");
    let picture = emil.get(&format!("{path}/front")).await;
    assert_eq!(picture.headers["content-type"], "image/jpeg");
    assert_eq!(picture.headers["x-content-type-options"], "nosniff");
    assert!(picture.headers["content-security-policy"].to_str().unwrap().starts_with("sandbox"));
    assert!(picture.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert!(image_is_whole(&picture.bytes));
    assert_eq!(emil.get(&format!("{path}/back")).await.status, StatusCode::NOT_FOUND);
    let back = emil.post(&format!("{path}/withdrawal"), []).await;
    assert_eq!(back.location(), path);
    assert!(emil.get(&path).await.has("Withdrawn"));
    assert_eq!(
        emil.post(&format!("{path}/withdrawal"), [("b", "1")]).await.status,
        StatusCode::CONFLICT
    );
}

fn image_is_whole(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xff, 0xd8]) && bytes.ends_with(&[0xff, 0xd9])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_twice_is_one_piece_of_evidence() {
    let town = town();
    let mut emil = town.enter("employee").await;
    let photo = card(51);
    let form = form(&town, "first aid at work").with("_key", "the-same-key-twice-over");
    let files: [File<'_>; 2] = [("front", "", &[]), ("front", "card.jpg", &photo)];
    let first = emil.upload_fields("/profile/evidence", &form, &files).await;
    let again = emil.upload_fields("/profile/evidence", &form, &files).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
    assert_eq!(first.location(), again.location());
    let other = card(52);
    let files: [File<'_>; 1] = [("front", "card.jpg", &other)];
    let third = emil.upload_fields("/profile/evidence", &form, &files).await;
    assert_ne!(first.location(), third.location(), "another picture is another form");
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_files_are_refused_with_a_sentence_and_nothing_is_kept() {
    let town = town();
    let mut emil = town.enter("employee").await;
    let before = kept(&town);
    let whole = card(60);
    let script = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /OpenAction << /S /JavaScript /JS (x) >> >>\nendobj\n%%EOF";
    let archive = [b"%PDF-1.4\n%%EOF\n".as_slice(), b"PK\x03\x04"].concat();
    let huge = [&whole[..], &vec![0; kernel::file::LARGEST]].concat();
    for (name, content, sentence) in [
        (
            "card.jpg",
            &b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..],
            "Only PDF, JPG and PNG",
        ),
        ("card.jpg", b"<html><script>alert(1)</script></html>", "Only PDF, JPG and PNG"),
        ("card.pdf", b"MZ\x90\0", "Only PDF, JPG and PNG"),
        ("card.jpg", &whole[..whole.len() / 2], "cannot be opened"),
        (
            "card.png",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff\x08\x02\0\0\0",
            "be opened",
        ),
        ("card.pdf", script, "contains a program"),
        ("card.pdf", &archive, "follows behind the end"),
        ("card.jpg", &huge, "larger than 15 MB"),
    ] {
        let page = refused(&town, &mut emil, ("front", name, content)).await;
        assert!(
            page.has(sentence) || page.has("too many pixels"),
            "{name} {sentence}: {}",
            page.text()
        );
        assert!(page.has("value=\"The trade\"") && page.has("href=\"#front\""), "filled in");
    }
    let wrong_end = hand_in_named(&town, &mut emil, "notes.txt", &whole).await;
    assert_eq!(wrong_end.status, StatusCode::SEE_OTHER, "its name does not count");
    assert_eq!(kept(&town), before + 1, "only what was taken is kept");
}

async fn hand_in_named(town: &Town, visitor: &mut Visitor, name: &str, content: &[u8]) -> Page {
    let form = form(town, "first aid at work");
    visitor.upload("/profile/evidence", &form, &[("front", name, content)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_said_at_once_and_nothing_is_kept() {
    let town = town();
    let mut emil = town.enter("employee").await;
    let before = kept(&town);
    let id = id_of(&town, "cscs card").to_string();
    let photo = card(61);
    let empty = Fields::of([("qualification", &id), ("issuer", "CSCS")]);
    let page = emil.upload("/profile/evidence", &empty, &[("front", "a.jpg", &photo)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["name", "issued", "number", "back"] {
        assert!(page.has(&format!("href=\"#{field}\"")), "{field}: {}", page.text());
    }
    assert_eq!(kept(&town), before);
    let unknown = form(&town, "cscs card").with("qualification", "00000000000000000000000000");
    let page = emil.upload("/profile/evidence", &unknown, &[]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_hand_in_for_others_and_what_an_administrator_enters_counts_at_once_t_s19() {
    let town = town();
    let place = format!("/people/{}/evidence", person(&town, "employee"));
    let mut editor = town.enter("people-editor").await;
    assert!(editor.get(&place).await.has("Add a certificate"));
    let path = hand_in(&town, &mut editor, &place, 70).await;
    assert!(editor.get(&path).await.has("Approved"));
    let own = format!("/people/{}/evidence", person(&town, "people-editor"));
    let own = hand_in(&town, &mut editor, &own, 71).await;
    assert!(editor.get(&own).await.has("Waiting for review"), "never the own");
    let mut owner = town.enter("owner").await;
    owner.post("/settings/evidence", [("self-upload", "on")]).await;
    let mut emil = town.enter("employee").await;
    let path = hand_in(&town, &mut emil, "/profile/evidence", 72).await;
    assert!(emil.get(&path).await.has("Approved"), "nobody has to approve");
    owner.post("/settings/evidence", [("approval", "on")]).await;
    let photo = card(73);
    let closed = emil
        .upload("/profile/evidence", &form(&town, "first aid at work"), &[("front", "a", &photo)])
        .await;
    assert_eq!(closed.status, StatusCode::FORBIDDEN, "employees no longer hand in their own");
    let page = emil.get("/profile/evidence").await;
    assert!(page.has("adds certificates for you") && !page.has("/profile/evidence/new"));
}

/// Lets the line manager manage a company, for which Emil works.
fn company(town: &Town) {
    let (org, emil, account) =
        (town.world.org, person(town, "employee"), town.persona("line-manager").account);
    town.write(move |tx| {
        let (company, grant): (kernel::CompanyId, kernel::GrantId) = (tx.new_id(), tx.new_id());
        let now = tx.now();
        tx.run(
            "insert into company (org_id, id, name, folded, made_at) values ($1, $2, 'Northgate', 'northgate', $3)",
            &[&org, &company, &now],
        )?;
        tx.run(
            "update person set company_id = $3, kind = 'contractor' where org_id = $1 and id = $2",
            &[&org, &emil, &company],
        )?;
        tx.run(
            "insert into role_grant (org_id, id, account_id, role, company_id, made_at) values ($1, $2, $3, 'CMG', $4, $5)",
            &[&org, &grant, &account, &company, &now],
        )
        .map(drop)
    })
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_hands_in_for_its_own_people_and_somebody_else_decides() {
    let town = town();
    company(&town);
    let place = format!("/people/{}/evidence", person(&town, "employee"));
    let mut manager = town.enter("line-manager").await;
    assert!(manager.get(&place).await.has("Add a certificate"));
    let path = hand_in(&town, &mut manager, &place, 85).await;
    let page = manager.get(&path).await;
    assert!(page.has("Waiting for review") && page.has("AB 12-34") && page.has("/withdrawal"));
    assert_eq!(manager.get(&format!("{path}/front")).await.status, StatusCode::OK);
    assert_eq!(manager.post(&format!("{path}/approval"), []).await.status, StatusCode::FORBIDDEN);
    let other = format!("/people/{}/evidence", person(&town, "operator"));
    let photo = card(86);
    let sent =
        manager.upload(&other, &form(&town, "first aid at work"), &[("front", "a", &photo)]).await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND, "people of others");
    let mut owner = town.enter("owner").await;
    owner.post("/settings/evidence", [("approval", "on")]).await;
    let mut emil = town.enter("employee").await;
    hand_in(&town, &mut emil, "/profile/evidence", 87).await;
    owner.post(&format!("{path}/approval"), []).await;
    for reader in [&mut manager, &mut emil] {
        assert!(reader.get("/notices").await.has("First aid at work was approved"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_further_away_sees_less_and_strangers_nothing() {
    let town = town();
    let emil = person(&town, "employee");
    let place = format!("/people/{emil}/evidence");
    let mut owner = town.enter("owner").await;
    let path = hand_in(&town, &mut owner, &place, 80).await;
    let mut director = town.enter("director").await;
    let page = director.get(&path).await;
    assert!(page.has("Card of the trade") && !page.has("AB 12-34") && !page.has("/front"));
    assert_eq!(director.get(&format!("{path}/front")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        director.post(&format!("{path}/revocation"), []).await.status,
        StatusCode::FORBIDDEN
    );
    let mut safety = town.enter("health-and-safety").await;
    assert!(safety.get(&path).await.has("AB 12-34"));
    for key in
        ["employee-other", "operator", "gate-scanner", "engineer", "stranger", "line-manager"]
    {
        let key = if key == "employee-other" { "supervisor" } else { key };
        let mut visitor = town.enter(key).await;
        for path in [place.clone(), path.clone(), format!("{path}/front")] {
            let status = visitor.get(&path).await.status;
            assert_eq!(status, StatusCode::NOT_FOUND, "{key} {path}");
        }
        let photo = card(81);
        let sent = visitor
            .upload(&place, &form(&town, "first aid at work"), &[("front", "a", &photo)])
            .await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{key}");
    }
    let mut nobody = town.visitor();
    let photo = card(82);
    let sent = nobody.upload(&place, &Fields::default(), &[("front", "a", &photo)]).await;
    assert_eq!(sent.status, StatusCode::UNAUTHORIZED, "{}", sent.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_approved_can_be_revoked_with_a_reason_and_a_newer_one_stands_beside_it() {
    let town = town();
    let place = format!("/people/{}/evidence", person(&town, "employee"));
    let mut owner = town.enter("owner").await;
    let first = hand_in(&town, &mut owner, &place, 90).await;
    town.pass_hours(1);
    let mut owner = town.enter("owner").await;
    let second = hand_in(&town, &mut owner, &place, 91).await;
    assert!(owner.get(&first).await.has("Replaced by a newer one"));
    let mute = owner.post(&format!("{second}/revocation"), []).await;
    assert_eq!(mute.status, StatusCode::UNPROCESSABLE_ENTITY);
    let revoked =
        owner.post(&format!("{second}/revocation"), [("words", "The number is made up")]).await;
    assert_eq!(revoked.location(), second);
    let page = owner.get(&second).await;
    assert!(page.has("Revoked") && page.has("The number is made up"));
    assert!(owner.get(&first).await.has("Approved"), "the older one stands again");
    let mut emil = town.enter("employee").await;
    assert!(emil.get("/notices").await.has("was revoked: The number is made up"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_judge_gets_every_state_with_the_time_it_was_known() {
    let town = town();
    let emil = person(&town, "employee");
    let place = format!("/people/{emil}/evidence");
    let mut visitor = town.enter("employee").await;
    let waiting = hand_in(&town, &mut visitor, "/profile/evidence", 95).await;
    town.pass_hours(2);
    let mut owner = town.enter("owner").await;
    let approved = owner.post(&format!("{waiting}/approval"), []).await;
    assert_eq!(approved.status, StatusCode::SEE_OTHER, "{}", approved.text());
    town.pass_hours(2);
    let mut owner = town.enter("owner").await;
    owner.post(&format!("{waiting}/revocation"), [("words", "Not theirs")]).await;
    hand_in(&town, &mut owner, &place, 96).await;
    let org = town.world.org;
    let first_aid = judge::Id(id_of(&town, "first aid at work").number());
    let records = town.read(|db| crate::records(db, org, &[emil])).unwrap();
    let mine: Vec<_> = records
        .iter()
        .filter(|it| it.1.subject == judge::Subject::Qualification(first_aid))
        .map(|(who, it)| (*who, it.state, it.known.until == judge::Instant::END))
        .collect();
    assert_eq!(
        mine,
        [
            (emil, Waiting, false),
            (emil, Approved, false),
            (emil, Revoked, true),
            (emil, Approved, true)
        ]
    );
    let spans: Vec<_> = records
        .iter()
        .filter(|it| it.1.subject == judge::Subject::Qualification(first_aid))
        .collect();
    assert_eq!(spans[0].1.known.until, spans[1].1.known.from);
    assert_eq!(spans[1].1.known.until, spans[2].1.known.from);
    assert!(town.read(|db| crate::records(db, org, &[])).unwrap().is_empty());
}
