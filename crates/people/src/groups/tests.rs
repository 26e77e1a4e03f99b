//! Groups through the front door, and the logic of rules on the engine of the run.
use axum::http::StatusCode;
use kernel::testing::{Page, Visitor};
use kernel::{Fields, GroupId, OrgId, PersonId, Tx};
use server::testing::{Town, town};

use super::model::{Definition, Rule};

/// Six people who differ in everything a rule can ask for.
struct Crew {
    north: String,
    south: String,
    electrician: String,
    roofer: String,
    overseas: String,
}

fn made(
    tx: &mut Tx<'_>,
    org: OrgId,
    sql: &'static str,
    name: &str,
) -> kernel::Result<kernel::AnyId> {
    let id: kernel::AnyId = tx.new_id();
    let folded = kernel::field::fold(name);
    let now = tx.now();
    tx.run(sql, &[&org, &id, &name, &folded, &now])?;
    Ok(id)
}

const COMPANY: &str =
    "insert into company (org_id, id, name, folded, made_at) values ($1, $2, $3, $4, $5)";
const PERSON: &str = "insert into person (org_id, id, kind, name, folded, division_id, made_at)
    select $1, $2, 'contractor', $3, $4, id, $5 from division where org_id = $1 and is_default";

fn crew(town: &Town) -> Crew {
    let (org, gate, yard) = (town.world.org, town.world.gate, town.world.yard);
    town.write(move |tx| {
        let north = made(tx, org, COMPANY, "North")?;
        let south = made(tx, org, COMPANY, "South")?;
        let (electrician, roofer, overseas) = (tx.new_id(), tx.new_id(), tx.new_id());
        let (electrician, roofer, overseas): (kernel::AnyId, kernel::AnyId, kernel::AnyId) =
            (electrician, roofer, overseas);
        for (id, name) in [(electrician, "electrician"), (roofer, "roofer")] {
            tx.run(
                "insert into job_role (org_id, id, name, folded) values ($1, $2, $3, $3)",
                &[&org, &id, &name],
            )?;
        }
        tx.run(
            "insert into division (org_id, id, name, folded, is_default) values ($1, $2, $3, $3, $4)",
            &[&org, &overseas, &"overseas", &false],
        )?;
        let people = [
            ("Ann", "employee", None, Some(electrician), false, Some(gate), "depot"),
            ("Bob", "contractor", Some(north), Some(electrician), false, Some(gate), ""),
            ("Cid", "contractor", Some(north), Some(roofer), false, Some(yard), ""),
            ("Dee", "contractor", Some(south), Some(electrician), true, Some(yard), "depot"),
            ("Eve", "contractor", Some(south), Some(roofer), true, None, "home"),
            ("Old", "contractor", Some(north), Some(electrician), false, Some(gate), "depot"),
        ];
        for (name, kind, company, role, away, site, base) in people {
            let id = made(tx, org, PERSON, name)?;
            let state = if name == "Old" { "archived" } else { "active" };
            tx.run(
                "update person set kind = $3, company_id = $4, job_role_id = $5, work_base = $6, state = $7
                  where org_id = $1 and id = $2",
                &[&org, &id, &kind, &company, &role, &base, &state],
            )?;
            if away {
                tx.run(
                    "update person set division_id = $3 where org_id = $1 and id = $2",
                    &[&org, &id, &overseas],
                )?;
            }
            if let Some(site) = site {
                let now = tx.now();
                tx.run(
                    "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, $4)",
                    &[&org, &id, &site, &now],
                )?;
            }
        }
        Ok([north, south, electrician, roofer, overseas].map(|it| it.to_string()))
    })
    .map(|[north, south, electrician, roofer, overseas]| Crew {
        north,
        south,
        electrician,
        roofer,
        overseas,
    })
    .expect("a crew")
}

/// Makes a group by rule of these rows and returns who of the crew is in it.
fn members(town: &Town, rows: &[(&str, &str)]) -> String {
    let mut rule = Rule::default();
    for (category, value) in rows {
        rule.add(category, (*value).to_owned());
    }
    let org = town.world.org;
    let id: GroupId = town
        .write(move |tx| {
            let id: GroupId = tx.new_id();
            tx.run(
                "insert into people_group (org_id, id, name, folded, kind) values ($1, $2, $3, $3, 'rule')",
                &[&org, &id, &id.to_string()],
            )?;
            for (category, value) in rule.rows() {
                tx.run(
                    "insert into group_rule (org_id, group_id, category, value) values ($1, $2, $3, $4)",
                    &[&org, &id, &category, &value],
                )?;
            }
            Ok(id)
        })
        .expect("a group");
    town.read(|db| {
        let mut names = Vec::new();
        let all = db.all("select id from person order by id", &[], |row| row.get(0))?;
        for member in super::members::store::members_among(db, org, id, &all)? {
            let name: String = db.one(
                "select name from person where org_id = $1 and id = $2",
                &[&org, &member.person],
                |row| row.get(0),
            )?;
            if name.len() == 3 {
                names.push(name);
            }
        }
        names.sort();
        Ok(names.join(" "))
    })
    .expect("members")
}

