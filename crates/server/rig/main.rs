//! A small house behind the same command line, for tests that need an address that writes.
use std::process::ExitCode;

use axum::response::IntoResponse;
use kernel::app::Wiring;
use kernel::{
    Actor, Answer, Anyone, App, Error, Form, House, Migration, Request, Result, Routes, Snapshot,
    Token, Tx,
};
use server::Product;

fn nobody(_: &Snapshot<'_>, _: &Token) -> Result<Option<Actor>> {
    Ok(None)
}
fn no_touch(_: &mut Tx<'_>, _: &Actor) -> Result<()> {
    Ok(())
}
fn fail(error: &Error, _: &Request, _: &House) -> axum::response::Response {
    (error.status(), format!("{error:?}")).into_response()
}
fn wiring() -> Wiring {
    Wiring { identify: nobody, touch: no_touch, listeners: &[], jobs: &[], fail }
}

fn migrations() -> Vec<Migration> {
    let things = Migration {
        number: 2_100_010_101,
        name: "things",
        sql: "create table thing (id {id} primary key, name {text} not null) {strict};
              create table organisation (id {id} primary key) {strict};",
    };
    let mut all = kernel::MIGRATIONS.to_vec();
    all.push(things);
    all
}

fn create(_: &Anyone, tx: &mut Tx<'_>, Form(form): &Form) -> Result<Answer> {
    let name = form.text("name").repeat(1000);
    tx.run("insert into thing (id, name) values ($1, $2)", &[&tx.new_id::<()>(), &name])?;
    Ok(Answer::done("kept"))
}
fn count(_: &Anyone, db: &Snapshot<'_>, (): &()) -> Result<String> {
    let count: i64 = db.one("select count(*) from thing", &[], |row| row.get(0))?;
    Ok(count.to_string())
}
fn routes() -> Routes {
    Routes::new().get("/things", count).post("/things", create).merge(server::probes::routes())
}

fn seed(_: &App, people: u64) -> Result<Vec<(String, String)>> {
    Ok(vec![("owner".to_owned(), format!("/{people}"))])
}
fn setup_link(app: &App) -> Result<Option<String>> {
    Ok(Some(app.url("/setup")))
}

fn schedule(_: &App) -> Result<()> {
    Ok(())
}

fn main() -> ExitCode {
    server::cli::main(&Product {
        wiring,
        migrations,
        routes,
        seed,
        setup_link,
        schedule,
        rig: true,
    })
}
