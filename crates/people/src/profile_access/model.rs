//! The rules of profile access (§7.4): who may be let in to the own profile, and where that stands. Pure: no clock,
//! no database, no request.
use kernel::{Instant, InvitationId, PersonId};

use crate::accounts::store::Membership;
use crate::invitations::model as invitations;

/// What the one who looks may do with the access of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Edits people in the person's division, or everywhere.
    Editor,
    /// Edits people, but in other divisions.
    Elsewhere,
    TeamManager,
    Nothing,
}

/// Why the switch is not there at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    /// H-E3: no right to edit people.
    NoRight,
    /// H-E4: looking from a division where one lacks that right.
    Elsewhere,
    /// H-E5: team managers cannot grant.
    TeamManager,
    /// H-E6: the organisation does not use the training register.
    NotUsed,
    /// The record was put away, and everything about it is only to be read.
    Archived,
}

/// Why the switch is there and cannot be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disabled {
    /// H-E7.
    NoEmail,
    /// H-E8.
    Contractor,
    /// H-E9.
    User,
}

impl Disabled {
    /// The text that says why: in sight, as a tooltip and for who listens.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoEmail => "profile-access-no-email",
            Self::Contractor => "profile-access-contractor",
            Self::User => "profile-access-user",
        }
    }
}

/// Where the access of a person stands, for the one who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Hidden(Hidden),
    Disabled(Disabled),
    Off,
    /// Invited; the mail may have come back.
    Invited {
        since: Instant,
        until: Instant,
        bounced: bool,
    },
    /// Invited, and nobody used the link in time.
    Lapsed {
        until: Instant,
    },
    /// The invitation was accepted at `since` (H-M5).
    Active {
        since: Instant,
    },
    Revoked,
}

impl State {
    /// Whether the switch stands on.
    pub const fn is_on(self) -> bool {
        matches!(self, Self::Invited { .. } | Self::Active { .. })
    }

    /// The word of the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hidden(_) | Self::Disabled(_) => "unavailable",
            Self::Off => "off",
            Self::Invited { .. } => "invited",
            Self::Lapsed { .. } => "expired",
            Self::Active { .. } => "active",
            Self::Revoked => "revoked",
        }
    }
}

/// The login of a person in the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Login {
    pub kind: Membership,
    pub active: bool,
    pub since: Instant,
}

/// The last invitation to the own profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invited {
    pub id: InvitationId,
    pub state: invitations::State,
    pub sent_at: Instant,
    pub until: Instant,
    pub accepted_at: Option<Instant>,
}

/// What the decision is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Facts {
    /// The organisation uses the training register.
    pub used: bool,
    /// C-05: contractors may be given access too.
    pub contractors: bool,
    pub contractor: bool,
    pub archived: bool,
    pub has_email: bool,
    pub login: Option<Login>,
    pub invited: Option<Invited>,
}

/// Where the access of a person stands for somebody with this right, at this moment.
pub fn availability(right: Right, facts: &Facts, now: Instant) -> State {
    if let Some(why) = hidden(right, facts) {
        return State::Hidden(why);
    }
    if let Some(why) = disabled(facts) {
        return State::Disabled(why);
    }
    progress(facts, now)
}

fn hidden(right: Right, facts: &Facts) -> Option<Hidden> {
    match right {
        Right::Nothing => Some(Hidden::NoRight),
        Right::TeamManager => Some(Hidden::TeamManager),
        Right::Elsewhere => Some(Hidden::Elsewhere),
        Right::Editor if !facts.used => Some(Hidden::NotUsed),
        Right::Editor if facts.archived => Some(Hidden::Archived),
        Right::Editor => None,
    }
}

fn disabled(facts: &Facts) -> Option<Disabled> {
    if facts.login.is_some_and(|it| it.kind == Membership::User) {
        Some(Disabled::User)
    } else if facts.contractor && !facts.contractors {
        Some(Disabled::Contractor)
    } else if !facts.has_email {
        Some(Disabled::NoEmail)
    } else {
        None
    }
}

/// How far access has come, whether it could be given now or not.
pub fn progress(facts: &Facts, now: Instant) -> State {
    if let Some(login) = facts.login {
        let accepted = facts.invited.and_then(|it| it.accepted_at);
        return if login.active {
            State::Active { since: accepted.unwrap_or(login.since) }
        } else {
            State::Revoked
        };
    }
    let Some(it) = facts.invited else { return State::Off };
    match it.state {
        invitations::State::Accepted | invitations::State::Revoked => State::Revoked,
        _ if it.until <= now => State::Lapsed { until: it.until },
        state => State::Invited {
            since: it.sent_at,
            until: it.until,
            bounced: state == invitations::State::Bounced,
        },
    }
}

