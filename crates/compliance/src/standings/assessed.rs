//! How assessments count, through the front door.
use axum::http::StatusCode;
use kernel::Fields;
use server::testing::{Town, town};

use crate::rules::tests::{person, send};

/// How a form names a template of the told world.
fn template(town: &Town, name: &'static str) -> String {
    let find = "select id from assessment_template where name = $1";
    let id: kernel::TemplateId = town.read(|db| db.one(find, &[&name], |row| row.get(0))).unwrap();
    format!("assessment:{id}")
}

/// What a person's page says about their own reasons at each site, from its name on.
fn at<'p>(page: &'p str, site: &str) -> &'p str {
    let rest = page.split(&format!("<h2><span>{site}")).nth(1).expect("the site");
    rest.split("</section>").next().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_assessment_for_another_site_meets_all_sites_and_not_the_site_t_s7() {
    let town = town();
    let oskar = person(&town, "Oskar Lind");
    let (org, gate, yard) = (town.world.org, town.world.gate, town.world.yard);
    let who: kernel::PersonId = oskar.parse().unwrap();
    town.write(move |tx| {
        for site in [gate, yard] {
            let put = "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, 1)";
            tx.run(put, &[&org, &who, &site])?;
        }
        Ok(())
    })
    .unwrap();
    let mut owner = town.enter("owner").await;
    let asked = template(&town, "Site risk assessment");
    for (field, value) in
        [("site", gate.to_string()), ("site", yard.to_string()), ("all", "1".to_owned())]
    {
        let rule = Fields::of([(field, &value), ("subject", &asked)]);
        let page = send(&mut owner, "/requirements", &rule).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    }
    while town.work() > 0 {}
    let page = owner.get(&format!("/people/{oskar}/requirements")).await.text();
    let (gate, yard) = (at(&page, "Harbour Gate"), at(&page, "North Yard"));
    assert!(gate.contains("May work here") && !gate.contains("another site"), "{gate}");
    assert!(yard.contains("May not work here"), "{yard}");
    assert!(yard.contains("done for another site, asked for this one"), "{yard}");
    assert!(yard.contains("valid until 22 Nov 2027"), "the rule of all sites is met: {yard}");
    // Where else somebody works is not told to everybody who reads the list.
    assert!(!owner.get("/people?search=Oskar").await.has("done for Harbour Gate"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_assessment_that_waits_is_rejected_or_missing_is_said_so_and_renewed_at_once() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let rule = Fields::of([("all", "1"), ("subject", &template(&town, "Site risk assessment"))]);
    send(&mut owner, "/requirements", &rule).await;
    while town.work() > 0 {}
    for (name, words) in [
        ("Enzo Marchetti", "handed in, waiting to be checked"),
        ("Sunita Rao", "rejected"),
        ("Emil Karlsson", "missing"),
    ] {
        let page = owner.get(&format!("/people/{}/requirements", person(&town, name))).await;
        assert!(page.has("Site risk assessment") && page.has(words), "{name}: {}", page.text());
    }
    let first = owner.get("/assessments").await.between("href=\"/assessments/", "\"").unwrap();
    assert!(owner.get("/people?search=Enzo").await.has("handed in, waiting to be checked"));
    owner.post(&format!("/assessments/{first}/approval"), []).await;
    assert!(owner.get("/people?search=Enzo").await.has("valid until 22 Nov 2027"), "in the list");
    let waiver = Fields::of([
        ("subject", template(&town, "Site risk assessment").as_str()),
        ("until", "2026-12-24"),
        ("reason", "Only visits the office"),
    ]);
    let emil = person(&town, "Emil Karlsson");
    let page = send(&mut owner, &format!("/people/{emil}/waivers"), &waiver).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    assert!(
        owner.get(&format!("/people/{emil}/requirements")).await.has("waived until 24 Dec 2026")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_published_templates_can_be_asked_for() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let form = owner.get("/requirements/new?all=1").await;
    assert!(form.has("Site risk assessment") && !form.has("Lone working"), "{}", form.text());
    let draft = Fields::of([("all", "1"), ("subject", &template(&town, "Lone working"))]);
    let page = send(&mut owner, "/requirements", &draft).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    // What is asked for already stays in its own rule when nobody could pick it any more.
    let asked = template(&town, "Health questionnaire");
    let rule = Fields::of([("all", "1"), ("subject", &asked)]);
    send(&mut owner, "/requirements", &rule).await;
    let path = format!("/assessment-templates/{}", asked.trim_start_matches("assessment:"));
    owner.post(&format!("{path}/publication/end"), []).await;
    let find = "select id from rule order by made_at desc, id desc limit 1";
    let id: kernel::RuleId = town.read(|db| db.one(find, &[], |row| row.get(0))).unwrap();
    assert!(owner.get(&format!("/requirements/{id}/edit")).await.has("Health questionnaire"));
    let page = send(&mut owner, &format!("/requirements/{id}"), &rule.with("grace", "7")).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    assert!(!owner.get("/requirements/new?all=1").await.has("Health questionnaire"));
}
