# One's own account, forgotten passwords, the accounts of an organisation, its settings.

## Accounts of the organisation
account-title = Accounts
account-count = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
account-all = All
account-active = Active
account-profile-only = Profile only
account-deactivated = Deactivated
account-search = Name, address or username
account-none = No accounts here
account-none-words = Nothing matches. Look at all accounts, or invite somebody.
account-show-all = Show all accounts
account-roles = Roles
account-since = Since
account-why-active = Can sign in and use the roles below.
account-why-profile-only = Can sign in to read the own profile, and nothing else.
account-why-deactivated = Cannot sign in here. The record and everything done stay.
account-about = About this account
account-signed-in = Signed in
account-sessions-count = { $count ->
    [0] Nowhere at the moment
    [one] With { $count } browser
   *[other] With { $count } browsers
}
account-record = Record
account-role-more = Another role
account-role-give = Give role
account-role-given = Role given. It counts at once
account-role-take = Take away
account-role-taken = Role taken away. It no longer counts
account-role-only-active = Only an active account can get a role. Reactivate it, or invite the person as a user
account-last-owner = An organisation needs an owner. Make somebody else owner first.
account-not-oneself = You cannot deactivate your own account. Ask another administrator.
account-not-yours = This person may do more than you. Only somebody with the same roles can change this account.
account-password-title = Signing in
account-reset = Offer a new password
account-reset-words-mail = The link goes to the address of the account and holds for 30 minutes. Nobody else sees it.
account-reset-words-link = This account has no address. You get a link to hand over; it holds for 30 minutes.
account-reset-words-no-mail = Gatepass sends no mail here yet. You get a link to hand over; it holds for 30 minutes.
account-reset-mailed = The link to a new password is on its way
account-reset-made = The link is ready to be handed over
account-elsewhere = This account is used in another organisation too, so no link is handed over here. Ask there.
account-deactivate = Deactivate
account-deactivated-said = Deactivated and signed out everywhere
account-deactivated-already = This account is deactivated already.
account-reactivate = Reactivate
account-reactivated-said = Reactivated. A new password is chosen through the link
account-active-already = This account is active already.
account-hand-over = Hand over the new password link
account-hand-over-words = Send the link in any chat, or let the person scan the code. It works once, for 30 minutes.

## Gate scanners of a site
account-scanners-title = Gate scanners
account-scanners-none = Nobody checks passes here yet
account-scanners-none-words = Add somebody who has an account. They can then check passes at this site.
account-scanner-hint = Somebody who has an account in this organisation
account-scanner-add = Add gate scanner
account-scanner-added = Gate scanner added
account-scanner-removed = Gate scanner removed
account-scanner-unknown = Nobody here signs in with this. Check it, or ask an administrator to invite them

## Own account
account-own-title = Your account
account-sign-in = How you sign in
account-username = Username
account-language-saved = Language changed
account-name-change = Change name
account-name-change-words = This is how messages and sign-in pages call you.
account-name-of-record = Your record at { $organisation } keeps its own name. Those who look after the register change it.
account-name-recorded = { $organisation } calls you { $name }
account-name-saved = Name changed
account-browsers = Where you are signed in
account-browsers-words = Sign out what you do not know, then change your password.
account-browser = { $browser } on { $system }
account-browser-unknown = Unknown browser
account-browser-used = Last used { $when }
account-browser-this = This browser
account-browser-end = Sign out
account-browsers-end = Sign out all others
account-session-ended = Signed out there
account-sessions-ended = { $count ->
    [0] You are signed in nowhere else
    [one] { $count } other browser signed out
   *[other] { $count } other browsers signed out
}
account-password-change = Change password
account-password-change-words = All other browsers will be signed out.
account-password-none = You have no password yet. Sign out and use “Forgotten your password?”.
account-password-current = Your current password
account-password-saved = Password changed. All other browsers are signed out
account-waits = There were too many wrong tries. Wait 20 minutes and try again
account-email-change = Change e-mail
account-email-change-words = We ask both your old and your new address. It changes when both have said yes.
account-email-new = New e-mail
account-email-ask = Ask both addresses
account-email-asked = Look into both mailboxes. The links hold for 24 hours
account-email-same = This is your address already
account-email-waits-both = { $email } becomes your address when both addresses have said yes.
account-email-waits-old = { $email } has said yes. Your old address has not yet.
account-email-waits-new = Waiting for { $email } to say yes.
account-email-confirm-title = Change the address of your account?
account-email-confirm-words = The new address will be { $email }. Press the button only if you asked for this.
account-email-confirm = Yes, change it
account-email-half-title = Noted
account-email-half-words = The address becomes { $email } when the other mailbox has said yes too.
account-email-done-title = Address changed
account-email-done-words = From now on, sign in with { $email }.
account-organisations-title = Organisations
account-organisations-words = You work in one at a time. Nothing of one is seen in another.
account-organisation-here = You are here
account-organisation-go = Switch

