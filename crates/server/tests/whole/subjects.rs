//! One thing of every kind in Harbour Works, out of the scope of every role there: what the addresses are filled with.
use std::collections::BTreeMap;

use kernel::field::fold;
use kernel::{AnyId, Event, Result, Tx};
use people::fixtures::World;

use crate::tables::sql;
use crate::world::{CANARY, OUTSIDE_COMPANY, OUTSIDE_PERSON, OUTSIDE_SITE, no_token};

/// What a part of an address names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Something of one organisation that roles of a narrow scope do not reach.
    Scoped(&'static str),
    /// Something of one organisation that whoever may look at its kind may look at.
    Shared(&'static str),
    /// A secret that opens something by itself; filled with one that opens nothing.
    Secret,
    /// A name of ours: a file of the page, a page of the kit.
    Word,
    /// A part of what stands before it, counted from one.
    First,
}

/// The segment before a parameter, or the parameter's own name where that says more, and what it names.
const KINDS: &[(&str, Kind)] = &[
    ("people", Kind::Scoped("person")),
    ("person", Kind::Scoped("person")),
    ("persons", Kind::Scoped("person")),
    ("companies", Kind::Scoped("company")),
    ("company", Kind::Scoped("company")),
    ("sites", Kind::Scoped("site")),
    ("site", Kind::Scoped("site")),
    ("locations", Kind::Scoped("location")),
    ("location", Kind::Scoped("location")),
    ("regions", Kind::Shared("region")),
    ("region", Kind::Shared("region")),
    ("teams", Kind::Scoped("team")),
    ("team", Kind::Scoped("team")),
    ("divisions", Kind::Scoped("division")),
    ("division", Kind::Scoped("division")),
    ("groups", Kind::Shared("people_group")),
    ("group", Kind::Shared("people_group")),
    ("job-roles", Kind::Shared("job_role")),
    ("invitations", Kind::Shared("invitation")),
    ("letters", Kind::Shared("letter")),
    ("letter", Kind::Shared("letter")),
    ("outbox", Kind::Shared("letter")),
    ("messages", Kind::Shared("letter")),
    ("accounts", Kind::Shared("account")),
    ("account", Kind::Shared("account")),
    ("users", Kind::Shared("account")),
    ("members", Kind::Shared("account")),
    ("grants", Kind::Shared("role_grant")),
    ("roles", Kind::Shared("role_grant")),
    ("audit", Kind::Shared("entry")),
    ("entries", Kind::Shared("entry")),
    ("qualifications", Kind::Shared("qualification")),
    ("evidence", Kind::Scoped("evidence")),
    ("assessment-templates", Kind::Shared("assessment_template")),
    ("asked", Kind::Shared("assessment_question")),
    ("assessments", Kind::Scoped("assessment")),
    ("risk-assessments", Kind::Scoped("assessment")),
    ("nth", Kind::First),
    // These belong to one person, whatever the roles of the others.
    ("sessions", Kind::Scoped("session")),
    ("notes", Kind::Scoped("note")),
    ("note", Kind::Scoped("note")),
    ("inbox", Kind::Scoped("note")),
    ("notices", Kind::Scoped("note")),
    ("undo", Kind::Scoped("undo")),
    ("undos", Kind::Scoped("undo")),
    ("courses", Kind::Shared("course")),
    ("completions", Kind::Scoped("completion")),
    ("imports", Kind::Scoped("import")),
    ("lessons", Kind::Shared("lesson")),
    ("questions", Kind::Shared("question")),
    ("lesson-files", Kind::Shared("lesson_file")),
    ("files", Kind::Shared("lesson_file")),
    ("attempts", Kind::Scoped("attempt")),
    ("requirements", Kind::Scoped("rule")),
    ("waiver", Kind::Scoped("waiver")),
    ("ban", Kind::Scoped("ban")),
    ("organisations", Kind::Shared("organisation")),
    ("token", Kind::Secret),
    ("file", Kind::Word),
    // The letters of the kit, made up of invented words.
    ("number", Kind::Word),
];

/// The ids, and the path of everything else.
#[derive(Debug, Clone, Default)]
pub struct Subjects {
    pub ids: BTreeMap<&'static str, AnyId>,
}

/// A path of the route table with everything filled in.
#[derive(Debug)]
pub struct Filled {
    pub path: String,
    pub kinds: Vec<Kind>,
}

impl Filled {
    pub fn names_scoped(&self) -> bool {
        self.kinds.iter().any(|it| matches!(it, Kind::Scoped(_)))
    }
    pub fn names_something(&self) -> bool {
        self.kinds.iter().any(|it| matches!(it, Kind::Scoped(_) | Kind::Shared(_)))
    }
    pub fn has_secret(&self) -> bool {
        self.kinds.contains(&Kind::Secret)
    }
}

impl Subjects {
    /// Fills in a path, or says which part nobody registered.
    pub fn fill(&self, path: &str) -> Result<Filled, String> {
        let mut filled = Filled { path: String::new(), kinds: Vec::new() };
        let mut before = "";
        for segment in path.split('/').skip(1) {
            filled.path.push('/');
            match segment.strip_prefix('{').and_then(|it| it.strip_suffix('}')) {
                None => filled.path.push_str(segment),
                Some(name) => {
                    let find = |word: &str| KINDS.iter().find(|it| it.0 == word).map(|it| it.1);
                    let kind = find(name).or_else(|| find(before)).ok_or_else(|| {
                        format!("`{segment}` of {path} has no subject: register it in crates/server/tests/whole/subjects.rs")
                    })?;
                    filled.path.push_str(&self.text(kind)?);
                    filled.kinds.push(kind);
                }
            }
            before = segment;
        }
        Ok(filled)
    }

    fn text(&self, kind: Kind) -> Result<String, String> {
        match kind {
            Kind::Scoped(table) | Kind::Shared(table) => self
                .ids
                .get(table)
                .map(ToString::to_string)
                .ok_or_else(|| format!("there is no {table}")),
            Kind::Secret => Ok(no_token()),
            Kind::Word => Ok("nothing".to_owned()),
            Kind::First => Ok("1".to_owned()),
        }
    }

    /// The id of something of a kind.
    pub fn id(&self, table: &str) -> String {
        self.ids.get(table).map(ToString::to_string).unwrap_or_default()
    }

    /// Makes what the told world does not have yet.
    pub fn build(tx: &mut Tx<'_>, world: &World) -> Result<Self> {
        let owner = world.actors.iter().find(|it| it.key == "owner").expect("an owner").account;
        let mut made = Self::default();
        let (org, now) = (world.org, tx.now());
        let mut new = |table: &'static str, id: AnyId| {
            made.ids.insert(table, id);
            id
        };
        let division = new("division", tx.new_id());
        let put = "insert into division (org_id, id, name, folded, is_default) values ($1, $2, 'Outer', 'outer', $3)";
        tx.run(put, &[&org, &division, &false])?;
        let company = new("company", tx.new_id());
        let put =
            "insert into company (org_id, id, name, folded, made_at) values ($1, $2, $3, $4, $5)";
        tx.run(put, &[&org, &company, &OUTSIDE_COMPANY, &fold(OUTSIDE_COMPANY), &now])?;
        let job_role = new("job_role", tx.new_id());
        let put = "insert into job_role (org_id, id, name, folded) values ($1, $2, 'Crane signaller', 'crane signaller')";
        tx.run(put, &[&org, &job_role])?;
        let person = new("person", tx.new_id());
        tx.run(
            "insert into person (org_id, id, kind, name, folded, email, company_id, job_role_id, division_id, made_at)
             values ($1, $2, 'contractor', $3, $4, 'ottilie@harbour.example', $5, $6, $7, $8)",
            &[&org, &person, &OUTSIDE_PERSON, &fold(OUTSIDE_PERSON), &company, &job_role, &division, &now],
        )?;
        new("site", world.yard.cast());
        let put = "update site set name = $3, folded = $4 where org_id = $1 and id = $2";
        tx.run(put, &[&org, &world.yard, &OUTSIDE_SITE, &fold(OUTSIDE_SITE)])?;
        let put =
            "insert into placement (org_id, person_id, site_id, made_at) values ($1, $2, $3, $4)";
        tx.run(put, &[&org, &person, &world.yard, &now])?;
        new("account", owner.cast());
        new("organisation", org.cast());
        made.places(tx, world)?;
        made.learned(tx, world, owner)?;
        made.belongings(tx, world, owner)?;
        made.shown(tx, world, owner)?;
        made.assessed(tx, world, owner)?;
        made.ruled(tx, world, owner)?;
        made.existing(tx, world)?;
        Ok(made)
    }

    /// Places and sets of people.
    fn places(&mut self, tx: &mut Tx<'_>, world: &World) -> Result<()> {
        let org = world.org;
        let (division, person) = (self.ids["division"], self.ids["person"]);
        let mut new = |table: &'static str, id: AnyId| {
            self.ids.insert(table, id);
            id
        };
        let location = new("location", tx.new_id());
        let put = "insert into location (org_id, id, site_id, name, folded) values ($1, $2, $3, 'Quay', 'quay')";
        tx.run(put, &[&org, &location, &world.yard])?;
        let region = new("region", tx.new_id());
        let put = "insert into region (org_id, id, name, folded) values ($1, $2, 'Far north', 'far north')";
        tx.run(put, &[&org, &region])?;
        let put = "insert into region_site (org_id, region_id, site_id) values ($1, $2, $3)";
        tx.run(put, &[&org, &region, &world.yard])?;
        let team = new("team", tx.new_id());
        let put = "insert into team (org_id, id, division_id, name, folded) values ($1, $2, $3, 'Outer team', 'outer team')";
        tx.run(put, &[&org, &team, &division])?;
        let put = "insert into team_member (org_id, team_id, person_id) values ($1, $2, $3)";
        tx.run(put, &[&org, &team, &person])?;
        let group = new("people_group", tx.new_id());
        let put = "insert into people_group (org_id, id, name, folded, kind) values ($1, $2, 'Riggers', 'riggers', 'picked')";
        tx.run(put, &[&org, &group])?;
        let put = "insert into group_member (org_id, group_id, person_id) values ($1, $2, $3)";
        tx.run(put, &[&org, &group, &person]).map(drop)
    }

    /// What somebody out of reach showed.
    fn shown(&mut self, tx: &mut Tx<'_>, world: &World, owner: kernel::AccountId) -> Result<()> {
        let (org, now, person) = (world.org, tx.now(), self.ids["person"]);
        let qualification: AnyId = tx.new_id();
        tx.run(
            "insert into qualification (org_id, id, name, folded, made_at) values ($1, $2, 'Rigger card', 'rigger card', $3)",
            &[&org, &qualification, &now],
        )?;
        self.ids.insert("qualification", qualification);
        let evidence: AnyId = tx.new_id();
        tx.run(
            "insert into evidence (org_id, id, person_id, qualification_id, name, issuer, issued_on, number,
                                   number_folded, submitted_at, submitted_by)
             values ($1, $2, $3, $4, 'Rigger card', 'Riggers', '2026-01-02', 'HW-9', 'hw9', $5, $6)",
            &[&org, &evidence, &person, &qualification, &now, &owner],
        )?;
        self.ids.insert("evidence", evidence);
        let hash = tx.house().blobs.put("a card".as_bytes().to_vec())?;
        tx.run(
            "insert into evidence_file (org_id, evidence_id, side, kind, hash, size) values ($1, $2, 'front', 'jpg', $3, 6)",
            &[&org, &evidence, &hash],
        )?;
        let decided =
            "insert into evidence_setting (org_id, approval, self_upload) values ($1, $2, $2)";
        tx.run(decided, &[&org, &true]).map(drop)
    }

    /// What is required out of reach, and what lets off or keeps out somebody there.
    fn ruled(&mut self, tx: &mut Tx<'_>, world: &World, owner: kernel::AccountId) -> Result<()> {
        let (org, now, person) = (world.org, tx.now(), self.ids["person"]);
        let (rule, waiver, ban): (AnyId, AnyId, AnyId) = (tx.new_id(), tx.new_id(), tx.new_id());
        tx.run(
            "insert into rule (org_id, id, line_id, source, site_id, mode, blocking, starts_at, made_by, made_at)
             values ($1, $2, $2, 'site', $3, 'required', $4, $5, $6, $5)",
            &[&org, &rule, &self.ids["site"], &true, &now, &owner],
        )?;
        let asked = "insert into rule_subject (org_id, rule_id, position, kind, subject_id)
            values ($1, $2, 0, 'qualification', $3)";
        tx.run(asked, &[&org, &rule, &self.ids["qualification"]])?;
        tx.run(
            "insert into waiver (org_id, id, person_id, kind, subject_id, last_on, reason, made_by, made_at)
             values ($1, $2, $3, 'qualification', $4, '2026-12-24', 'Outer reasons', $5, $6)",
            &[&org, &waiver, &person, &self.ids["qualification"], &owner, &now],
        )?;
        tx.run(
            "insert into ban (org_id, id, person_id, kind, reason, made_by, made_at)
             values ($1, $2, $3, 'banned', 'Outer reasons', $4, $5)",
            &[&org, &ban, &person, &owner, &now],
        )?;
        self.ids.extend([("rule", rule), ("waiver", waiver), ("ban", ban)]);
        Ok(())
    }

    /// What belongs to the owner alone.
    fn belongings(
        &mut self,
        tx: &mut Tx<'_>,
        world: &World,
        owner: kernel::AccountId,
    ) -> Result<()> {
        let (org, now) = (world.org, tx.now());
        let note: AnyId = tx.new_id();
        tx.run(
            "insert into note (org_id, id, account_id, kind, args, href, made_at)
             values ($1, $2, $3, 'invitation-accepted', '{}', '/home', $4)",
            &[&org, &note, &owner, &now],
        )?;
        self.ids.insert("note", note);
        let undo: AnyId = tx.new_id();
        tx.run(
            "insert into undo (org_id, id, account_id, what, payload, expires_at)
             values ($1, $2, $3, 'people', '[]', $4)",
            &[&org, &undo, &owner, &now.plus_days(1)],
        )?;
        self.ids.insert("undo", undo);
        let session =
            tx.one("select id from session where account_id = $1", &[&owner], |row| row.get(0))?;
        self.ids.insert("session", session);
        let preference = "insert into preference (org_id, account_id, kind, channel, wanted)
             values ($1, $2, 'invitation-accepted', 'mail', $3)";
        tx.run(preference, &[&org, &owner, &true]).map(drop)
    }

    /// What the told world and the owner's invitation made.
    fn existing(&mut self, tx: &mut Tx<'_>, world: &World) -> Result<()> {
        let division = self.ids["division"];
        let event = Event::new(world.org, "division.updated", "division", division).named(CANARY);
        tx.record(&event.change("name", Some(&CANARY), Some(&"Outer")))?;
        for (table, which) in
            [("invitation", "id"), ("letter", "id"), ("role_grant", "id"), ("entry", "seq desc")]
        {
            let find =
                sql(format!("select id from {table} where org_id = $1 order by {which} limit 1"));
            let id: AnyId = tx.one(find, &[&world.org], |row| row.get(0))?;
            self.ids.insert(table, id);
        }
        Ok(())
    }
}
