//! An attempt is a template as somebody filled it in: where it stands (§7.9) and what its answers may be. Pure.
use std::collections::HashMap;

use kernel::field::{Line, Lines, Problem, Reader};
use kernel::file::{Kind as FileKind, Sound, check};
use kernel::{
    AccountId, AssessmentId, Date, Fields, Hash, Instant, Invalid, OrgId, PersonId, SiteId,
    TemplateId, TemplateQuestionId, Uploads,
};

use crate::questions::model::{Draft as Asked, Kind, Question, number_words, thousandths};
use crate::templates::model::{Expiry, Kind as TemplateKind};

/// Files that come with one answer at most: from the camera, from the device, drawn.
pub const FILES: usize = 3;

/// §7.9. Expired follows from the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Draft,
    Waiting,
    Approved,
    Expired,
    Rejected,
    Cancelled,
}

/// An attempt as it is kept.
#[derive(Debug, Clone)]
pub struct Attempt {
    pub org: OrgId,
    pub id: AssessmentId,
    pub template: (TemplateId, String),
    pub kind: TemplateKind,
    pub version: i64,
    pub person: (PersonId, String),
    pub site: Option<(SiteId, String)>,
    pub submitted: Option<(Instant, AccountId, String)>,
    /// Whether it was approved, when, and by whom; nobody where nobody had to.
    pub decided: Option<(bool, Instant, String)>,
    pub reason: String,
    pub last: Option<Date>,
    pub cancelled: Option<Instant>,
    /// The rejected attempt that this one begins with.
    pub former: Option<AssessmentId>,
    /// Somebody begins with this one again.
    pub revised: bool,
    /// The template as it is now: whether it is published, whether somebody approves, how long it counts.
    pub offered: bool,
    pub approval: bool,
    pub expiry: Expiry,
}

impl Attempt {
    pub fn state(&self, today: Date) -> State {
        match (&self.submitted, self.decided.as_ref().map(|it| it.0)) {
            (None, _) if self.cancelled.is_some() => State::Cancelled,
            (None, _) => State::Draft,
            (Some(_), None) => State::Waiting,
            (Some(_), Some(false)) => State::Rejected,
            (Some(_), Some(true)) if self.last.is_some_and(|it| it < today) => State::Expired,
            (Some(_), Some(true)) => State::Approved,
        }
    }

    pub fn is_draft(&self) -> bool {
        self.submitted.is_none() && self.cancelled.is_none()
    }

    pub fn is_waiting(&self) -> bool {
        self.submitted.is_some() && self.decided.is_none()
    }
}

/// An answer as it is kept.
#[derive(Debug, Clone)]
pub struct Answer {
    pub question: TemplateQuestionId,
    pub value: String,
    pub note: String,
    pub file: Option<(FileKind, Hash, i64)>,
    pub at: Instant,
}

pub type Answers = HashMap<TemplateQuestionId, Answer>;

/// An answer as a form brings it, with its picture looked into.
#[derive(Debug, Clone)]
pub struct Given {
    pub value: String,
    pub note: String,
    pub picture: Picture,
}

/// What becomes of the picture of an answer.
#[derive(Debug, Clone)]
pub enum Picture {
    /// Nothing new came: the one that was kept stays.
    Kept,
    New(Sound),
    /// Another answer takes its place.
    Gone,
}

fn yes_no(text: &str) -> Result<String, Problem> {
    if ["yes", "no", "na"].contains(&text) { Ok(text.to_owned()) } else { Err("error-choice") }
}

fn number(asked: &Asked, text: &str) -> Result<String, Problem> {
    let number = thousandths(text).ok_or("replies-number-wrong")?;
    if asked.least.is_some_and(|it| number < it) || asked.most.is_some_and(|it| number > it) {
        return Err("replies-number-bounds");
    }
    Ok(number_words(number))
}

/// The picture of a field: the first file that came in it.
fn picture(read: &mut Reader<'_>, uploads: &Uploads<FILES>, field: &'static str) -> Option<Sound> {
    let file = uploads.named(field)?;
    let sound = if file.too_large { Err("file-too-large") } else { check(&file.bytes) };
    match sound {
        Ok(sound) if sound.kind.is_picture() => Some(sound),
        Ok(_) => {
            read.problem(field, "replies-picture-kind");
            None
        }
        Err(problem) => {
            read.problem(field, problem);
            None
        }
    }
}

/// Reads an answer. `kept` is what was answered before.
pub fn parse(
    asked: &Asked,
    fields: &Fields,
    uploads: &Uploads<FILES>,
    kept: Option<&Answer>,
) -> Result<Given, Invalid> {
    let mut read = Reader::new(fields);
    let held = kept.is_some_and(|it| it.file.is_some());
    let (mut value, mut note) = (String::new(), String::new());
    let mut change = Picture::Gone;
    match asked.kind {
        Kind::YesNo => {
            value = read.want("answer", yes_no).unwrap_or_default();
            note = read
                .want("note", Lines::<1000>::parse)
                .map(|it| it.to_string())
                .unwrap_or_default();
            if !asked.note_on.is_empty() && value == asked.note_on && note.is_empty() {
                read.problem("note", "replies-note-missing");
            }
        }
        Kind::Choice => {
            let known = |text: &str| {
                asked.choices.iter().find(|it| *it == text).cloned().ok_or("error-choice")
            };
            value = read.want("answer", known).unwrap_or_default();
        }
        Kind::Number => {
            value = read.want("answer", |text| number(asked, text)).unwrap_or_default();
        }
        Kind::Text => {
            let text = read.want("answer", Lines::<4000>::parse);
            value = text.map(|it| it.to_string()).unwrap_or_default();
        }
        Kind::Photo => {
            change = match picture(&mut read, uploads, "photo") {
                Some(sound) => Picture::New(sound),
                None => Picture::Kept,
            };
        }
        Kind::Signature => {
            let typed = read.want("answer", Line::<120>::parse);
            value = typed.map(|it| it.to_string()).unwrap_or_default();
            change = match picture(&mut read, uploads, "signature") {
                Some(sound) => Picture::New(sound),
                None => Picture::Kept,
            };
        }
    }
    let drawn = matches!(change, Picture::New(_)) || (held && matches!(change, Picture::Kept));
    if asked.required && value.is_empty() && !drawn {
        let (field, problem) = match asked.kind {
            Kind::Photo => ("photo", "replies-photo-missing"),
            Kind::Signature => ("answer", "replies-signature-missing"),
            _ => ("answer", "replies-missing"),
        };
        read.problem(field, problem);
    }
    read.done(|| Some(Given { value, note, picture: change }))
}

