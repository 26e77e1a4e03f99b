//! Moving a lesson a place up or down.
use kernel::{Answer, Event, Form, LessonId, May, Path, Result, Tx};

use super::{lesson, model, store};
use crate::access::EditCourses;

pub fn create(
    may: &May<EditCourses>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form)): &(Path<LessonId>, Form),
) -> Result<Answer> {
    let (org, it) = lesson(may, tx, *id)?;
    let all = store::draft(tx, org, it.course)?;
    let ids: Vec<LessonId> = all.iter().map(|it| it.id).collect();
    let back = Answer::to(format!("/courses/{}/lessons", it.course));
    let Some((_, other)) = model::moved(&ids, *id, form.text("way") == "up") else {
        return Ok(back);
    };
    let Some(other) = all.iter().find(|it| it.id == other) else { return Ok(back) };
    store::touch(tx, org, may.who().account, it.course)?;
    store::exchange(tx, org, &it, other)?;
    tx.record(&Event::new(org, "lesson.moved", "lesson", *id).named(it.title.as_str()).change(
        "position",
        Some(&it.position),
        Some(&other.position),
    ))?;
    Ok(back)
}