/// C-43: the values of one category are alternatives, categories add up, no condition means everybody. T-S22: those
/// who are archived are in no group.
#[tokio::test(flavor = "multi_thread")]
async fn a_rule_is_or_inside_a_category_and_and_across() {
    let town = town();
    let crew = crew(&town);
    let (gate, yard) = (town.world.gate.to_string(), town.world.yard.to_string());
    let (north, south) = (("company", crew.north.as_str()), ("company", crew.south.as_str()));
    let electrician = ("job_role", crew.electrician.as_str());
    let roofer = ("job_role", crew.roofer.as_str());
    let (gate, yard) = (("site", gate.as_str()), ("site", yard.as_str()));
    let overseas = ("division", crew.overseas.as_str());
    let cases: &[(&[(&str, &str)], &str)] = &[
        (&[], "Ann Bob Cid Dee Eve"),
        (&[("kind", "employee")], "Ann"),
        (&[("kind", "contractor")], "Bob Cid Dee Eve"),
        (&[("kind", "employee"), ("kind", "contractor")], "Ann Bob Cid Dee Eve"),
        (&[north], "Bob Cid"),
        (&[north, south], "Bob Cid Dee Eve"),
        (&[north, electrician], "Bob"),
        (&[north, south, electrician], "Bob Dee"),
        (&[north, south, electrician, roofer], "Bob Cid Dee Eve"),
        (&[electrician], "Ann Bob Dee"),
        (&[electrician, gate], "Ann Bob"),
        (&[electrician, gate, yard], "Ann Bob Dee"),
        (&[electrician, gate, yard, north], "Bob"),
        (&[overseas], "Dee Eve"),
        (&[overseas, yard], "Dee"),
        (&[overseas, north], ""),
        (&[("work_base", "depot")], "Ann Dee"),
        (&[("work_base", "depot"), ("work_base", "home")], "Ann Dee Eve"),
        (&[("work_base", "depot"), ("kind", "contractor")], "Dee"),
        (&[("kind", "contractor"), south, roofer, overseas, ("work_base", "home")], "Eve"),
    ];
    for (rows, expected) in cases {
        assert_eq!(members(&town, rows), *expected, "{rows:?}");
    }
}

#[test]
fn a_rule_reads_back_from_its_rows() {
    let id = kernel::AnyId::new(1, [3; 10]).to_string();
    let mut rule = Rule::default();
    for (category, value) in [
        ("kind", "employee"),
        ("company", &id),
        ("job_role", &id),
        ("division", &id),
        ("site", &id),
        ("work_base", "depot"),
    ] {
        rule.add(category, value.to_owned());
    }
    let mut again = Rule::default();
    for (category, value) in rule.rows() {
        again.add(category, value);
    }
    assert_eq!(rule, again);
    assert_eq!(rule.rows().len(), 6);
    assert!(matches!(Definition::Rule(rule), Definition::Rule(_)));
}