/// Whether an answer is all that its question asks for. No answer is enough where none is needed.
pub fn is_complete(asked: &Asked, answer: Option<&Answer>) -> bool {
    let Some(answer) = answer else { return !asked.required };
    let given = !answer.value.is_empty() || answer.file.is_some();
    let noted =
        asked.note_on.is_empty() || answer.value != asked.note_on || !answer.note.is_empty();
    noted && (given || !asked.required)
}

/// The questions that keep an attempt from being handed in.
pub fn gaps<'q>(questions: &'q [Question], answers: &Answers) -> Vec<&'q Question> {
    questions.iter().filter(|it| !is_complete(&it.draft, answers.get(&it.id))).collect()
}

/// The sites an attempt can be for, and the one that is meant until the person says otherwise (C-12).
#[derive(Debug, Clone, Default)]
pub struct Places {
    pub all: Vec<(SiteId, String)>,
    pub usual: Option<SiteId>,
}

impl Places {
    /// `placed` are the sites somebody works at, `default` is the template's own, where it is in use.
    pub fn of(placed: Vec<(SiteId, String)>, default: Option<(SiteId, String)>) -> Self {
        let mut all = placed;
        let mut usual = None;
        if let Some(site) = default {
            usual = Some(site.0);
            if !all.iter().any(|it| it.0 == site.0) {
                all.insert(0, site);
            }
        } else if let [only] = all.as_slice() {
            usual = Some(only.0);
        }
        Self { all, usual }
    }

    /// The site a form says. Where there is nothing to choose from, none is needed.
    pub fn choose(&self, fields: &Fields) -> Result<Option<SiteId>, Invalid> {
        let chosen: Option<SiteId> = fields.text("site").parse().ok();
        match chosen.filter(|id| self.all.iter().any(|it| it.0 == *id)) {
            Some(site) => Ok(Some(site)),
            None if self.all.is_empty() => Ok(None),
            None => Err(Invalid::one("site", "assessments-site-missing")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(kind: Kind) -> Asked {
        Asked {
            kind,
            words: "?".to_owned(),
            help: String::new(),
            required: true,
            note_on: "no".to_owned(),
            choices: vec!["Lifting".to_owned(), "Digging".to_owned()],
            least: Some(0),
            most: Some(60_000),
            unit: "m".to_owned(),
        }
    }

    fn given(kind: Kind, pairs: [(&str, &str); 2]) -> Result<Given, Invalid> {
        parse(&asked(kind), &Fields::of(pairs), &Uploads(Vec::new()), None)
    }

    #[test]
    fn an_answer_that_needs_a_note_needs_a_note() {
        let mute = given(Kind::YesNo, [("answer", "no"), ("note", " ")]).unwrap_err();
        assert_eq!(mute.get("note"), Some("replies-note-missing"));
        assert!(given(Kind::YesNo, [("answer", "no"), ("note", "A cable")]).is_ok());
        assert!(given(Kind::YesNo, [("answer", "yes"), ("note", "")]).is_ok());
        assert!(given(Kind::YesNo, [("answer", "maybe"), ("note", "")]).is_err());
    }

    #[test]
    fn only_what_was_asked_for_is_an_answer() {
        assert!(given(Kind::Choice, [("answer", "Flying"), ("x", "")]).is_err());
        assert_eq!(given(Kind::Number, [("answer", "2,50"), ("x", "")]).unwrap().value, "2.5");
        for wrong in ["-1", "60.001", "high"] {
            assert!(given(Kind::Number, [("answer", wrong), ("x", "")]).is_err(), "{wrong}");
        }
        let nothing = given(Kind::Photo, [("answer", "x"), ("x", "")]).unwrap_err();
        assert_eq!(nothing.get("photo"), Some("replies-photo-missing"));
        assert!(given(Kind::Signature, [("answer", "Emil"), ("x", "")]).is_ok());
    }

    #[test]
    fn a_site_is_proposed_only_where_one_is_meant_c_12() {
        let site = |it: u8| (SiteId::from_bytes([it; 16]), format!("Site {it}"));
        let one = Places::of(vec![site(1)], None);
        assert_eq!(one.usual, Some(site(1).0));
        let two = Places::of(vec![site(1), site(2)], None);
        assert_eq!(two.usual, None);
        assert!(two.choose(&Fields::default()).is_err(), "the person must choose");
        let other = site(3).0.to_string();
        assert!(two.choose(&Fields::of([("site", &other)])).is_err(), "not theirs to name");
        let default = Places::of(vec![site(1)], Some(site(3)));
        assert_eq!((default.usual, default.all.len()), (Some(site(3).0), 2));
        assert_eq!(Places::default().choose(&Fields::default()), Ok(None));
    }
}
