//! Handing in. What nobody has to approve counts at once; everything else waits for somebody who does.
use kernel::{Answer, AssessmentId, Form, Invalid, May, Path, Result, Toast, Tx, Visit};
use ui::Desk;

use super::{attempts, happened, myself, questions, sheet};
use crate::access::FillIn;
use crate::attempts::model::gaps;
use crate::reviews::jobs;

pub fn create(
    may: &May<FillIn>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form), visit): &(Path<AssessmentId>, Form, Visit),
) -> Result<Answer> {
    let (org, person) = myself(may)?;
    let it = attempts::own(tx, org, person, *id)?;
    let done = format!("/risk-assessments/{id}");
    let before = || Answer::to(done.clone()).saying(&Toast::new("assessments-sent-before"));
    if it.submitted.is_some() {
        return Ok(before());
    }
    let asked = questions::of(tx, org, it.template.0, it.version)?;
    let answers = attempts::answers(tx, org, *id)?;
    let places = attempts::places(tx, org, person, it.template.0)?;
    let mut invalid = Invalid::default();
    if !gaps(&asked, &answers).is_empty() {
        invalid.add("answers", "assessments-gaps");
    }
    let site = places.choose(form).unwrap_or_else(|wrong| {
        wrong.iter().for_each(|(field, problem)| invalid.add(field, problem));
        None
    });
    if !invalid.is_empty() {
        let desk = Desk::of(tx, Some(may.who()), visit);
        return Ok(Answer::refused(sheet(tx, &desk, may, &it, (form, &invalid))?));
    }
    let today = tx.now().date_in(&may.who().face.zone);
    let last = it.expiry.last_day(today);
    let approved = !it.approval;
    if !attempts::submit(tx, may.who(), *id, (site, last), approved)? {
        return Ok(before());
    }
    let mut event = happened("assessment.submitted", &it).set("until", &last);
    if let Some(site) = site {
        event = event.at(site);
    }
    tx.record(&event)?;
    if approved {
        tx.record(&happened("assessment.approved", &it))?;
        return Ok(Answer::to(done).saying(&Toast::new("assessments-counts")));
    }
    jobs::announce(tx, org, *id)?;
    Ok(Answer::to(done).saying(&Toast::new("assessments-sent")))
}
