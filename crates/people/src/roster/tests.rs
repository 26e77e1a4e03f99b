//! The list of people through the front door.
use axum::http::StatusCode;
use kernel::testing::{Page, Visitor};
use server::testing::{Town, town};

/// A town with so many people more.
fn crowded(number: usize) -> Town {
    let town = town();
    town.crowd(number);
    town
}

/// Names on a page, in their order.
fn names(page: &Page) -> Vec<String> {
    let text = page.text();
    let rows = text.split("aria-label=\"Select ").skip(1);
    rows.filter_map(|it| it.split_once('"').map(|(name, _)| name.to_owned()))
        .filter(|it| it != "all on this page")
        .collect()
}

/// The address behind the button with these words.
fn turn(page: &Page, words: &str) -> Option<String> {
    let text = page.text();
    let (before, _) = text.split_once(&format!(">{words}</a>"))?;
    let (_, href) = before.rsplit_once("href=\"")?;
    href.split_once('"').map(|(href, _)| href.replace("&amp;", "&"))
}

/// All names, page after page, and back again.
async fn walk(visitor: &mut Visitor, from: &str) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
    let (mut forth, mut back) = (Vec::new(), Vec::new());
    let mut page = visitor.get(from).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    loop {
        forth.push(names(&page));
        match turn(&page, "Next") {
            Some(next) => page = visitor.get(&next).await,
            None => break,
        }
    }
    back.push(names(&page));
    while let Some(before) = turn(&page, "Previous") {
        page = visitor.get(&before).await;
        back.push(names(&page));
    }
    back.reverse();
    (forth, back)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_the_list_takes_three_statements() {
    let town = crowded(200);
    let mut owner = town.enter("owner").await;
    for path in [
        "/people",
        "/people?view=contractors",
        "/people?sort=company",
        "/people?sort=-start",
        "/people?search=okafor",
    ] {
        let page = owner.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.statements.unwrap() <= 3, "{path}: {:?}", page.statements);
    }
    let page = owner.get("/people").await;
    assert!(page.has("Aaron") && page.has("215 people"), "{}", page.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_go_forth_and_back_without_losing_anybody() {
    let town = crowded(180);
    let mut owner = town.enter("owner").await;
    for path in [
        "/people",
        "/people?sort=-name",
        "/people?sort=company",
        "/people?sort=start",
        "/people?sort=-start",
    ] {
        let (forth, back) = walk(&mut owner, path).await;
        let all: Vec<&String> = forth.iter().flatten().collect();
        assert_eq!(all.len(), 195, "{path}");
        assert_eq!(forth.len(), 4, "{path}");
        let again: Vec<&String> = back.iter().flatten().collect();
        assert_eq!(all, again, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn people_with_the_same_name_are_all_there() {
    let town = town();
    let mut owner = town.enter("owner").await;
    let division = town.world.division.to_string();
    for _ in 0..102 {
        let sent = owner
            .post(
                "/people",
                [("kind", "contractor"), ("name", "Jan Nowak"), ("division", &division)],
            )
            .await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    }
    let (forth, back) = walk(&mut owner, "/people?search=nowak").await;
    assert_eq!(forth.iter().map(Vec::len).collect::<Vec<_>>(), [50, 50, 2]);
    assert_eq!(back.iter().map(Vec::len).sum::<usize>(), 102);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_finds_without_accents_and_a_filter_narrows() {
    let town = crowded(200);
    let mut owner = town.enter("owner").await;
    assert_eq!(names(&owner.get("/people?search=chloe%20martin").await), ["Chloé Martin"]);
    assert_eq!(
        names(&owner.get("/people?search=daniel.okafor%40people").await),
        ["Daniel Okafor"],
        "by address"
    );
    let gate = town.world.gate;
    let page = owner.get(&format!("/people?site={gate}")).await;
    assert_eq!(names(&page).len(), 14);
    assert!(page.has("Harbour Gate") && page.has("Clear all"));
    let nobody = owner.get("/people?search=%25").await;
    assert!(nobody.has("Nobody matches"), "a percent sign is no wildcard");
    assert!(owner.get("/people/filters").await.has("Northgate Scaffolding"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_details_open_beside_the_list() {
    let town = crowded(20);
    let mut owner = town.enter("owner").await;
    let list = owner.get("/people?search=okafor").await;
    let sel = list.between("sel=", "\"").unwrap();
    let page = owner.get(&format!("/people?sel={sel}")).await;
    assert!(page.has("Scaffolder, Northgate Scaffolding") && page.has("id=\"inspector\""));
    let mut stranger = town.enter("stranger").await;
    let page = stranger.get(&format!("/people?sel={sel}")).await;
    assert!(page.status == StatusCode::OK && !page.has("Okafor"), "another organisation");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_supervisor_sees_names_and_no_contact_data_note_2() {
    let town = crowded(20);
    let mut supervisor = town.enter("supervisor").await;
    let list = supervisor.get("/people").await;
    assert!(list.has("Daniel Okafor") && list.has("Northgate Scaffolding"));
    assert!(!list.has("@people.example"));
    assert!(supervisor.get("/people?search=people.example").await.has("Nobody matches"));
    let file = supervisor.get("/people.csv").await;
    assert!(file.has("Daniel Okafor") && !file.has("@people.example"));
    let id = list.between("name=\"id\" value=\"", "\"").unwrap();
    assert!(!supervisor.get(&format!("/people/{id}")).await.has("@people.example"));
    assert!(town.enter("director").await.get("/people.csv").await.has("@people.example"));
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_sees_their_own_part_of_the_list() {
    let town = crowded(40);
    let site = names(&town.enter("site-manager").await.get("/people").await);
    assert_eq!(site.len(), 14 + 1, "who is placed at the own site, and the own record");
    let line = names(&town.enter("line-manager").await.get("/people").await);
    assert_eq!(line, ["Lena Magnusson"], "nobody reports to her yet");
    assert_eq!(names(&town.enter("people-viewer").await.get("/people").await).len(), 50);
    let stranger = town.enter("stranger").await.get("/people").await;
    assert!(!stranger.has("Okafor") && !stranger.has("55 people"));
    for key in ["employee", "engineer", "gate-scanner"] {
        let page = town.enter(key).await.get("/people").await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{key}");
    }
    assert_eq!(town.visitor().get("/people").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_holds_the_list_and_no_formula() {
    let town = crowded(120);
    let mut owner = town.enter("owner").await;
    let division = town.world.division.to_string();
    for name in ["=HYPERLINK(\"http://evil.example\")", "@SUM(A1)", "-2+3"] {
        owner
            .post("/people", [("kind", "contractor"), ("name", name), ("division", &division)])
            .await;
    }
    let file = owner.get("/people.csv").await;
    let text = file.text();
    assert_eq!(text.lines().count(), 1 + 135 + 3, "all pages of the list");
    assert!(text.contains("'@SUM(A1)") && text.contains("'-2+3") && text.contains("'=HYPERLINK"));
    let narrowed = owner.get("/people.csv?search=okafor").await.text();
    assert!(narrowed.lines().count() >= 2 && narrowed.contains("Daniel Okafor,Contractor,"));
    let book = owner.get("/people.xlsx").await;
    assert_eq!(&book.bytes[..2], b"PK");
    let list = owner.get("/people?search=okafor").await;
    let id = list.between("name=\"id\" value=\"", "\"").unwrap();
    let chosen = owner.post("/people/export", [("id", &id)]).await;
    let file = owner.follow(&chosen).await.text();
    assert_eq!(file.lines().count(), 2, "only who was chosen");
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_and_forms_offer_only_names_within_reach() {
    let town = crowded(200);
    let mut manager = town.enter("site-manager").await;
    let page = manager.get("/people/filters").await;
    assert!(page.has("Harbour Gate") && !page.has("North Yard"), "the own site");
    let (org, yard) = (town.world.org, town.world.yard);
    town.write(move |tx| {
        tx.run(
            "insert into company (org_id, id, name, folded, made_at) values ($1, $2, 'Far Firm', 'far firm', $3)",
            &[&org, &tx.new_id::<()>(), &tx.now()],
        )?;
        tx.run("delete from placement where org_id = $1 and site_id = $2", &[&org, &yard])
    })
    .unwrap();
    let mut editor = town.enter("people-editor").await;
    for path in ["/people/filters", "/people/new", "/people/selection"] {
        let page = editor.get(path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.has("Far Firm"), "{path}");
    }
    let mut viewer = town.enter("people-viewer").await;
    let page = viewer.get("/people/filters").await;
    assert!(page.has("Harbour Gate") && !page.has("North Yard") && !page.has("Far Firm"));
    assert!(editor.get("/people/new").await.has("Northgate Scaffolding"));
    let mut owner = town.enter("owner").await;
    let page = owner.get("/people/filters").await;
    assert!(page.has("Far Firm") && page.has("North Yard"));
}
