//! Who may do what with messages and notices.
use kernel::permissions;

permissions! {
    /// See which messages went out, and which did not.
    SeeOutbox = OUTBOX View Whole;
    /// Send a message again, and read what it says.
    SendLetters = OUTBOX Edit Whole;
    /// The own inbox.
    ReadNotes = OWN_PROFILE View Own;
    /// Decide which notices one gets.
    ChooseNotices = OWN_PROFILE Edit Own;
}
