//! How people stand, through the front door.
use axum::http::StatusCode;
use kernel::Fields;
use kernel::testing::Page;
use server::testing::{Town, town};

use crate::rules::tests::{person, qualification, rule, send};

/// Somebody of the harbour, with what the list of people keeps of their first reason.
type Told = (kernel::PersonId, String, String);

/// Everybody of the harbour, made people of one company, so that its page shows them all.
fn everybody(town: &Town) -> (kernel::CompanyId, Vec<Told>) {
    let org = town.world.org;
    let company = town
        .write(move |tx| {
            let (id, now): (kernel::CompanyId, _) = (tx.new_id(), tx.now());
            let sql =
                "insert into company (org_id, id, name, folded, made_at) values ($1, $2, 'All', 'all', $3)";
            tx.run(sql, &[&org, &id, &now])?;
            tx.run("update person set company_id = $2 where org_id = $1", &[&org, &id])?;
            Ok(id)
        })
        .unwrap();
    let sql = "select b.person_id, p.name, b.next from board b
        join person p on p.org_id = b.org_id and p.id = b.person_id where b.org_id = $1 order by p.id";
    let read = |row: &kernel::db::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    (company, town.read(|db| db.all(sql, &[&org], read)).unwrap())
}

/// What a person's page says is open: subject and words.
fn open(page: &Page) -> Vec<(String, String)> {
    let text = page.text();
    let bad = text.split("<li class=\"req ").skip(1).filter(|it| it.starts_with("is-bad"));
    let pair = |it: &str| {
        let (_, rest) = it.split_once("<b>")?;
        let (subject, rest) = rest.split_once("</b><small class=\"why\">")?;
        let (words, _) = rest.split_once("</small>")?;
        Some((subject.to_owned(), words.to_owned()))
    };
    bad.filter_map(pair).collect()
}

/// The list, the details beside it, the person's page, the matrix and the company's page say the same words.
#[tokio::test(flavor = "multi_thread")]
async fn the_same_reason_is_the_same_sentence_on_five_pages() {
    let town = town();
    let mut owner = town.enter("owner").await;
    for name in ["CSCS card", "First aid at work", "Asbestos awareness"] {
        let page = send(&mut owner, "/requirements", &rule(&town, name)).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    }
    let (company, people) = everybody(&town);
    let list = owner.get("/people").await;
    let crew = owner.get(&format!("/companies/{company}/requirements")).await;
    let mut told = 0;
    for (id, name, next) in &people {
        let Some(why) = ui::Why::read(next) else { continue };
        let (words, line) = (why.words(kernel::Lang::En), why.line(kernel::Lang::En));
        let page = owner.get(&format!("/people/{id}/requirements")).await;
        let beside = owner.get(&format!("/people?sel={id}")).await;
        let row = Fields::of([("search", name.as_str())]).to_query();
        let matrix = owner.get(&format!("/matrix{row}")).await;
        assert!(list.has(&words) && beside.has(&line), "{name}: {line}");
        assert!(page.has(&words) && page.has(why.subject()), "{words}: {}", page.text());
        assert!(matrix.has(&words) && matrix.has(why.subject()), "{words}: {}", matrix.text());
        for (subject, words) in open(&page) {
            assert!(crew.has(&format!("{subject}: {words}")), "{name}: {}", crew.text());
            assert!(matrix.has(&format!("{words}</span>")), "{name}: {}", matrix.text());
            told += 1;
        }
    }
    assert!(told > 20, "{told}");
    assert!(list.has("Not valid") && list.has("What is next"));
}

