//! Who may do what with people.
use kernel::permissions;

permissions! {
    /// Invite people and see who was invited.
    InvitePeople = ACCOUNTS Edit Whole;
    /// See who was invited.
    SeeInvitations = ACCOUNTS View Whole;
    /// See the contractor companies within reach.
    SeeCompanies = COMPANIES View People;
    /// Add contractor companies, and change those within reach.
    EditCompanies = COMPANIES Edit People;
    /// See teams, groups, divisions and job roles.
    SeeStructure = STRUCTURE View People;
    /// Change teams, groups, divisions and job roles within reach.
    EditStructure = STRUCTURE Edit People;
    /// Make and remove divisions.
    ShapeDivisions = STRUCTURE Edit Whole;
    /// Let a person without an account read the own profile.
    GrantProfileAccess = PROFILE_ACCESS Edit People;
    /// See who has an account, and which roles.
    SeeAccounts = ACCOUNTS View Whole;
    /// Deactivate accounts, offer new passwords, give and take roles.
    ManageAccounts = ACCOUNTS Edit Whole;
    /// Appoint the gate scanners of a site.
    AppointGateScanners = GATE_SCANNERS Edit Sites;
    /// Change the name of the own account.
    ChangeOwnName = OWN_PROFILE Edit Own;
    /// Change the settings of the organisation.
    EditSettings = SETTINGS Edit Whole;
}
permissions! {
    /// Look at people's records.
    SeePeople = PEOPLE View People;
    /// Add people and change their records.
    EditPeople = PEOPLE Edit People;
    /// Archive people and bring them back.
    ArchivePeople = ARCHIVE Edit People;
    /// Say at which sites people work.
    PlacePeople = PLACEMENTS Edit People;
    /// Put people into teams and groups.
    SortPeople = STRUCTURE Edit People;
}