/// Sends a rule, looks at what it comes to, and saves it.
async fn save(visitor: &mut Visitor, path: &str, fields: Fields) -> Page {
    let looked = visitor.post_fields(path, &fields.with("_key", "look-at-the-result-1")).await;
    assert_eq!(looked.status, StatusCode::OK, "{}", looked.text());
    let seen = looked.between("name=\"seen\" value=\"", "\"").expect("the mark of the rule");
    let fields = fields.with("seen", &seen).with("_key", &format!("save-the-group-{seen}"));
    visitor.post_fields(path, &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_shows_what_it_comes_to_before_it_is_saved() {
    let town = town();
    drop(crew(&town));
    let mut owner = town.enter("owner").await;
    let form = Fields::of([
        ("kind", "rule"),
        ("name", "Sparks"),
        ("rule_company", "NORTH\nsouth"),
        ("rule_job_role", "electrician"),
    ]);
    let looked = owner.post_fields("/groups", &form.with("_key", "look-at-the-result-0")).await;
    assert!(looked.has("2 people match now") && looked.has("Bob, Dee"), "{}", looked.text());
    assert!(!owner.get("/groups").await.has("Sparks"), "nothing is saved yet");
    let changed = form.with("rule_company", "north").with("seen", "0123456789abcdef");
    let looked = owner.post_fields("/groups", &changed.with("_key", "look-at-the-other-00")).await;
    assert!(looked.has("1 person matches now"), "another rule is looked at first");
    let saved = save(&mut owner, "/groups", form.clone()).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let path = saved.location().to_owned();
    let page = owner.get(&path).await;
    assert!(page.has("North or South") && page.has("All of these must hold"), "{}", page.text());
    assert!(page.has("Bob") && page.has("Dee") && !page.has("Eve"));
    let edit = owner.get(&format!("{path}/edit")).await;
    assert!(edit.has("North\nSouth") && edit.has("electrician"), "the form is filled in");
    let saved = save(&mut owner, &path, form.with("rule_company", "")).await;
    assert_eq!(saved.location(), path);
    assert!(owner.get(&path).await.has("Ann"), "the members follow the rule at once");
    let picked = owner.post(&format!("{path}/members"), [("id", &path[8..])]).await;
    assert_eq!(picked.status, StatusCode::CONFLICT, "nobody is picked for it by hand");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_is_not_known_is_said_at_its_field() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let wrong = owner
        .post(
            "/groups",
            [
                ("kind", "rule"),
                ("name", "x"),
                ("rule_company", "Nowhere"),
                ("rule_site", "Harbour gate"),
            ],
        )
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has("href=\"#rule_company\"") && wrong.has("Nowhere"));
    assert!(!wrong.has("href=\"#rule_site\"") && wrong.has("Harbour gate"));
    let wrong =
        owner.post("/groups", [("kind", "rule"), ("name", ""), ("rule_kind", "ghost")]).await;
    assert!(wrong.has("href=\"#name\"") && wrong.has("href=\"#rule_kind\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_picked_by_hand_several_at_once() {
    let town = town();
    drop(crew(&town));
    let mut owner = town.enter("owner").await;
    let made = owner.post("/groups", [("kind", "picked"), ("name", "First aid")]).await;
    let path = made.location().to_owned();
    let again = owner.post("/groups", [("kind", "picked"), ("name", "FIRST aid")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.has("exists already"));
    let org = town.world.org;
    let ids: Vec<PersonId> = town
        .read(|db| {
            db.all(
                "select id from person where org_id = $1 and name in ('Ann', 'Bob') order by name",
                &[&org],
                |row| row.get(0),
            )
        })
        .unwrap();
    let body = format!("id={}&id={}&id={}&_key=add-two-people-00", ids[0], ids[1], ids[0]);
    let form = Fields::parse(body.as_bytes()).unwrap();
    owner.post_fields(&format!("{path}/members"), &form).await;
    let page = owner.get(&path).await;
    assert!(page.has("2 people added") && page.has("Ann") && page.has("Bob"));
    owner.post(&format!("{path}/members/removal"), [("id", &ids[0].to_string())]).await;
    assert!(!owner.get(&path).await.has(">Ann<"));
}

/// H-S7, §8: a division's editors change its groups, see those of everybody, and see only their own people in them.
#[tokio::test(flavor = "multi_thread")]
async fn groups_are_reached_by_division() {
    let town = town();
    let crew = crew(&town);
    let mut owner = town.enter("owner").await;
    let rule = |name| Fields::of([("kind", "rule"), ("name", name), ("rule_kind", "contractor")]);
    let all = save(&mut owner, "/groups", rule("All")).await.location().to_owned();
    let far = rule("Far").with("division", &crew.overseas);
    let far = save(&mut owner, "/groups", far).await.location().to_owned();
    let page = owner.get(&far).await;
    assert!(page.has("Dee") && !page.has("Bob"), "only people of its division");
    let mut editor = town.enter("people-editor").await;
    let page = editor.get(&all).await;
    assert!(page.has("Bob") && !page.has("Dee") && !page.has("/edit"), "{}", page.text());
    assert_eq!(editor.get(&format!("{all}/edit")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(editor.get(&far).await.status, StatusCode::NOT_FOUND);
    assert_eq!(editor.post(&all, [("name", "x")]).await.status, StatusCode::NOT_FOUND);
    let own = save(&mut editor, "/groups", rule("Near")).await.location().to_owned();
    let page = owner.get(&own).await;
    assert!(page.has("Bob") && !page.has("Dee"), "an editor's group holds the own division");
    for key in ["supervisor", "director", "team-manager", "line-manager", "people-viewer"] {
        let mut looks = town.enter(key).await;
        assert_eq!(looks.get(&own).await.status, StatusCode::OK, "{key}");
        assert_eq!(looks.post(&own, [("name", "x")]).await.status, StatusCode::FORBIDDEN, "{key}");
    }
    for key in ["site-manager", "operator", "employee"] {
        assert_eq!(town.enter(key).await.get(&own).await.status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut stranger = town.enter("stranger").await;
    assert_eq!(stranger.get(&own).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.post(&own, [("name", "x")]).await.status, StatusCode::NOT_FOUND);
    assert!(!stranger.get("/groups").await.has("Near"));
    let nowhere = Fields::of([("kind", "rule"), ("name", "x"), ("rule_company", "North")]);
    let nowhere = stranger.post_fields("/groups", &nowhere.with("_key", "another-one-0000")).await;
    assert!(nowhere.has("href=\"#rule_company\""), "names of another organisation are not known");
}
