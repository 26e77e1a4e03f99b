//! Who may do what with people.
use kernel::permissions;

permissions! {
    /// Invite people and see who was invited.
    InvitePeople = ACCOUNTS Edit Whole;
    /// See who was invited.
    SeeInvitations = ACCOUNTS View Whole;
    /// Let a person without an account read the own profile.
    GrantProfileAccess = PROFILE_ACCESS Edit People;
}
