//! What a rehearsal finds.
use axum::http::StatusCode;
use server::testing::town;

use crate::rules::tests::{rule, send};

#[tokio::test(flavor = "multi_thread")]
async fn what_a_rehearsal_says_is_what_happens_then() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let form = rule(&town, "Asbestos awareness").with("start", "2026-12-01");
    let told = owner.get(&format!("/requirements/rehearsal.csv{}", form.to_query())).await.text();
    assert!(told.contains("1 Dec 2026"), "{told}");
    assert_eq!(send(&mut owner, "/requirements", &form).await.status, StatusCode::SEE_OTHER);
    let people: Vec<(String, kernel::PersonId)> = town
        .read(|db| {
            let sql = "select p.name, p.id from person p join organisation o on o.id = p.org_id
                where p.state = 'active' and o.name = 'Harbour Works' order by p.id";
            db.all(sql, &[], |row| Ok((row.get(0)?, row.get(1)?)))
        })
        .unwrap();
    let (mut red, mut told_red) = (0, 0);
    for (name, id) in people {
        let page = format!("/people/{id}/requirements");
        let before = owner.get(&format!("{page}?at=2026-11-30T23:59")).await;
        let after = owner.get(&format!("{page}?at=2026-12-01T00:00")).await;
        let turns = !before.has("May not work here") && after.has("May not work here");
        red += usize::from(turns);
        told_red += usize::from(told.contains(&name));
        assert_eq!(turns, told.contains(&name), "{name}: {}", after.text());
    }
    assert!(red > 0 && red == told_red);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rehearsal_is_for_those_who_may_publish() {
    let town = town();
    let path = format!("/requirements/rehearsal{}", rule(&town, "CSCS card").to_query());
    for key in ["director", "employee", "supervisor"] {
        let page = town.enter(key).await.get(&path).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut manager = town.enter("site-manager").await;
    assert_eq!(manager.get(&path).await.status, StatusCode::NOT_FOUND, "not all sites");
}
