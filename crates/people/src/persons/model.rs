//! The rules of a person's record. Pure: no clock, no database, no request.
use kernel::access::People;
use kernel::field::{self, Email, Line, Name, Phone, Reader};
use kernel::{CompanyId, Date, DivisionId, Fields, Invalid, JobRoleId, PersonId, SiteId};

/// Steps up a line of managers that are followed. No organisation is deeper.
pub const LINE: usize = 60;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Employee,
    Contractor,
}

impl Kind {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Employee => "employee",
            Self::Contractor => "contractor",
        }
    }
    pub fn from_code(code: &str) -> Self {
        if code == "contractor" { Self::Contractor } else { Self::Employee }
    }
    fn parse(text: &str) -> Result<Self, &'static str> {
        match text {
            "employee" => Ok(Self::Employee),
            "contractor" => Ok(Self::Contractor),
            _ => Err("error-choice"),
        }
    }
}

/// A number or name another system knows the person by.
pub type ExternalId = Line<60>;

/// A record as a form sends it.
#[derive(Debug, Clone)]
pub struct Draft {
    pub kind: Kind,
    pub name: Name,
    pub email: Option<Email>,
    pub phone: Option<Phone>,
    pub company: Option<CompanyId>,
    pub job_role: Option<JobRoleId>,
    pub division: DivisionId,
    /// Address, number or name of the line manager, as typed.
    pub manager: Option<Line<254>>,
    pub external_id: Option<ExternalId>,
    pub work_base: Option<Name>,
    pub start: Option<Date>,
    pub end: Option<Date>,
}

impl Draft {
    pub fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let kind = read.need("kind", Kind::parse);
        let name = read.need("name", Name::parse);
        let email = read.want("email", Email::parse);
        let phone = read.want("phone", Phone::parse);
        let company = read.want("company", field::id);
        let job_role = read.want("job-role", field::id);
        let division = read.need("division", field::id);
        let manager = read.want("manager", Line::parse);
        let external_id = read.want("external-id", ExternalId::parse);
        let work_base = read.want("work-base", Name::parse);
        let (start, end) = (read.date("start"), read.date("end"));
        if start.zip(end).is_some_and(|(start, end)| end < start) {
            read.problem("end", "persons-end-before-start");
        }
        read.done(|| {
            Some(Self {
                kind: kind?,
                name: name?,
                email,
                phone,
                company,
                job_role,
                division: division?,
                manager,
                external_id,
                work_base,
                start,
                end,
            })
        })
    }
}

/// C-04: an employee's address belongs to one of the organisation's domains, where it names any. Contractors have
/// addresses of their own.
pub fn fits_domains(kind: Kind, email: &Email, domains: &str) -> bool {
    let mut domains = domains.split_whitespace().peekable();
    kind == Kind::Contractor
        || domains.peek().is_none()
        || domains.any(|it| it.eq_ignore_ascii_case(email.domain()))
}

/// Nobody moves people into a division that is not theirs, and whoever manages the people of a company has nothing
/// to do with employees.
pub fn may_belong(reach: &People, draft: &Draft, before: Option<&Person>) -> bool {
    if reach.is_all() {
        return true;
    }
    let moved = before.is_some_and(|it| it.division.0 != draft.division);
    let company_only = reach.divisions.is_empty() && reach.teams.is_empty();
    (!moved || reach.divisions.contains(&draft.division))
        && !(company_only && draft.kind == Kind::Employee)
}

/// Something with a name that the record points to.
pub type Named<I> = (I, String);

/// Whether somebody can sign in, or was asked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    None,
    Invited,
    /// May read the own profile only.
    Profile,
    User,
    Deactivated,
}

/// A record as it is kept, with the names of what it points to.
#[derive(Debug, Clone)]
pub struct Person {
    pub id: PersonId,
    pub kind: Kind,
    pub name: String,
    pub archived: bool,
    pub company: Option<Named<CompanyId>>,
    pub job_role: Option<Named<JobRoleId>>,
    pub division: Named<DivisionId>,
    pub manager: Option<Named<PersonId>>,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub work_base: String,
    pub access: Access,
    /// Address and numbers, for those who may see them.
    pub contact: Option<Contact>,
}

#[derive(Debug, Clone, Default)]
pub struct Contact {
    pub email: Option<String>,
    pub phone: String,
    pub external_id: Option<String>,
}

impl Person {
    /// The form of this record.
    pub fn fields(&self) -> Fields {
        let contact = self.contact.clone().unwrap_or_default();
        let mut fields = Fields::default();
        let mut set = |name, value: Option<String>| fields.set(name, &value.unwrap_or_default());
        set("kind", Some(self.kind.code().to_owned()));
        set("name", Some(self.name.clone()));
        set("email", contact.email);
        set("phone", Some(contact.phone));
        set("external-id", contact.external_id);
        set("company", self.company.as_ref().map(|it| it.0.to_string()));
        set("job-role", self.job_role.as_ref().map(|it| it.0.to_string()));
        set("division", Some(self.division.0.to_string()));
        set("manager", self.manager.as_ref().map(|it| it.1.clone()));
        set("work-base", Some(self.work_base.clone()));
        for (name, date) in [("start", self.start), ("end", self.end)] {
            if let Some(date) = date {
                fields.set(&format!("{name}-day"), &date.day().to_string());
                fields.set(&format!("{name}-month"), &date.month().to_string());
                fields.set(&format!("{name}-year"), &date.year().to_string());
            }
        }
        fields
    }
}

/// What a form's lists offer: value and words.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub companies: Vec<(String, String)>,
    pub job_roles: Vec<(String, String)>,
    pub divisions: Vec<(String, String)>,
}

/// Where a person works.
pub type Place = (SiteId, String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_domains_of_the_organisation_bind_employees_only_c_04() {
        let email = |text: &str| Email::parse(text).unwrap();
        let domains = "harbour.example harbour.org";
        assert!(fits_domains(Kind::Employee, &email("ana@Harbour.example"), domains));
        assert!(!fits_domains(Kind::Employee, &email("ana@sub.harbour.example"), domains));
        assert!(fits_domains(Kind::Contractor, &email("ana@other.example"), domains));
        assert!(fits_domains(Kind::Employee, &email("ana@other.example"), ""));
    }

    #[test]
    fn an_engagement_does_not_end_before_it_starts() {
        let division = DivisionId::from_bytes([1; 16]).to_string();
        let sent = Fields::of([
            ("kind", "employee"),
            ("name", "Ana"),
            ("division", &division),
            ("start", "2026-11-03"),
            ("end", "2026-11-02"),
        ]);
        let invalid = Draft::parse(&sent).unwrap_err();
        assert_eq!(invalid.get("end"), Some("persons-end-before-start"));
        assert!(Draft::parse(&sent.with("end", "2026-11-03")).is_ok());
    }
}
