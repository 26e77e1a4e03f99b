//! New passwords through the front door.
use axum::http::StatusCode;
use kernel::password::Password;
use kernel::testing::Visitor;
use kernel::{LetterId, Token};
use server::testing::{Town, town};

pub const PASSWORD: &str = "seven grey cranes";
const OTHER: &str = "nine quiet harbours";

/// The letters to an address, as they would be read.
pub fn letters(town: &Town, to: &str) -> Vec<String> {
    town.read(|db| {
        let found = db.all(
            "select id, body from letter where to_address = $1 order by made_at, id",
            &[&to],
            |row| Ok((row.get::<LetterId>(0)?, row.get::<Vec<u8>>(1)?)),
        )?;
        let open = |(id, body): (LetterId, Vec<u8>)| {
            let plain = db.house().seal.open(&format!("letter/{id}"), &body).expect("our letter");
            serde_json::from_slice::<(String, String)>(&plain).expect("two texts").0
        };
        Ok(found.into_iter().map(open).collect())
    })
    .expect("letters")
}

/// The paths of the links to `place` in the letters to an address.
pub fn links(town: &Town, to: &str, place: &str) -> Vec<String> {
    let start = format!("https://gatepass.test{place}");
    let link = |letter: &String| {
        let (_, rest) = letter.split_once(&start)?;
        let token: String = rest.chars().take(43).collect();
        Token::parse(&token).map(|it| format!("{place}{}", it.reveal()))
    };
    letters(town, to).iter().filter_map(link).collect()
}

/// Gives somebody of the stories a password.
pub fn give_password(town: &Town, key: &str) -> String {
    let account = town.persona(key).account;
    let (app, password) = (town.app(), Password::parse(PASSWORD, &[]).expect("a password"));
    let hash = app.hashing.hash(&password, &app.random).expect("a hash");
    town.write(move |tx| {
        tx.run("update account set password = $2 where id = $1", &[&account, &hash]).map(drop)
    })
    .expect("kept");
    format!("{key}@harbour.example")
}

/// Signs in with a password.
pub async fn sign_in(visitor: &mut Visitor, login: &str, password: &str) -> StatusCode {
    visitor.post("/sign-in", [("login", login), ("password", password)]).await.status
}

/// Asks for a new password and returns the links that were mailed.
async fn forget(town: &Town, login: &str) -> Vec<String> {
    let asked = town.visitor().post("/password", [("login", login)]).await;
    assert_eq!((asked.status, asked.location()), (StatusCode::SEE_OTHER, "/password/sent"));
    town.work();
    links(town, login, "/password/")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_is_replaced_through_the_mail_once() {
    let town = town();
    let login = give_password(&town, "director");
    let mut before = town.visitor();
    assert_eq!(sign_in(&mut before, &login, PASSWORD).await, StatusCode::SEE_OTHER);
    let sent = forget(&town, &login).await;
    assert_eq!(sent.len(), 1);
    let mut diane = town.visitor();
    assert!(diane.get(&sent[0]).await.has("Diane Rousseau"));
    let short = diane.post(&sent[0], [("password", "short")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.has("Use 12 letters or more"));
    let saved = diane.post(&sent[0], [("password", OTHER)]).await;
    assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, "/home"));
    assert_eq!(diane.get("/account").await.status, StatusCode::OK, "signed in at once");
    assert_eq!(before.get("/account").await.status, StatusCode::SEE_OTHER, "every session ended");
    let again = town.visitor().post(&sent[0], [("password", PASSWORD)]).await;
    assert_eq!(again.status, StatusCode::GONE, "single use");
    let mut visitor = town.visitor();
    assert_eq!(sign_in(&mut visitor, &login, PASSWORD).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(sign_in(&mut visitor, &login, OTHER).await, StatusCode::SEE_OTHER);
    let told = letters(&town, &login).iter().any(|it| it.contains("was changed on"));
    assert!(told, "N-09");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_holds_half_an_hour_and_one_mail_goes_out_an_hour() {
    let town = town();
    let login = give_password(&town, "director");
    let first = forget(&town, &login).await;
    assert_eq!(forget(&town, &login).await.len(), 1, "one mail an hour");
    town.app().clock.advance_seconds(31 * 60);
    assert_eq!(town.visitor().get(&first[0]).await.status, StatusCode::GONE);
    assert_eq!(forget(&town, &login).await.len(), 1, "still within the hour");
    town.app().clock.advance_seconds(30 * 60);
    let second = forget(&town, &login).await;
    assert_eq!(second.len(), 2);
    assert_eq!(town.visitor().get(&second[1]).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_dies_when_the_password_changes() {
    let town = town();
    let login = give_password(&town, "director");
    let sent = forget(&town, &login).await;
    let mut diane = town.visitor();
    sign_in(&mut diane, &login, PASSWORD).await;
    let changed =
        diane.post("/account/password", [("current", PASSWORD), ("password", OTHER)]).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text());
    let late = town.visitor().post(&sent[0], [("password", PASSWORD)]).await;
    assert_eq!(late.status, StatusCode::GONE);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_who_has_an_account_t_c2() {
    let town = town();
    give_password(&town, "director");
    for (known, unknown) in [("director@harbour.example", "dirextor@harbour.example")] {
        let mut answers = Vec::new();
        for login in [known, unknown] {
            answers.push(town.visitor().post("/password", [("login", login)]).await);
        }
        let plain = |page: &kernel::testing::Page| {
            let mut headers = page.headers.clone();
            headers.remove("x-request-id");
            (page.status, headers, page.bytes.len())
        };
        assert_eq!(plain(&answers[0]), plain(&answers[1]));
    }
    town.work();
    assert!(letters(&town, "dirextor@harbour.example").is_empty());
    let empty = town.visitor().post("/password", [("login", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_link_pressed_by_many_at_once_works_once() {
    let town = town();
    let login = give_password(&town, "director");
    let sent = forget(&town, &login).await;
    let mut pressing = tokio::task::JoinSet::new();
    for _ in 0..10 {
        let (mut visitor, link) = (town.visitor(), sent[0].clone());
        pressing.spawn(async move {
            loop {
                match visitor.post(&link, [("password", OTHER)]).await.status {
                    StatusCode::SERVICE_UNAVAILABLE => {}
                    other => return other,
                }
            }
        });
    }
    let mut won = 0;
    while let Some(status) = pressing.join_next().await {
        match status.unwrap() {
            StatusCode::SEE_OTHER => won += 1,
            StatusCode::GONE => {}
            other => panic!("{other}"),
        }
    }
    assert_eq!(won, 1);
}
