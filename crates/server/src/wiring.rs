//! Who plugs into what. A capability that is not named here does not exist.
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::app::Wiring;
use kernel::{Error, House, Input, Migration, Request, Routes, Visit};

/// Every address of the product.
pub fn routes() -> Routes {
    Routes::new()
        .merge(crate::assets::routes())
        .merge(crate::probes::routes())
        .merge(crate::kit::routes())
        .merge(people::routes())
        .merge(learning::routes())
        .merge(evidence::routes())
        .merge(assessments::routes())
        .merge(compliance::routes())
        .merge(sites::routes())
        .merge(home::routes())
        .merge(notices::routes())
        .merge(audit::routes())
}

/// Every table of the product, in the order in which they were designed.
pub fn migrations() -> Vec<Migration> {
    let mut all = [
        kernel::MIGRATIONS,
        people::MIGRATIONS,
        learning::MIGRATIONS,
        evidence::MIGRATIONS,
        assessments::MIGRATIONS,
        compliance::MIGRATIONS,
        sites::MIGRATIONS,
        notices::MIGRATIONS,
        audit::MIGRATIONS,
    ]
    .concat();
    all.sort_by_key(|it| it.number);
    all
}

pub fn wiring() -> Wiring {
    Wiring {
        identify: people::identify,
        touch: people::touch,
        listeners: &[audit::write, people::hear, compliance::hear],
        jobs: &[
            crate::housekeeping::JOB,
            people::ENDING,
            people::FORGOTTEN,
            evidence::WAITING,
            assessments::SUBMITTED,
            assessments::RENEWALS,
            learning::IMPORT,
            compliance::OVER,
            compliance::WALK,
            compliance::NOTES,
            compliance::REQUIRED,
            compliance::ROUND,
            compliance::MORNING,
            compliance::DIGEST,
        ],
        fail,
    }
}

/// Says what went wrong: a page, or a problem document for those who asked for JSON.
fn fail(error: &Error, request: &Request, house: &House) -> Response {
    if let Error::Internal(fault) = error {
        tracing::error!(request = request.id, %fault, "a request failed");
    }
    let status = error.status();
    if request.wants_json() {
        return problem(error, status, request);
    }
    if matches!(error, Error::SignIn) && request.method == axum::http::Method::GET {
        let mut path = "/sign-in?next=".to_owned();
        kernel::encode(&format!("{}{}", request.path, request.query.to_query()), &mut path);
        return kernel::see(path);
    }
    let page = match Visit::read(request) {
        Ok(visit) => {
            ui::failure(&ui::Desk::new(house, None, &visit), error, &request.id).into_response()
        }
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    };
    let mut response = (status, page).into_response();
    if let Error::Busy(seconds) = error {
        response.headers_mut().insert(axum::http::header::RETRY_AFTER, (*seconds).into());
    }
    response
}

/// RFC 9457.
fn problem(error: &Error, status: StatusCode, request: &Request) -> Response {
    let kind = match error {
        Error::Conflict(key)
        | Error::Held(key, _)
        | Error::Gone(key)
        | Error::Refused(key)
        | Error::Forbidden(key) => key,
        _ => "about:blank",
    };
    let (code, title) = (status.as_u16(), status.canonical_reason().unwrap_or_default());
    let id = &request.id;
    let body =
        format!(r#"{{"type":"{kind}","title":"{title}","status":{code},"instance":"{id}"}}"#);
    (status, [(axum::http::header::CONTENT_TYPE, "application/problem+json")], body).into_response()
}