## Forgotten passwords
account-forgotten-title = Forgotten your password?
account-forgotten-words = Say how you sign in. We send a link to your mailbox.
account-forgotten-send = Send the link
account-sent-title = Look into your mailbox
account-sent-words = If there is an account, a link to a new password is on its way. It holds for 30 minutes.
account-sent-without-mail = No e-mail address? Ask the person who runs Gatepass for your organisation for a link.
account-password-over = This link is used or has run out. Ask for a new one.
account-new-words = You will be signed in at once. Every other browser is signed out.
account-new-save = Save password

## Letters
account-mail-hello = Hello { $name },
account-mail-forgotten-subject = Your new Gatepass password
account-mail-forgotten = Somebody asked for a new password for your account. If it was you, follow the link.
account-mail-offered = The person who runs Gatepass for your organisation offers you a new password. Follow the link and choose it.
account-mail-minutes = The link works once and holds for 30 minutes. If you did not want it, do nothing.
account-mail-password-subject = Your Gatepass password was changed
account-mail-password-changed = The password of your account was changed on { $when }. All other browsers were signed out.
account-mail-not-you = If that was not you, choose a new password at once and tell the person who runs Gatepass for your organisation.
account-mail-email-ask-subject = Change the address of your Gatepass account?
account-mail-email-ask = Somebody who is signed in to your account wants its address to be { $email }.
account-mail-email-both = It changes when both the old and the new address have said yes. The link holds for 24 hours. If you do not want this, do nothing.
account-mail-email-changed-subject = The address of your Gatepass account was changed
account-mail-email-changed = Your account now has the address { $email }. This one is no longer used.
account-mail-email-arrived = From now on, { $email } is the address of your account. Sign in with it.
account-mail-device-subject = A sign-in to your Gatepass account
account-mail-device = On { $when } somebody signed in to your account with a browser that was not used for it before: { $browser }.
account-mail-device-you = If that was you, there is nothing to do.
account-mail-device-look = See where you are signed in
account-mail-footer = You get this because it concerns the safety of your Gatepass account.

## Settings
account-settings-title = Organisation
account-settings-words = How it is called, where it is, and what it allows.
account-settings-save = Save settings
account-settings-saved = Settings saved
account-zone-hint = For dates where no site is meant. Each site has its own
account-lang-hint = For mails to people who have not chosen one
account-switch-code = Invitations ask for a code
account-switch-code-hint = The person enters a code besides opening the link
account-switch-profile = People can see their own profile
account-switch-profile-hint = Lets you give single employees access to their training profile
account-switch-contractors = Contractors too
account-switch-contractors-hint = Lets you give contractors access to their training profile
account-domains = Domains of employees’ addresses
account-domains-hint = One a line, such as harbour.example. Leave it empty to allow any
account-domains-wrong = Enter domains only, such as harbour.example
