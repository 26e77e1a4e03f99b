//! Who may do what with templates and assessments.
use kernel::permissions;

permissions! {
    /// Look at the templates.
    SeeTemplates = ASSESSMENT_TEMPLATES View Whole;
    /// Change the templates and their questions, publish and archive them.
    EditTemplates = ASSESSMENT_TEMPLATES Edit Whole;
    /// Say whether everybody is shown the way to assessments.
    EditAssessmentSettings = SETTINGS Edit Whole;
    /// See which assessments people within reach handed in. The answers are for those who decide about them.
    SeeAssessments = REPORTS View People;
    /// Decide about assessments of people within reach, where the template lets one; never about the own.
    ReviewAssessments = REVIEW_ASSESSMENTS Edit People;
    /// Fill in assessments about oneself.
    FillIn = OWN_ASSESSMENTS Edit Own;
}