/// Whether the access that a person has must end: it could not be given any more (§7.4, any → unavailable).
pub fn must_end(facts: &Facts) -> bool {
    !facts.used || facts.archived || disabled(facts).is_some()
}

/// Why an address cannot be used to sign in to this person's profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// H-E1: another login has it, in whichever organisation.
    Login,
    /// H-E2: another person of the organisation has it; whose record it is, for those who may see it.
    Person(Option<PersonId>),
}

impl Taken {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Login => "profile-access-taken-login",
            Self::Person(_) => "profile-access-taken-person",
        }
    }
}

/// Why access was not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Unavailable(Disabled),
    /// H-E4: on a form the division is chosen together with the switch, which so cannot be hidden.
    Elsewhere,
    Taken(Taken),
}

impl Refusal {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unavailable(why) => why.key(),
            Self::Elsewhere => "profile-access-elsewhere",
            Self::Taken(taken) => taken.key(),
        }
    }

    /// The field of a form that it is about.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Unavailable(Disabled::NoEmail) | Self::Taken(_) => "email",
            Self::Unavailable(_) => "profile-access",
            Self::Elsewhere => "division",
        }
    }

    /// The other person whose address it is, for those who may see the record.
    pub const fn record(self) -> Option<PersonId> {
        match self {
            Self::Taken(Taken::Person(other)) => other,
            _ => None,
        }
    }
}

/// The switch on the form of a new person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// C-05: contractors may be given access too.
    pub contractors: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: Facts = Facts {
        used: true,
        contractors: false,
        contractor: false,
        archived: false,
        has_email: true,
        login: None,
        invited: None,
    };
    const NOW: Instant = Instant(1_000);

    fn seen(right: Right, facts: Facts) -> State {
        availability(right, &facts, NOW)
    }

    fn login(kind: Membership, active: bool) -> Option<Login> {
        Some(Login { kind, active, since: Instant(5) })
    }

    fn invited(state: invitations::State, until: Instant) -> Option<Invited> {
        let id = InvitationId::new(0, [0; 10]);
        Some(Invited { id, state, sent_at: Instant(7), until, accepted_at: None })
    }

    #[test]
    fn four_cases_hide_the_switch_h_e3_to_h_e6() {
        let cases = [
            (Right::Nothing, FREE, Hidden::NoRight),
            (Right::Elsewhere, FREE, Hidden::Elsewhere),
            (Right::TeamManager, FREE, Hidden::TeamManager),
            (Right::Editor, Facts { used: false, ..FREE }, Hidden::NotUsed),
        ];
        for (right, facts, why) in cases {
            assert_eq!(seen(right, facts), State::Hidden(why));
        }
    }

    #[test]
    fn three_cases_bar_the_switch_h_e7_to_h_e9() {
        let user = Facts { login: login(Membership::User, true), ..FREE };
        let cases = [
            (Facts { has_email: false, ..FREE }, Disabled::NoEmail),
            (Facts { contractor: true, ..FREE }, Disabled::Contractor),
            (Facts { contractor: true, has_email: false, ..FREE }, Disabled::Contractor),
            (user, Disabled::User),
            (Facts { contractor: true, ..user }, Disabled::User),
        ];
        for (facts, why) in cases {
            assert_eq!(seen(Right::Editor, facts), State::Disabled(why));
        }
        let allowed = Facts { contractor: true, contractors: true, ..FREE };
        assert_eq!(seen(Right::Editor, allowed), State::Off, "C-05");
    }

    #[test]
    fn access_goes_from_off_to_invited_to_active_to_revoked() {
        use invitations::State::{Accepted, Bounced, Pending, Revoked};
        let later = Instant(2_000);
        let of = |invited| seen(Right::Editor, Facts { invited, ..FREE });
        assert_eq!(of(None), State::Off);
        let waiting = |bounced| State::Invited { since: Instant(7), until: later, bounced };
        assert_eq!(of(invited(Pending, later)), waiting(false));
        assert_eq!(of(invited(Bounced, later)), waiting(true));
        assert_eq!(of(invited(Pending, NOW)), State::Lapsed { until: NOW });
        assert_eq!(of(invited(Revoked, later)), State::Revoked);
        let member = |active| Facts {
            login: login(Membership::Profile, active),
            invited: invited(Accepted, later),
            ..FREE
        };
        assert_eq!(seen(Right::Editor, member(true)), State::Active { since: Instant(5) });
        assert_eq!(seen(Right::Editor, member(false)), State::Revoked);
    }
}