/// And they do so as at any other moment.
#[tokio::test(flavor = "multi_thread")]
async fn what_will_be_missing_is_the_same_sentence_everywhere() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let form = rule(&town, "CSCS card").with("start", "2026-12-01");
    assert_eq!(send(&mut owner, "/requirements", &form).await.status, StatusCode::SEE_OTHER);
    let (company, people) = everybody(&town);
    for (at, reds) in [("2026-11-30T23:59", false), ("2026-12-01T00:00", true)] {
        let crew = owner.get(&format!("/companies/{company}/requirements?at={at}")).await;
        let mut told = 0;
        for (id, name, _) in &people {
            let page = owner.get(&format!("/people/{id}/requirements?at={at}")).await;
            let row = Fields::of([("search", name.as_str()), ("at", at)]).to_query();
            let matrix = owner.get(&format!("/matrix{row}")).await;
            for (subject, words) in open(&page) {
                assert!(crew.has(&format!("{subject}: {words}")), "{name}: {}", crew.text());
                assert!(matrix.has(&format!("{words}</span>")), "{name}: {}", matrix.text());
                told += 1;
            }
        }
        assert_eq!(told > 3, reds, "{told} at {at}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_over_is_not_shown_until_it_is_renewed() {
    let town = town();
    let mut owner = town.enter("owner").await;
    send(&mut owner, "/requirements", &rule(&town, "First aid at work").with("grace", "2")).await;
    while town.work() > 0 {}
    let list = owner.get("/people?search=Emil").await;
    assert!(list.has("needed by 23 Nov 2026"), "{}", list.text());
    town.pass_hours(48);
    let mut owner = town.enter("owner").await;
    let late = owner.get("/people?search=Emil").await;
    assert!(late.has("Being checked") && !late.has("needed by 23 Nov"), "{}", late.text());
    let page = owner.get(&format!("/people/{}/requirements", person(&town, "Emil Karlsson"))).await;
    assert!(page.has("May not work here"), "the page judges for itself");
    town.write(crate::schedule).unwrap();
    while town.work() > 0 {}
    let list = owner.get("/people?search=Emil").await;
    assert!(list.has("Not started") || list.has("Not valid"), "{}", list.text());
    assert!(!list.has("Being checked"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_waiver_lets_somebody_off_and_a_ban_keeps_them_out() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let emil = person(&town, "Emil Karlsson");
    let page = format!("/people/{emil}/requirements");
    send(&mut owner, "/requirements", &rule(&town, "First aid at work")).await;
    assert!(owner.get(&page).await.has("May not work here"));
    let waiver = Fields::of([
        ("subject", &*qualification(&town, "First aid at work")),
        ("until", "2026-12-24"),
        ("reason", "Course is booked for January"),
    ]);
    let made = send(&mut owner, &format!("/people/{emil}/waivers"), &waiver).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let seen = owner.get(&page).await;
    assert!(seen.has("May work here") && seen.has("waived until 24 Dec 2026"), "{}", seen.text());
    assert!(seen.has("Course is booked for January"));
    let later = owner.get(&format!("{page}?at=2026-12-25T08:00")).await;
    assert!(later.has("May not work here"), "a waiver has an end");
    let ban = Fields::of([("kind", "banned"), ("reason", "Climbed the fence")]);
    let banned = send(&mut owner, &format!("/people/{emil}/bans"), &ban).await;
    assert_eq!(banned.status, StatusCode::SEE_OTHER, "{}", banned.text());
    let seen = owner.get(&page).await;
    assert!(seen.has("May not work here") && seen.has("Banned"), "{}", seen.text());
    let end = seen
        .between(&format!("/people/{emil}/bans/"), "\"")
        .filter(|it| it != "new")
        .unwrap_or_else(|| {
            let text = String::from_utf8_lossy(&seen.bytes).into_owned();
            let at = text.find(&format!("/people/{emil}/bans/0")).expect("a way to end it");
            text[at..]
                .split(['"', '?'])
                .next()
                .unwrap_or_default()
                .rsplit_once("/bans/")
                .unwrap()
                .1
                .to_owned()
        });
    let ended = send(&mut owner, &format!("/people/{emil}/bans/{end}"), &Fields::default()).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.text());
    assert!(owner.get(&page).await.has("May work here"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_lets_themselves_off_and_nobody_reaches_further_than_their_sites() {
    let town = town();
    let mut manager = town.enter("site-manager").await;
    let emil = person(&town, "Emil Karlsson");
    let subject = qualification(&town, "CSCS card");
    let waiver =
        Fields::of([("subject", &*subject), ("until", "2026-12-24"), ("reason", "Because")]);
    let path = format!("/people/{emil}/waivers");
    assert_eq!(
        send(&mut manager, &path, &waiver).await.status,
        StatusCode::NOT_FOUND,
        "not their site"
    );
    let (home, other) = settle(&town, &emil);
    let every = send(&mut manager, &path, &waiver).await;
    assert_eq!(every.status, StatusCode::UNPROCESSABLE_ENTITY, "not for every site");
    let there = send(&mut manager, &path, &waiver.with("site", &other.0)).await;
    assert_eq!(there.status, StatusCode::UNPROCESSABLE_ENTITY, "not for another site");
    let here = send(&mut manager, &path, &waiver.with("site", &home)).await;
    assert_eq!(here.status, StatusCode::SEE_OTHER, "{}", here.text());
    let page = manager.get(&format!("/people/{emil}/requirements")).await;
    assert!(page.has("Because") && !page.has(&other.1), "nothing of sites out of reach");
    let owner = town.persona("owner").name;
    let own = person(&town, owner);
    let mut owner = town.enter("owner").await;
    let page = send(&mut owner, &format!("/people/{own}/waivers"), &waiver).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN, "{}", page.text());
    let mut stranger = town.enter("stranger").await;
    let page = send(&mut stranger, &format!("/people/{emil}/waivers"), &waiver).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let mut employee = town.enter("employee").await;
    let own = employee.get(&format!("/people/{emil}/requirements")).await;
    assert_eq!(own.status, StatusCode::OK, "the own reasons");
    assert!(!own.has("/waivers/new"));
}

/// Places somebody at the site manager's site and at another one: the first's id, the other's id and name.
pub fn settle(town: &Town, person: &str) -> (String, (String, String)) {
    let (org, manager) = (town.world.org, town.persona("site-manager").account);
    let person: kernel::PersonId = person.parse().unwrap();
    town.write(move |tx| {
        let sql = "select site_id from role_grant where org_id = $1 and account_id = $2 and site_id is not null";
        let home: kernel::SiteId = tx.one(sql, &[&org, &manager], |row| row.get(0))?;
        let sql = "select id, name from site where org_id = $1 and id <> $2 order by folded";
        let (other, name): (kernel::SiteId, String) =
            tx.one(sql, &[&org, &home], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let now = tx.now();
        for site in [home, other] {
            let sql = "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, $4)
                on conflict do nothing";
            tx.run(sql, &[&org, &person, &site, &now])?;
        }
        crate::renew(tx, org, &[person])?;
        Ok((home.to_string(), (other.to_string(), name)))
    })
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_only_a_look_keeps_out_is_looked_at_first() {
    let town = town();
    let (org, gate) = (town.world.org, town.world.gate);
    let tomas: kernel::PersonId = person(&town, "Tomás Moreno").parse().unwrap();
    town.write(move |tx| {
        let put =
            "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, 1)";
        tx.run(put, &[&org, &tomas, &gate]).map(drop)
    })
    .unwrap();
    let mut owner = town.enter("owner").await;
    let before = |text: &str| text.find("Emil Karlsson") < text.find("Tomás Moreno");
    let queue = owner.get("/evidence").await;
    assert!(!before(&queue.text()) && !queue.has("Keeps them out now"), "at work goes first");
    send(&mut owner, "/requirements", &rule(&town, "Asbestos awareness")).await;
    let queue = owner.get("/evidence").await;
    assert!(before(&queue.text()) && queue.has("Keeps them out now"), "{}", queue.text());
    let id = queue.between("href=\"/evidence/", "\"").expect("the first");
    let next = owner.post(&format!("/evidence/{id}/approval"), []).await;
    let next = owner.follow(&next).await;
    assert!(next.has("Tomás Moreno"), "and then who is at work");
    let rule: kernel::AnyId =
        town.read(|db| db.one("select id from rule", &[], |row| row.get(0))).unwrap();
    send(&mut owner, &format!("/requirements/{rule}/end"), &Fields::default()).await;
    assert!(!owner.get("/evidence").await.has("Keeps them out now"));
}

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
