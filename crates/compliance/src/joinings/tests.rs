//! Since when a group's rule asks somebody.
use axum::http::StatusCode;
use kernel::Fields;
use server::testing::town;

use crate::rules::tests::{person, qualification, send};

#[tokio::test(flavor = "multi_thread")]
async fn a_group_asks_from_the_day_of_joining() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let world = town.world.clone();
    let group = town
        .write(move |tx| people::fixtures::group(tx, &world, "Demolition", &["Emil Karlsson"]))
        .unwrap();
    let subject = qualification(&town, "First aid at work");
    let form =
        Fields::of([("group", &*group.to_string()), ("subject", &*subject), ("grace", "10")]);
    let made = send(&mut owner, "/requirements", &form).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    town.pass_hours(24 * 20);
    let mut owner = town.enter("owner").await;
    let (emil, oskar) = (person(&town, "Emil Karlsson"), person(&town, "Oskar Lind"));
    let page = owner.get(&format!("/people/{emil}/requirements")).await;
    assert!(page.has("May not work here"), "{}", page.text());
    let joins = Fields::of([("id", &*oskar)]);
    let joined = send(&mut owner, &format!("/groups/{group}/members"), &joins).await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text());
    let page = owner.get(&format!("/people/{oskar}/requirements")).await;
    assert!(
        page.has("needed by 21 Dec 2026") && page.has("with something open"),
        "{}",
        page.text()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_by_rule_asks_from_the_change_that_made_a_member() {
    let town = town();
    let (org, world) = (town.world.org, town.world.clone());
    let emil: kernel::PersonId = person(&town, "Emil Karlsson").parse().unwrap();
    let group = town
        .write(move |tx| {
            let group = people::fixtures::group(tx, &world, "Contractors", &[])?;
            tx.run("update people_group set kind = 'rule' where org_id = $1 and id = $2", &[&org, &group])?;
            let sql = "insert into group_rule (org_id, group_id, category, value) values ($1, $2, 'kind', 'contractor')";
            tx.run(sql, &[&org, &group])?;
            Ok(group)
        })
        .unwrap();
    let mut owner = town.enter("owner").await;
    let subject = qualification(&town, "First aid at work");
    let form =
        Fields::of([("group", &*group.to_string()), ("subject", &*subject), ("grace", "10")]);
    let made = send(&mut owner, "/requirements", &form).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    town.pass_hours(24 * 20);
    town.write(move |tx| {
        let sql = "update person set kind = 'contractor' where org_id = $1 and id = $2";
        tx.run(sql, &[&org, &emil])?;
        tx.record(&kernel::Event::new(org, "person.updated", "person", emil).about(emil))
    })
    .unwrap();
    town.pass_hours(24 * 3);
    let mut owner = town.enter("owner").await;
    let page = owner.get(&format!("/people/{emil}/requirements")).await;
    assert!(page.has("needed by 21 Dec 2026"), "{}", page.text());
    town.write(move |tx| {
        let sql = "update person set kind = 'employee' where org_id = $1 and id = $2";
        tx.run(sql, &[&org, &emil])?;
        tx.record(&kernel::Event::new(org, "person.updated", "person", emil).about(emil))
    })
    .unwrap();
    let left = town.read(|db| db.one("select count(*) from joining", &[], |row| row.get::<i64>(0)));
    assert_eq!(left.unwrap(), 0, "whoever comes back joins anew");
}
