//! A delivery is one try to bring a letter to the mail server. It has three parts: the letter is taken in one
//! transaction, sent outside of any, and what became of it is noted in another. Whatever dies in between, the letter
//! is sent again under the same Message-ID, so that a second copy can be told from a second letter.
pub mod model;
pub mod store;
#[cfg(test)]
mod tests;
pub mod transport;

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use kernel::{App, Error, Result, write};

use self::model::Courier;
use self::transport::{Post, Transport};

/// Between two letters, so that a mail server that was away is not flooded: ten a second at most.
const PACE: Duration = Duration::from_millis(100);
/// Between two looks into an empty outbox.
const IDLE: Duration = Duration::from_secs(1);
/// After the database did not answer.
const TROUBLE: Duration = Duration::from_secs(5);

/// Starts the worker that carries letters to the mail server, on a thread of its own: a mail server may take its
/// time, and the job queue must not wait for it. Without a mail server, letters wait in the outbox.
pub fn start(app: &App, transport: Transport) -> Result<Courier> {
    let Transport::Smtp(smtp) = transport else {
        return Ok(Courier { bell: None, thread: None });
    };
    let post = Post::open(&smtp, app.settings.host()).map_err(Error::internal)?;
    app.mailing.store(true, Ordering::Relaxed);
    let (bell, stopped) = channel();
    let app = Arc::clone(app);
    let thread = std::thread::Builder::new()
        .name("courier".to_owned())
        .spawn(move || carry(&app, &post, &stopped))
        .map_err(|it| Error::internal(it.to_string()))?;
    Ok(Courier { bell: Some(bell), thread: Some(thread) })
}

fn carry(app: &App, post: &Post, stopped: &Receiver<()>) {
    loop {
        let pause = match deliver_one(app, post) {
            Ok(true) => PACE,
            Ok(false) => IDLE,
            Err(error) => {
                tracing::error!(?error, "the outbox does not answer");
                TROUBLE
            }
        };
        if stopped.recv_timeout(pause) != Err(RecvTimeoutError::Timeout) {
            return;
        }
    }
}

/// Delivers the next letter that is due. False when there is none.
pub fn deliver_one(app: &App, post: &Post) -> Result<bool> {
    if !app.read(store::is_due)? {
        return Ok(false);
    }
    let Some(load) = write(app, store::lease)? else { return Ok(false) };
    let outcome = post.send(&load);
    if let model::Outcome::Later(why) | model::Outcome::Never(why) = &outcome {
        tracing::warn!(letter = %load.id, tries = load.tries, why, "a letter was not delivered");
    }
    write(app, move |tx| store::settle(tx, &load, &outcome))?;
    Ok(true)
}
