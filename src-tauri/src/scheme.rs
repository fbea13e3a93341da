//! `attachment://localhost/…`: how the page gets to see photos and pages of PDFs. The bytes go from the
//! open vault to the webview through memory; the page can show them and not read them.
//!
//! | path | what |
//! | --- | --- |
//! | `/<id>` | a photo as it is kept, or a PDF's first page |
//! | `/<id>/small` | a small image of either |
//! | `/<id>/<page>/<side>` | a page of a PDF, from 1, whose longer side is so many points |
//!
//! Images are always asked for whole, so there are no ranges. Nothing may be kept of an answer
//! (`no-store`), nothing may be guessed about it (`nosniff`), and were it ever opened as a document of
//! its own, nothing in it would run.

use std::{
    sync::{Mutex, PoisonError},
    thread,
};

use farled_app::{
    Failure, Result,
    attachment::{self, Picture},
};
use farled_case::AttachmentId;
use tauri::{
    AppHandle, Manager, UriSchemeContext, UriSchemeResponder, Wry,
    http::{Request, Response, StatusCode, header},
};
use uuid::Uuid;

use crate::{Shell, window::MAIN};

/// Its name.
pub const NAME: &str = "attachment";

/// How large pages are drawn when nothing else is asked for: A4 at 150 points an inch.
const SIDE: u32 = 1_754;

/// One image is drawn at a time: two large photos side by side would need twice the memory.
static DRAWING: Mutex<()> = Mutex::new(());

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    id: AttachmentId,
    view: View,
}

#[derive(Debug, PartialEq, Eq)]
enum View {
    Small,
    Page { page: u32, side: u32 },
}

/// Answers a request on a thread of its own.
pub fn answer(
    context: &UriSchemeContext<'_, Wry>,
    request: &Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let app = context.app_handle().clone();
    let is_ours = context.webview_label() == MAIN && request.method() == "GET";
    let asked = read(request.uri().path()).filter(|_| is_ours);
    thread::spawn(move || responder.respond(response(asked.map(|asked| show(&app, &asked)))));
}

fn read(path: &str) -> Option<Asked> {
    let mut steps = path.strip_prefix('/')?.split('/');
    let id = AttachmentId(Uuid::parse_str(steps.next()?).ok()?);
    let view = match (steps.next(), steps.next(), steps.next()) {
        (None, ..) => View::Page { page: 0, side: SIDE },
        (Some("small"), None, _) => View::Small,
        (Some(page), Some(side), None) => {
            View::Page { page: page.parse::<u32>().ok()?.checked_sub(1)?, side: side.parse().ok()? }
        }
        _ => return None,
    };
    Some(Asked { id, view })
}

fn show(app: &AppHandle, asked: &Asked) -> Result<Picture> {
    let shell = app.state::<Shell>();
    if asked.view == View::Small
        && let Some(small) = shell.desk(|desk| attachment::look_small(desk, asked.id))?
    {
        return Ok(small);
    }
    let _alone = DRAWING.lock().unwrap_or_else(PoisonError::into_inner);
    let look = shell.desk(|desk| attachment::look(desk, asked.id))?;
    let picture = match asked.view {
        View::Page { page, side } => attachment::picture(look, page, side)?,
        View::Small => {
            let small = look.small()?;
            // Shown even if it can't be kept: it is drawn anew next time.
            let _ = shell.desk(|desk| small.keep_small(desk, asked.id));
            small
        }
    };
    // It may have been locked while it was drawn.
    if shell.is_unlocked() { Ok(picture) } else { Err(Failure::new("locked")) }
}

fn response(shown: Option<Result<Picture>>) -> Response<Vec<u8>> {
    let (status, mime, mut bytes) = match shown {
        Some(Ok(picture)) => (StatusCode::OK, picture.mime, picture.bytes),
        Some(Err(failure)) => (status(&failure), "text/plain", Vec::new().into()),
        None => (StatusCode::NOT_FOUND, "text/plain", Vec::new().into()),
    };
    let mut response = Response::new(std::mem::take(&mut *bytes));
    *response.status_mut() = status;
    let headers = [
        (header::CONTENT_TYPE, mime),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
    ];
    for (name, value) in headers {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    }
    response
}

fn status(failure: &Failure) -> StatusCode {
    match failure.code.as_str() {
        "locked" => StatusCode::FORBIDDEN,
        "record-missing" | "picture-no-page" => StatusCode::NOT_FOUND,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use super::*;

    #[test]
    fn only_what_the_table_says_can_be_asked_for() {
        let id = "0190f5f6-0000-7000-8000-000000000001";
        let asked = |view| Some(Asked { id: AttachmentId(id.parse().unwrap()), view });
        assert_eq!(read(&format!("/{id}")), asked(View::Page { page: 0, side: SIDE }));
        assert_eq!(read(&format!("/{id}/small")), asked(View::Small));
        assert_eq!(read(&format!("/{id}/3/900")), asked(View::Page { page: 2, side: 900 }));
        for path in ["", "/", "/x", "//etc/passwd", "/../vault.db", "/%2e%2e"] {
            assert_eq!(read(path), None, "{path}");
        }
        for rest in ["/0/900", "/-1/900", "/1", "/1/x", "/small/1", "/1/900/x", "/large"] {
            assert_eq!(read(&format!("/{id}{rest}")), None, "{rest}");
        }
    }

    #[test]
    fn every_answer_forbids_to_keep_and_to_guess() {
        let picture = Picture { mime: "image/png", bytes: vec![1, 2].into() };
        for (shown, status) in [
            (Some(Ok(picture)), 200),
            (Some(Err(Failure::new("locked"))), 403),
            (Some(Err(Failure::new("record-missing"))), 404),
            (Some(Err(Failure::new("picture-damaged"))), 422),
            (None, 404),
        ] {
            let response = response(shown);
            assert_eq!(response.status(), status);
            assert_eq!(response.headers()["cache-control"], "no-store");
            assert_eq!(response.headers()["x-content-type-options"], "nosniff");
            assert_eq!(response.body().is_empty(), status != 200);
        }
    }
}
