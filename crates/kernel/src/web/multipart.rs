//! Forms with files: read piece by piece, within bounds, and given up when they dawdle.
use std::time::Duration;

use axum::body::{Body, Bytes};
use multer::{Constraints, Field, Multipart, SizeLimit};
use sha2::{Digest, Sha256};
use tokio::time::timeout;

use super::{LARGEST_FORM, Load, PATIENCE};
use crate::app::House;
use crate::error::{Error, Result};
use crate::file::{LARGEST, LARGEST_FILM, film};
use crate::form::Fields;
use crate::request::{FILM_FIELD, Request, Upload};
use crate::secret::Hash;

/// A form with files must have arrived within this time: a phone at the edge of the signal has it.
const WHOLE: Duration = Duration::from_mins(10);
/// The same for a form with a film.
const WHOLE_FILM: Duration = Duration::from_hours(1);
/// What is kept of a film's beginning, to look at.
const BEGINNING: usize = 4096;

/// The boundary of a form with files; none when it is another kind of form.
pub(super) fn boundary(request: &Request) -> Option<String> {
    multer::parse_boundary(request.header("content-type")?).ok()
}

/// The fields and the files of a form. Each piece must come before patience ends.
pub(super) async fn read(
    house: &House,
    boundary: &str,
    body: Body,
    load: Load,
) -> Result<(Fields, Vec<Upload>)> {
    let whole = u64::try_from(load.largest()).unwrap_or(u64::MAX);
    let bounds = Constraints::new().size_limit(SizeLimit::new().whole_stream(whole));
    let mut parts = Multipart::with_constraints(body.into_data_stream(), boundary, bounds);
    let reading = async {
        let (mut fields, mut uploads, mut letters) = (Fields::default(), Vec::new(), 0);
        while let Some(mut part) = in_time(parts.next_field()).await? {
            let name = part.name().unwrap_or_default().to_owned();
            if part.file_name().is_some() {
                // A field that was left empty sends a file without a name and without content.
                let upload = if load.film && name == FILM_FIELD {
                    keep(house, &mut part, name).await?
                } else {
                    file(&mut part, name).await?
                };
                if upload.too_large || !upload.bytes.is_empty() {
                    uploads.push(upload);
                }
                if uploads.len() > load.files + usize::from(load.film) {
                    return Err(Error::TooLarge);
                }
            } else {
                let value = text(&mut part, &mut letters).await?;
                fields.add(name, value)?;
            }
        }
        Ok((fields, uploads))
    };
    let time = if load.film { WHOLE_FILM } else { WHOLE };
    timeout(time, reading).await.unwrap_or(Err(Error::Refused("error-too-slow")))
}

/// The next piece, if it comes in time.
async fn in_time<T>(piece: impl Future<Output = multer::Result<T>>) -> Result<T> {
    match timeout(PATIENCE, piece).await {
        Ok(Ok(piece)) => Ok(piece),
        Ok(Err(multer::Error::StreamSizeExceeded { .. })) => Err(Error::TooLarge),
        Ok(Err(_)) => Err(Error::Refused("error-not-a-form")),
        Err(_) => Err(Error::Refused("error-too-slow")),
    }
}

/// One file. What is beyond the bound is read and thrown away, so that the form can say so.
async fn file(part: &mut Field<'_>, field: String) -> Result<Upload> {
    let (mut bytes, mut digest, mut too_large) = (Vec::new(), Sha256::new(), false);
    while let Some(piece) = in_time(part.chunk()).await? {
        digest.update(&piece);
        too_large = too_large || bytes.len() + piece.len() > LARGEST;
        if too_large {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&piece);
        }
    }
    let hash = Hash(digest.finalize().into());
    Ok(Upload { field, bytes: Bytes::from(bytes), hash, too_large, kept: None })
}

/// One film, kept piece by piece. What is no film, or too large, is read and thrown away, so that the form can say so.
async fn keep(house: &House, part: &mut Field<'_>, field: String) -> Result<Upload> {
    let mut spool = house.blobs.spool(&house.random).await?;
    let (mut beginning, mut size, mut good) = (Vec::new(), 0_usize, true);
    loop {
        let piece = match in_time(part.chunk()).await {
            Ok(Some(piece)) => piece,
            Ok(None) => break,
            Err(error) => {
                spool.give_up().await;
                return Err(error);
            }
        };
        size += piece.len();
        if beginning.len() < BEGINNING {
            let rest = BEGINNING - beginning.len();
            beginning.extend_from_slice(&piece[..piece.len().min(rest)]);
        }
        // Sixty-four bytes tell what it is; what arrives in smaller pieces is told at the end.
        good = good && size <= LARGEST_FILM && (size < 64 || film(&beginning).is_some());
        if good {
            spool.write(&piece).await?;
        }
    }
    let too_large = size > LARGEST_FILM;
    if good && film(&beginning).is_some() {
        let hash = spool.finish().await?;
        let kept = u64::try_from(size).ok();
        return Ok(Upload { field, bytes: Bytes::from(beginning), hash, too_large, kept });
    }
    let hash = spool.digest();
    spool.give_up().await;
    Ok(Upload { field, bytes: Bytes::from(beginning), hash, too_large, kept: None })
}

/// A field's value. All of them together are no larger than a form without files.
async fn text(part: &mut Field<'_>, letters: &mut usize) -> Result<String> {
    let mut bytes = Vec::new();
    while let Some(piece) = in_time(part.chunk()).await? {
        *letters += piece.len();
        if *letters > LARGEST_FORM {
            return Err(Error::TooLarge);
        }
        bytes.extend_from_slice(&piece);
    }
    String::from_utf8(bytes).map_err(|_| Error::Refused("error-not-text"))
}
