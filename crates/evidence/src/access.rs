//! Who may do what with qualifications and evidence.
use kernel::permissions;

// The catalogue belongs to the whole organisation and to no division: whoever may change it in one division changes it
// for all, as long as there is one catalogue. The reach is `People` so that roles of a division are let in at all.
permissions! {
    /// Look at the qualifications.
    SeeQualifications = CATALOGUE View People;
    /// Change the qualifications.
    EditQualifications = CATALOGUE Edit People;
    /// Say how evidence is handled.
    EditEvidenceSettings = SETTINGS Edit Whole;
    /// See what somebody has shown. Numbers and pictures are for those closer: who hands in and who decides.
    SeeEvidence = REPORTS View People;
    /// Hand in evidence, for oneself or for the people within reach.
    HandInEvidence = TRAINING Edit People;
    /// Decide about evidence of the people within reach; never about the own.
    ReviewEvidence = REVIEW Edit People;
}
