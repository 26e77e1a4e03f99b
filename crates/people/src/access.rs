//! Who may do what with people.
use kernel::permissions;

permissions! {
    /// Invite people and see who was invited.
    InvitePeople = ACCOUNTS Edit Whole;
    /// See who was invited.
    SeeInvitations = ACCOUNTS View Whole;
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
