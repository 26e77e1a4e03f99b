//! What watches over the house asks here: whether it lives, whether it is ready, how it does.
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use kernel::web::Metrics;
use kernel::{Anyone, App, House, Request, Result, Routes, Snapshot};

/// The probes on the main socket, under the house's own name like everything there.
pub fn routes() -> Routes {
    Routes::new().open("/healthz", healthz).get("/readyz", readyz)
}

/// The process answers.
fn healthz(_: &House, _: &Request) -> Response {
    "alive\n".into_response()
}

/// The database answers. Its tables were brought up to date before the house opened.
fn readyz(_: &Anyone, db: &Snapshot<'_>, (): &()) -> Result<&'static str> {
    answers(db)
}

fn answers(db: &Snapshot<'_>) -> Result<&'static str> {
    db.one("select 1", &[], |row| row.get::<i64>(0))?;
    Ok("ready\n")
}

/// What the second socket answers, whatever name it is called by: it is for the own network.
pub fn watched(app: &App) -> Router {
    Router::new().fallback(watch).with_state(Arc::clone(app))
}

async fn watch(State(app): State<App>, uri: Uri) -> Response {
    match uri.path() {
        "/healthz" => "alive\n".into_response(),
        // Both look into the database, which on PostgreSQL may only happen on a thread that may block.
        "/readyz" => aside(move || ready(&app)).await,
        "/metrics" => aside(move || metrics(&app)).await,
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn aside(look: impl FnOnce() -> Response + Send + 'static) -> Response {
    let looked = tokio::task::spawn_blocking(look).await;
    looked.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn ready(app: &App) -> Response {
    match app.read(answers) {
        Ok(text) => text.into_response(),
        Err(error) => {
            tracing::warn!(?error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

fn metrics(app: &App) -> Response {
    let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")];
    (kind, Metrics::get().page(app)).into_response()
}
