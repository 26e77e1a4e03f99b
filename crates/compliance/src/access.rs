//! Who may do what with requirements, standings and exceptions.
use kernel::permissions;

permissions! {
    /// See how the people within reach stand, and why.
    SeeStandings = REPORTS View People;
    /// See what is required at every site, and of groups and job roles.
    SeeRules = ALL_SITES_RULES View Whole;
    /// Change what is required at every site (T-S6), and of groups and job roles.
    EditRules = ALL_SITES_RULES Edit Whole;
    /// See what is required at the sites within reach.
    SeeSiteRules = SITE_RULES View Sites;
    /// Change what is required at the sites within reach (T-S6).
    EditSiteRules = SITE_RULES Edit Sites;
    /// Let people within reach off a requirement, and keep them out.
    MakeExceptions = EXCEPTIONS Edit People;
}
