//! The told world with a word in every text of the one organisation that nobody of the other may ever read.
use kernel::access::Role;
use kernel::field::fold;
use kernel::testing::{Test, Visitor};
use kernel::{Fields, Result, Routes, Token, Tx};
use people::fixtures::{Persona, World};
use server::Product;

use crate::subjects::Subjects;
use crate::tables::{self, Table, Tables, sql};

/// Stands in every name of Harbour Works.
pub const CANARY: &str = "KANARYA";
/// Texts that only Harbour Works has: the word, and the domain of its people's addresses.
pub const CANARIES: [&str; 2] = ["kanarya", "@harbour.example"];
/// A person, a site and a company that no role of the told world is scoped to.
pub const OUTSIDE_PERSON: &str = "Ottilie";
pub const OUTSIDE_SITE: &str = "Windward";
pub const OUTSIDE_COMPANY: &str = "Abseits";

/// Columns that people read.
const TEXTS: [&str; 17] = [
    "name",
    "title",
    "provider",
    "note",
    "folded",
    "label",
    "actor",
    "to_name",
    "subject",
    "address",
    "description",
    "contact_name",
    "phone",
    "contact_phone",
    "postcode",
    "trades",
    "external_id",
];

/// A house with the told world and something of every kind in it.
pub struct House {
    pub test: Test,
    pub world: World,
    pub tables: Tables,
    pub subjects: Subjects,
}

/// Every address of the product.
pub fn all_routes() -> Routes {
    (Product::gatepass().routes)()
}

impl House {
    /// The product, with more routes for what a test wants to plant.
    pub async fn with(more: Routes) -> Self {
        let test = Test::new(server::wiring(), &server::migrations(), all_routes().merge(more));
        let world = test.write(people::fixtures::build).expect("the told world");
        let tables = test.read(tables::read).expect("the tables");
        let mut house = Self { test, world, tables, subjects: Subjects::default() };
        house.furnish().await;
        house
    }

    pub async fn new() -> Self {
        Self::with(Routes::new()).await
    }

    async fn furnish(&mut self) {
        let mut owner = self.enter("owner").await;
        let fields =
            [("people", "Ines Inbox, ines@harbour.example"), ("role", "DIR"), ("scope", "all")];
        let sent = owner.post("/invitations", fields).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let (world, tables) = (self.world.clone(), self.tables.clone());
        let made = self.test.write(move |tx| {
            let subjects = Subjects::build(tx, &world)?;
            sing(tx, &world, &tables)?;
            all_roles_elsewhere(tx, &world)?;
            Ok(subjects)
        });
        self.subjects = made.expect("something of every kind");
    }

    pub fn persona(&self, key: &str) -> &Persona {
        self.world.actors.iter().find(|it| it.key == key).expect("somebody of the told world")
    }

    /// Somebody of the stories, signed in.
    pub async fn enter(&self, key: &str) -> Visitor {
        self.try_enter(key).await.unwrap_or_else(|why| panic!("{why}"))
    }

    /// The same, or why they are not let in.
    pub async fn try_enter(&self, key: &str) -> Result<Visitor, String> {
        let mut visitor = self.test.visitor();
        let path = format!("/sign-in/{}", self.persona(key).link.reveal());
        let page = visitor.post(&path, []).await;
        if page.status == 303 { Ok(visitor) } else { Err(format!("{key} got {}", page.status)) }
    }

    /// Everything in every table.
    pub fn contents(&self) -> std::collections::BTreeMap<String, Vec<String>> {
        self.test.read(|db| tables::contents(db, &self.tables, None)).expect("the rows")
    }

    /// Everything of Harbour Works.
    pub fn ours(&self) -> std::collections::BTreeMap<String, Vec<String>> {
        let org = Some(self.world.org);
        self.test.read(|db| tables::contents(db, &self.tables, org)).expect("the rows")
    }
}

/// Puts the canary into every text of Harbour Works.
fn sing(tx: &mut Tx<'_>, world: &World, tables: &Tables) -> Result<()> {
    // A line of the log is never changed: `Subjects::build` writes one with the word.
    let changeable = |name: &str, it: &Table| it.has("org_id") && name != "entry";
    for (name, table) in tables.iter().filter(|(name, it)| changeable(name, it)) {
        for column in TEXTS.iter().filter(|it| table.has(it)) {
            let word = if *column == "folded" { fold(CANARY) } else { CANARY.to_owned() };
            let put = format!(
                "update {name} set {column} = cast($2 as text) || ' ' || {column} where org_id = $1"
            );
            tx.run(sql(put), &[&world.org, &word])?;
        }
    }
    let word = &CANARY;
    tx.run(
        "update organisation set name = cast($2 as text) || ' ' || name where id = $1",
        &[&world.org, word],
    )?;
    tx.run(
        "update account set name = cast($2 as text) || ' ' || name
          where id in (select account_id from member where org_id = $1)",
        &[&world.org, word],
    )
    .map(drop)
}

/// The stranger holds every role there is that reaches all of an organisation, in the other one.
fn all_roles_elsewhere(tx: &mut Tx<'_>, world: &World) -> Result<()> {
    let stranger = world.actors.iter().find(|it| it.key == "stranger").expect("a stranger").account;
    for role in [Role::Administrator, Role::HealthAndSafetyAdmin, Role::Director] {
        let (id, now) = (tx.new_id::<()>(), tx.now());
        tx.run(
            "insert into role_grant (org_id, id, account_id, role, made_at) values ($1, $2, $3, $4, $5)",
            &[&world.other, &id, &stranger, &role.code(), &now],
        )?;
    }
    Ok(())
}

/// A well-formed link that opens nothing.
pub fn no_token() -> String {
    let token: Token = kernel::Random::Machine.token();
    token.reveal()
}

/// Form fields with a key of their own.
pub fn keyed(fields: &Fields) -> Fields {
    fields.with("_key", &no_token())
}
