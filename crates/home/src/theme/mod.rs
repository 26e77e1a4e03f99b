//! The reader's choice of colours. It lives in a cookie, so that it holds before anybody signs in.
mod model;
#[cfg(test)]
mod tests;

use kernel::{Answer, Anyone, Form, House, Input, Invalid, LocalPath, Request, Result, Routes, Tx};
use ui::Theme;

pub fn routes() -> Routes {
    // Not remembered like other forms: the same page may ask for dark, light and dark again.
    Routes::new().post_after("/theme", ready, create)
}

/// Where the form was sent from.
struct Back(LocalPath);

impl Input for Back {
    fn read(request: &Request) -> Result<Self> {
        let referer = request.header("referer").unwrap_or_default();
        Ok(Self(model::back(request.form.text("next"), referer)))
    }
}

/// Whether cookies are marked secure.
struct Secure(bool);

impl Input for Secure {
    fn read(request: &Request) -> Result<Self> {
        Ok(Self(request.secure))
    }
}

type Sent = (Form, Back, Secure);

#[expect(clippy::unnecessary_wraps, reason = "what is made ready may fail elsewhere")]
fn ready(_: &Anyone, _: &House, _: &Sent) -> Result<()> {
    Ok(())
}

fn create(
    _: &Anyone,
    _: &mut Tx<'_>,
    (Form(form), Back(back), Secure(secure)): &Sent,
    (): &(),
) -> Result<Answer> {
    let theme = Theme::from_code(form.text("theme"))
        .ok_or_else(|| Invalid::one("theme", "error-choice"))?;
    Ok(Answer::to(back.as_str()).with_cookie(&model::cookie(theme, *secure)))
}
