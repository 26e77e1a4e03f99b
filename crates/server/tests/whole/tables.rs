//! What the database says about its own tables, on either engine, and sums over what is in them.
use std::collections::BTreeMap;

use kernel::db::{Cell, Column as FromCell, Engine, Mismatch};
use kernel::{OrgId, Result, Snapshot};

/// A table as it was made.
#[derive(Debug, Default, Clone)]
pub struct Table {
    pub columns: Vec<String>,
    /// The columns of the primary key, in its order.
    pub key: Vec<String>,
    pub references: Vec<Reference>,
}

impl Table {
    pub fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|it| it == column)
    }

    /// Whether its rows belong to one organisation.
    pub fn is_tenant(&self) -> bool {
        self.key.first().is_some_and(|it| it == "org_id")
    }
}

/// A foreign key.
#[derive(Debug, Clone)]
pub struct Reference {
    pub to: String,
    /// Columns here and there.
    pub pairs: Vec<(String, String)>,
}

pub type Tables = BTreeMap<String, Table>;

const SQLITE_COLUMNS: &str =
    "select m.name, p.name, p.pk from sqlite_schema m join pragma_table_info(m.name) p
    where m.type = 'table' and m.name not like 'sqlite%' order by m.name, p.cid";
const SQLITE_REFERENCES: &str = "select m.name, cast(f.id as text), f.\"table\", f.\"from\", f.\"to\"
    from sqlite_schema m join pragma_foreign_key_list(m.name) f where m.type = 'table' order by m.name, f.id, f.seq";
const POSTGRES_COLUMNS: &str = "select cast(r.relname as text), cast(a.attname as text),
        coalesce(cast(array_position(k.conkey, a.attnum) as bigint), 0)
    from pg_class r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint k on k.conrelid = r.oid and k.contype = 'p'
    where r.relkind = 'r' and r.relnamespace = cast('public' as regnamespace) order by 1, a.attnum";
const POSTGRES_REFERENCES: &str = "select cast(r.relname as text), cast(c.conname as text), cast(t.relname as text),
        cast(a.attname as text), cast(b.attname as text)
    from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_class t on t.oid = c.confrelid
    cross join lateral unnest(c.conkey, c.confkey) with ordinality as u(here, there, n)
    join pg_attribute a on a.attrelid = r.oid and a.attnum = u.here
    join pg_attribute b on b.attrelid = t.oid and b.attnum = u.there
    where c.contype = 'f' order by 1, 2, u.n";

/// Every table of the product.
pub fn read(db: &Snapshot<'_>) -> Result<Tables> {
    let (columns, references) = match db.engine() {
        Engine::Sqlite => (SQLITE_COLUMNS, SQLITE_REFERENCES),
        Engine::Postgres => (POSTGRES_COLUMNS, POSTGRES_REFERENCES),
    };
    let mut tables = Tables::new();
    let mut keys: BTreeMap<String, Vec<(i64, String)>> = BTreeMap::new();
    let rows: Vec<(String, String, i64)> =
        db.all(columns, &[], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for (table, column, place) in rows.into_iter().filter(|it| it.0 != "refinery_schema_history") {
        if place > 0 {
            keys.entry(table.clone()).or_default().push((place, column.clone()));
        }
        tables.entry(table).or_default().columns.push(column);
    }
    for (table, mut key) in keys {
        key.sort();
        tables.entry(table).or_default().key = key.into_iter().map(|it| it.1).collect();
    }
    let rows: Vec<[String; 5]> = db.all(references, &[], |row| {
        Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?])
    })?;
    let mut last = None;
    for [table, name, to, from, there] in rows {
        let known = &mut tables.entry(table.clone()).or_default().references;
        if last.as_ref() != Some(&(table.clone(), name.clone())) {
            known.push(Reference { to, pairs: Vec::new() });
            last = Some((table, name));
        }
        if let Some(reference) = known.last_mut() {
            reference.pairs.push((from, there));
        }
    }
    Ok(tables)
}

/// A statement made of names of tables and columns. Tests live shorter than they leak.
pub fn sql(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// Any value, as text.
struct Any(String);

impl FromCell for Any {
    fn read(cell: Cell<'_>) -> Result<Self, Mismatch> {
        Ok(Self(format!("{cell:?}")))
    }
}

/// The rows of each table, sorted: of one organisation, or all of them.
pub fn contents(
    db: &Snapshot<'_>,
    tables: &Tables,
    org: Option<OrgId>,
) -> Result<BTreeMap<String, Vec<String>>> {
    let mut all = BTreeMap::new();
    for (name, table) in tables {
        let columns = table.columns.join(", ");
        let text = format!("select {columns} from {name}");
        let read = |row: &kernel::db::Row<'_>| {
            let cells: Result<Vec<String>, kernel::db::Fault> =
                (0..table.columns.len()).map(|at| Ok(row.get::<Any>(at)?.0)).collect();
            Ok(cells?.join("|"))
        };
        let mut rows: Vec<String> = match org {
            None => db.all(sql(text), &[], read)?,
            Some(org) if table.has("org_id") => {
                db.all(sql(format!("{text} where org_id = $1")), &[&org], read)?
            }
            Some(_) => continue,
        };
        rows.sort();
        all.insert(name.clone(), rows);
    }
    Ok(all)
}

/// The tables whose rows are not the same.
pub fn changed(
    before: &BTreeMap<String, Vec<String>>,
    after: &BTreeMap<String, Vec<String>>,
) -> Vec<String> {
    before
        .iter()
        .filter(|(name, rows)| after.get(*name) != Some(rows))
        .map(|it| it.0.clone())
        .collect()
}
