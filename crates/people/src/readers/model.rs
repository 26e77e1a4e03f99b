//! Somebody who reads what the house sends. Pure.
use kernel::field::Email;
use kernel::{AccountId, Lang, OrgId};

/// Somebody with an account, as letters and notes to them need it.
#[derive(Debug, Clone)]
pub struct Reader {
    pub org: OrgId,
    pub organisation: String,
    pub account: AccountId,
    pub name: String,
    pub email: Option<Email>,
    pub lang: Lang,
}
