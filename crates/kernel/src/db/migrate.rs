//! Tables, made and changed step by step. A step is written once; type words are filled in per engine.
use std::borrow::Cow;

use refinery::{Migration as Step, Runner};

use super::conn::Engine;
use super::fault::Fault;

/// One step. The number is its date and place, such as `2026_11_22_01`, and never changes.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    pub number: i32,
    pub name: &'static str,
    pub sql: &'static str,
}

/// The statements of a step for one engine.
///
/// | word | SQLite | PostgreSQL | holds |
/// | --- | --- | --- | --- |
/// | `{id}` | blob | uuid | an [`Id`](crate::Id) |
/// | `{instant}` | integer | bigint | milliseconds since 1970, UTC |
/// | `{date}` | text | text | `2026-11-22` |
/// | `{int}` | integer | bigint | a whole number |
/// | `{json}` | text | text | JSON, kept letter by letter so that hashes over it hold |
/// | `{bytes}` | blob | bytea | bytes |
/// | `{bool}` | integer | boolean | yes or no |
/// | `{text}` | text | text collate "C" | text that is sorted byte by byte on both |
/// | `{true}` `{false}` | 1, 0 | true, false | |
/// | `{strict}` | strict | | behind a table's closing bracket |
///
/// What only one engine understands, such as a trigger, stands between a line `{only sqlite}` or `{only postgres}`
/// and a line `{both}`.
pub fn schema(engine: Engine, sql: &str) -> String {
    let words: [(&str, &str, &str); 11] = [
        ("{id}", "blob", "uuid"),
        ("{instant}", "integer", "bigint"),
        ("{date}", "text", "text collate \"C\""),
        ("{int}", "integer", "bigint"),
        ("{json}", "text", "text"),
        ("{bytes}", "blob", "bytea"),
        ("{bool}", "integer", "boolean"),
        ("{text}", "text", "text collate \"C\""),
        ("{true}", "1", "true"),
        ("{false}", "0", "false"),
        ("{strict}", "strict", ""),
    ];
    let mut text: Cow<'_, str> = Cow::Owned(of_engine(engine, sql));
    for (word, sqlite, postgres) in words {
        let fill = match engine {
            Engine::Sqlite => sqlite,
            Engine::Postgres => postgres,
        };
        if text.contains(word) {
            text = Cow::Owned(text.replace(word, fill));
        }
    }
    text.into_owned()
}

/// The lines for one engine.
fn of_engine(engine: Engine, sql: &str) -> String {
    let other = match engine {
        Engine::Sqlite => "{only postgres}",
        Engine::Postgres => "{only sqlite}",
    };
    let mut text = String::with_capacity(sql.len());
    let mut kept = true;
    for line in sql.split_inclusive('\n') {
        match line.trim_end() {
            "{both}" | "{only sqlite}" | "{only postgres}" => kept = line.trim_end() != other,
            _ if kept => text.push_str(line),
            _ => {}
        }
    }
    text
}

fn runner(engine: Engine, migrations: &[Migration]) -> Result<Runner, Fault> {
    let mut steps = Vec::new();
    for it in migrations {
        let name = format!("U{}__{}", it.number, it.name);
        let step = Step::unapplied(&name, &schema(engine, it.sql));
        steps.push(step.map_err(|error| Fault::other(Box::new(error)))?);
    }
    // A crate's next step may be older than another crate's last one, so order is by number, gaps allowed.
    Ok(Runner::new(&steps).set_abort_missing(true).set_abort_divergent(true))
}

pub fn sqlite(
    conn: &mut rusqlite::Connection,
    migrations: &[Migration],
    before: impl FnOnce() -> Result<(), Fault>,
) -> Result<(), Fault> {
    let runner = runner(Engine::Sqlite, migrations)?;
    let applied = applied(conn)?;
    if applied > 0 && applied < migrations.len() {
        before()?;
    }
    runner.run(conn).map(drop).map_err(|it| Fault::other(Box::new(it)))
}

/// How many steps a file has behind it; none when it is new.
fn applied(conn: &rusqlite::Connection) -> Result<usize, Fault> {
    let table = "select count(*) from sqlite_schema where name = 'refinery_schema_history'";
    if conn.query_row(table, [], |row| row.get::<_, i64>(0))? == 0 {
        return Ok(0);
    }
    let count: i64 =
        conn.query_row("select count(*) from refinery_schema_history", [], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

pub fn postgres(client: &mut postgres::Client, migrations: &[Migration]) -> Result<(), Fault> {
    // Two processes that start together must not both make the tables.
    client.batch_execute("select pg_advisory_lock(7012026)")?;
    let ran = runner(Engine::Postgres, migrations)?.run(client);
    client.batch_execute("select pg_advisory_unlock(7012026)")?;
    ran.map(|_| ()).map_err(|it| Fault::other(Box::new(it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_engine_gets_its_own_lines_and_words() {
        let sql = "a {id};\n{only sqlite}\nb;\n{only postgres}\nc;\n{both}\nd;\n";
        assert_eq!(schema(Engine::Sqlite, sql), "a blob;\nb;\nd;\n");
        assert_eq!(schema(Engine::Postgres, sql), "a uuid;\nc;\nd;\n");
    }
}
