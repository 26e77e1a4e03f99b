//! Who may read the log.
use kernel::permissions;

permissions! {
    /// Read the log: all of it, or the lines of the own sites.
    SeeAudit = AUDIT View Sites;
}
