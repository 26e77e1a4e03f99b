//! No row of one organisation can point at a row of another, whatever the code says (T-A4).
use kernel::Error;
use kernel::db::Kind;

use crate::tables::{Table, Tables, sql};
use crate::world::House;

/// Tables with an `org_id` that is not the beginning of their key, and why.
const INSTALLATION_WIDE: &[(&str, &str)] = &[
    ("letter", "messages about an account, such as a new password, belong to no organisation"),
    ("session", "found by its secret, before it is known where its holder is at work"),
    (
        "sign_in_link",
        "found by its secret; the link of the first start comes before any organisation",
    ),
];

/// Tables whose rows belong to the installation, or that are organisations themselves.
const GROUND: &[&str] = &["organisation", "account"];

#[tokio::test(flavor = "multi_thread")]
async fn every_table_of_an_organisation_has_it_in_its_key() {
    let house = House::new().await;
    let mut wrong = Vec::new();
    for (name, table) in house.tables.iter().filter(|(_, it)| it.has("org_id")) {
        let listed = INSTALLATION_WIDE.iter().any(|it| it.0 == name);
        if table.is_tenant() == listed {
            wrong.push(format!("{name} has the key ({})", table.key.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(house.tables.values().filter(|it| it.is_tenant()).count() >= 18);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_reference_between_tables_of_organisations_carries_the_organisation() {
    let house = House::new().await;
    let mut wrong = Vec::new();
    for (name, table) in house.tables.iter().filter(|(_, it)| it.has("org_id")) {
        for reference in table.references.iter().filter(|it| is_tenant(&house.tables, &it.to)) {
            let carried = reference.pairs.iter().any(|it| it.0 == "org_id" && it.1 == "org_id");
            if !carried {
                wrong.push(format!("{name} points at {} by {:?}", reference.to, reference.pairs));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn is_tenant(tables: &Tables, name: &str) -> bool {
    !GROUND.contains(&name) && tables.get(name).is_some_and(Table::is_tenant)
}

/// Copies a row of Harbour Works into the other organisation, with everything it points at left where it is.
#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_points_into_another_organisation_is_refused() {
    let house = House::new().await;
    let (ours, theirs) = (house.world.org, house.world.other);
    let (mut accepted, mut without_rows, mut tried) = (Vec::new(), Vec::new(), 0);
    for (name, table) in &house.tables {
        for reference in table.references.iter().filter(|it| is_tenant(&house.tables, &it.to)) {
            let points: Vec<&str> = reference
                .pairs
                .iter()
                .map(|it| it.0.as_str())
                .filter(|it| *it != "org_id")
                .collect();
            let set = points
                .iter()
                .map(|it| format!("{it} is not null"))
                .collect::<Vec<_>>()
                .join(" and ");
            let find = format!("select count(*) from {name} where org_id = $1 and {set}");
            let rows: i64 =
                house.test.read(|db| db.one(sql(find), &[&ours], |row| row.get(0))).unwrap();
            if rows == 0 {
                without_rows.push(format!("{name} ({})", points.join(", ")));
                continue;
            }
            let rest: Vec<&str> =
                table.columns.iter().map(String::as_str).filter(|it| *it != "org_id").collect();
            let rest = rest.join(", ");
            let put = sql(format!(
                "insert into {name} (org_id, {rest}) select t.id, {rest_of} from {name} o join organisation t on t.id = $2
                  where o.org_id = $1 and {set_of} limit 1",
                rest_of = rest.split(", ").map(|it| format!("o.{it}")).collect::<Vec<_>>().join(", "),
                set_of = points.iter().map(|it| format!("o.{it} is not null")).collect::<Vec<_>>().join(" and "),
            ));
            tried += 1;
            match house.test.write(move |tx| tx.run(put, &[&ours, &theirs])) {
                Err(Error::Internal(fault))
                    if matches!(fault.kind, Kind::Reference | Kind::Duplicate) => {}
                other => accepted.push(format!("{name} ({}): {other:?}", points.join(", "))),
            }
        }
    }
    println!("{tried} references tried; without rows: {}", without_rows.join(", "));
    assert!(accepted.is_empty(), "{}", accepted.join("\n"));
    assert!(
        tried >= 15,
        "only {tried} references were tried; without rows: {}",
        without_rows.join(", ")
    );
}
