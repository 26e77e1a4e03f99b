//! What somebody can fill in, and where they go on. Pure.
use kernel::{AssessmentId, TemplateId};

use crate::templates::model::Kind;

/// A published template, as whoever fills it in sees it.
#[derive(Debug, Clone)]
pub struct Offer {
    pub id: TemplateId,
    pub kind: Kind,
    pub name: String,
    pub description: String,
    /// The version that is asked now.
    pub version: i64,
    pub questions: i64,
}

/// How far a draft has come.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    pub answered: i64,
    pub of: i64,
    /// The first question that nobody answered or skipped; none when all were.
    pub next: Option<i64>,
}

/// The page of one question.
pub fn question(id: AssessmentId, at: i64) -> String {
    format!("/risk-assessments/{id}/questions/{at}")
}

/// Where a draft goes on.
pub fn resume(id: AssessmentId, progress: Option<&Progress>) -> String {
    match progress.and_then(|it| it.next) {
        Some(at) => question(id, at),
        None => format!("/risk-assessments/{id}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_goes_on_with_the_first_open_question_then_with_the_summary() {
        let id = AssessmentId::from_bytes([1; 16]);
        let some = Progress { answered: 2, of: 6, next: Some(3) };
        assert_eq!(resume(id, Some(&some)), format!("/risk-assessments/{id}/questions/3"));
        let all = Progress { answered: 6, next: None, ..some };
        assert_eq!(resume(id, Some(&all)), format!("/risk-assessments/{id}"));
    }
}
