//! Who may do what with people.
use kernel::permissions;

permissions! {
    /// Invite people and see who was invited.
    InvitePeople = ACCOUNTS Edit Whole;
    /// See who was invited.
    SeeInvitations = ACCOUNTS View Whole;
    /// Let a person without an account read the own profile.
    GrantProfileAccess = PROFILE_ACCESS Edit People;
    /// See who has an account, and which roles.
    SeeAccounts = ACCOUNTS View Whole;
    /// Deactivate accounts, offer new passwords, give and take roles.
    ManageAccounts = ACCOUNTS Edit Whole;
    /// Appoint the gate scanners of a site.
    AppointGateScanners = GATE_SCANNERS Edit Sites;
    /// Change the settings of the organisation.
    EditSettings = SETTINGS Edit Whole;
}
