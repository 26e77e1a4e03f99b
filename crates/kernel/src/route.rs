//! A router that does not compile unless each handler's first argument is a [`Gate`], and that remembers which
//! gate guards which address.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the one place that may use axum's own router"
)]
use std::any::type_name;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::access::{Actor, Gate};
use crate::answer::{Answer, Toast, set_cookie};
use crate::app::{App, House};
use crate::db::{Engine, Fault, Kind, Snapshot, Tx, Verdict};
use crate::error::{Error, Result};
use crate::file::LARGEST;
use crate::lang::Lang;
use crate::replay;
use crate::request::{Input, Request};
use crate::web::{LARGEST_FORM, Load, read_body, read_head, read_request};

/// Where a request goes and who may send it.
#[derive(Debug, Clone)]
pub struct Address {
    pub verb: &'static str,
    pub path: &'static str,
    pub gate: String,
    /// The handler's full name, which is also its file.
    pub handler: &'static str,
}

/// How many statements a page needed: the budget test reads it from the answer.
#[derive(Debug, Clone, Copy)]
pub struct Statements(pub u32);

/// The addresses of a capability.
#[derive(Default)]
pub struct Routes {
    router: axum::Router<App>,
    table: Vec<Address>,
}

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    /// A page that looks, in a snapshot.
    pub fn get<G, I, R, H>(self, path: &'static str, handler: H) -> Self
    where
        G: Gate,
        I: Input,
        R: IntoResponse,
        H: Fn(&G, &Snapshot<'_>, &I) -> Result<R> + Copy + Send + Sync + 'static,
    {
        let look = move |db: &Snapshot<'_>, request: &Request| {
            let gate = G::admit(db, request)?;
            let page = handler(&gate, db, &I::read(request)?)?.into_response();
            Ok((page, gate.actor().filter(|it| it.stale).cloned()))
        };
        let route = get(move |State(app): State<App>, request| page(app, request, look));
        self.add::<G, H>("GET", path, route)
    }

    /// An answer that needs neither the database nor a visitor: an asset, a probe.
    pub fn open<H>(mut self, path: &'static str, handler: H) -> Self
    where
        H: Fn(&House, &Request) -> Response + Copy + Send + Sync + 'static,
    {
        let route = get(move |State(app): State<App>, request| async move {
            match read_request(&app, request).await {
                Ok(request) => handler(&app, &request),
                Err((error, request)) => (app.wiring.fail)(&error, &request, &app),
            }
        });
        self.router = self.router.route(path, route);
        let gate = "anyone, no database".to_owned();
        self.table.push(Address { verb: "GET", path, gate, handler: type_name::<H>() });
        self
    }

    /// A write, in one transaction.
    pub fn post<G, I, H>(self, path: &'static str, handler: H) -> Self
    where
        G: Gate,
        I: Input,
        H: Fn(&G, &mut Tx<'_>, &I) -> Result<Answer> + Copy + Send + Sync + 'static,
    {
        let work = move |tx: &mut Tx<'_>, request: &Request, (): &()| {
            let gate = G::admit(tx, request)?;
            acting(tx, gate.actor())?;
            let input = I::read(request)?;
            replay::first_answer(tx, request, |tx| handler(&gate, tx, &input))
        };
        let route =
            post(move |State(app): State<App>, request| act(app, request, |_, _| Ok(()), work));
        self.add::<G, H>("POST", path, route)
    }

    /// A write that needs slow work before it, such as hashing a password: `prepare` runs first, outside any
    /// transaction and with a look at the database; then the handler, with what it made.
    pub fn post_after<G, I, P, F, H>(self, path: &'static str, prepare: F, handler: H) -> Self
    where
        G: Gate,
        I: Input,
        P: Send + Sync + 'static,
        F: Fn(&G, &House, &I) -> Result<P> + Copy + Send + Sync + 'static,
        H: Fn(&G, &mut Tx<'_>, &I, &P) -> Result<Answer> + Copy + Send + Sync + 'static,
    {
        let ready = move |app: &House, request: &Request| {
            let gate = app.read(|db| G::admit(db, request))?;
            // Never without a size: what is made ready here looks into the database, on a thread that may block.
            prepare(&gate, app, &I::read(request)?).map(Arc::new)
        };
        let work = move |tx: &mut Tx<'_>, request: &Request, made: &Arc<P>| {
            let gate = G::admit(tx, request)?;
            acting(tx, gate.actor())?;
            handler(&gate, tx, &I::read(request)?, made)
        };
        let route = post(move |State(app): State<App>, request| act(app, request, ready, work));
        self.add::<G, H>("POST", path, route)
    }

    /// A write with files in its form. Its body is read when its sender was let in; `prepare` looks at the files
    /// outside any transaction; then the handler, with what it made. The same form sent twice happens once.
    pub fn upload<G, I, P, F, H>(self, path: &'static str, prepare: F, handler: H) -> Self
    where
        G: Gate,
        I: Input,
        P: Send + Sync + 'static,
        F: Fn(&G, &House, &I) -> Result<P> + Copy + Send + Sync + 'static,
        H: Fn(&G, &mut Tx<'_>, &I, &P) -> Result<Answer> + Copy + Send + Sync + 'static,
    {
        let knock = |app: &House, request: &Request| app.read(|db| G::admit(db, request)).map(drop);
        let ready = move |app: &House, request: &Request| {
            let gate = app.read(|db| G::admit(db, request))?;
            prepare(&gate, app, &I::read(request)?).map(Arc::new)
        };
        let work = move |tx: &mut Tx<'_>, request: &Request, made: &Arc<P>| {
            let gate = G::admit(tx, request)?;
            acting(tx, gate.actor())?;
            let input = I::read(request)?;
            replay::first_answer(tx, request, |tx| handler(&gate, tx, &input, made))
        };
        let route = post(move |State(app): State<App>, request| async move {
            match let_in(&app, request, Load { files: I::FILES, film: I::FILM }, knock).await {
                // The room is given back when the answer is ready.
                Ok((request, _room)) => run(app, request, ready, work).await,
                Err((error, request)) => (app.wiring.fail)(&error, &request, &app),
            }
        });
        self.add::<G, H>("POST", path, route)
    }

    fn add<G: Gate, H>(
        mut self,
        verb: &'static str,
        path: &'static str,
        route: MethodRouter<App>,
    ) -> Self {
        self.router = self.router.route(path, route);
        self.table.push(Address { verb, path, gate: G::name(), handler: type_name::<H>() });
        self
    }

    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    /// Every address with its gate, sorted: the whole access policy of the product.
    pub fn table(&self) -> Vec<Address> {
        let mut table = self.table.clone();
        table.sort_by_key(|it| (it.path, it.verb));
        table
    }

    /// The router behind all checks that concern every request.
    pub fn into_service(self, app: &App) -> axum::Router {
        crate::web::guarded(self.router, app)
    }
}

/// Runs a look: inline on SQLite, where a hop to another thread costs more than the query; on a thread that may
/// block on PostgreSQL.
async fn page<L>(app: App, request: axum::extract::Request, look: L) -> Response
where
    L: Fn(&Snapshot<'_>, &Request) -> Result<(Response, Option<Actor>)>
        + Copy
        + Send
        + Sync
        + 'static,
{
    let request = match read_request(&app, request).await {
        Ok(request) => request,
        Err((error, request)) => return (app.wiring.fail)(&error, &request, &app),
    };
    let run = move |app: &App, request: &Request| {
        catch_unwind(AssertUnwindSafe(|| {
            app.read(|db| {
                let (mut page, stale) = look(db, request)?;
                page.extensions_mut().insert(Statements(db.statements()));
                Ok((page, stale))
            })
        }))
        .unwrap_or_else(|_| Err(Error::internal("the handler panicked")))
    };
    let (seen, request) = match app.engine() {
        Engine::Sqlite => (run(&app, &request), request),
        Engine::Postgres => {
            let app = Arc::clone(&app);
            let looked = tokio::task::spawn_blocking(move || (run(&app, &request), request)).await;
            match looked {
                Ok(looked) => looked,
                Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            }
        }
    };
    match seen {
        Ok((page, stale)) => {
            if let Some(actor) = stale {
                note_use(&app, actor).await;
            }
            // Said once: the page that was just made shows it.
            let said = request.cookie("toast").is_some() && page.status().is_success();
            let page = if said { set_cookie(page, Toast::SAID) } else { page };
            keep_language(page, &request)
        }
        Err(error) => (app.wiring.fail)(&error, &request, &app),
    }
}

/// A language chosen in the address is kept for a year, also before anybody signs in.
fn keep_language(page: Response, request: &Request) -> Response {
    match request.query.get("lang").and_then(Lang::from_code) {
        Some(lang) => {
            let secure = if request.secure { "; Secure" } else { "" };
            let code = lang.code();
            let cookie =
                format!("lang={code}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}");
            set_cookie(page, &cookie)
        }
        None => page,
    }
}

/// Says who acts in a write, and notes that their session was used: some only ever send.
fn acting(tx: &mut Tx<'_>, actor: Option<&Actor>) -> Result<()> {
    if let Some(actor) = actor.filter(|it| it.stale) {
        let touch = tx.house().wiring.touch;
        touch(tx, actor)?;
    }
    tx.act_as(actor.cloned());
    Ok(())
}

/// Notes that a session was used. A disk that is full must not keep anybody from looking.
async fn note_use(app: &App, actor: Actor) {
    let touch = app.wiring.touch;
    let noted = app.db.write_later(app, move |tx| match touch(tx, &actor) {
        Ok(()) => Verdict::Keep(()),
        Err(_) => Verdict::Drop(()),
    });
    if let Err(fault) = noted.await {
        tracing::warn!(%fault, "could not note the use of a session");
    }
}

/// Reads a request with files, when whoever sent it is let in.
async fn let_in<K>(
    app: &App,
    request: axum::extract::Request,
    load: Load,
    knock: K,
) -> Result<(Request, SemaphorePermit<'static>), (Error, Request)>
where
    K: Fn(&House, &Request) -> Result<()> + Copy + Send + 'static,
{
    let (mut parts, body) = request.into_parts();
    let head = read_head(app, &mut parts).await?;
    let house = Arc::clone(app);
    let asked = tokio::task::spawn_blocking(move || {
        let answer = catch_unwind(AssertUnwindSafe(|| knock(&house, &head)));
        (answer.unwrap_or_else(|_| Err(Error::internal("the gate panicked"))), head)
    });
    match asked.await {
        Ok((Ok(()), head)) => match room_for(&head, load.files) {
            Ok(room) => read_body(app, head, body, load).await.map(|it| (it, room)),
            Err(error) => Err((error, head)),
        },
        Ok((Err(error), head)) => Err((error, head)),
        Err(gone) => std::panic::resume_unwind(gone.into_panic()),
    }
}

/// Files under way may take so many MiB of memory together; who comes on top of that is asked to come back.
static ROOM: Semaphore = Semaphore::const_new(512);

/// Room for what a request says it brings, or for the most it may bring.
fn room_for(head: &Request, files: usize) -> Result<SemaphorePermit<'static>> {
    let most = LARGEST_FORM + files * LARGEST;
    let said = head.header("content-length").and_then(|it| it.parse().ok());
    let wanted = said.unwrap_or(most).min(most) / (1024 * 1024) + 1;
    let wanted = u32::try_from(wanted).unwrap_or(u32::MAX);
    ROOM.try_acquire_many(wanted).map_err(|_| Error::Busy(5))
}

/// Reads a form and runs what it asks for.
async fn act<P, R, W>(app: App, request: axum::extract::Request, ready: R, work: W) -> Response
where
    P: Send + Sync + 'static,
    R: Fn(&House, &Request) -> Result<P> + Copy + Send + 'static,
    W: Fn(&mut Tx<'_>, &Request, &P) -> Result<Answer> + Copy + Send + 'static,
{
    match read_request(&app, request).await {
        Ok(request) => run(app, request, ready, work).await,
        Err((error, request)) => (app.wiring.fail)(&error, &request, &app),
    }
}

/// Runs a write: what has to be made ready on a thread that may block, then the transaction.
async fn run<P, R, W>(app: App, request: Request, ready: R, work: W) -> Response
where
    P: Send + Sync + 'static,
    R: Fn(&House, &Request) -> Result<P> + Copy + Send + 'static,
    W: Fn(&mut Tx<'_>, &Request, &P) -> Result<Answer> + Copy + Send + 'static,
{
    let request = Arc::new(request);
    let made = if size_of::<P>() == 0 {
        ready(&app, &request)
    } else {
        let (app, request) = (Arc::clone(&app), Arc::clone(&request));
        tokio::task::spawn_blocking(move || ready(&app, &request))
            .await
            .unwrap_or_else(|_| Err(Error::internal("the handler panicked")))
    };
    let ran = match made {
        Ok(made) => {
            let request = Arc::clone(&request);
            let writing = app.db.write_later(&app, move |tx| match work(tx, &request, &made) {
                Ok(Answer::Done(response)) => Verdict::Keep(Ok(response)),
                Ok(Answer::Refused(response)) => Verdict::Drop(Ok(response)),
                Err(Error::Internal(fault)) if fault.kind == Kind::Rerun => Verdict::Rerun(fault),
                Err(error) => Verdict::Drop(Err(error)),
            });
            writing.await.unwrap_or_else(|fault| Err(too_much(fault)))
        }
        Err(error) => Err(error),
    };
    ran.unwrap_or_else(|error| (app.wiring.fail)(&error, &request, &app))
}

/// A write that met others too often is asked to come back.
fn too_much(fault: Fault) -> Error {
    let error = Error::from(fault);
    if error.asks_for_rerun() { Error::Busy(1) } else { error }
}
