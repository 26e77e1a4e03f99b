# People, accounts, roles, invitations.

## Accounts
accounts-sign-in = Sign in
accounts-sign-in-wrong = This name and password do not belong together. Check both, or reset the password
accounts-login = E-mail or username
accounts-password = Password
accounts-password-wrong = This is not the password of your account
accounts-new-password = Choose a password
accounts-password-hint = 12 letters or more. Three words work well
accounts-forgotten = Forgotten your password?
accounts-demo-link = You can look at the demo as this person.
accounts-demo-note = Sign-in links like this exist only in a demo.
accounts-link-over = This link is used or has run out. Ask for a new one.
accounts-email-taken = An account with this address exists already.
accounts-setup-title = Welcome to Gatepass
accounts-setup-words = Name your organisation and make your own account. You will be its owner.
accounts-setup-start = Start
accounts-organisation = Name of the organisation
accounts-zone = Time zone
accounts-name = Your name
accounts-email = E-mail

## Roles
roles-none = No role, only the own record
roles-own = Owner
roles-adm = Administrator
roles-hsa = Health and safety admin
roles-smg = Site manager
roles-eng = Engineer
roles-sup = Supervisor
roles-opr = Operator
roles-gte = Gate scanner
roles-ped = People editor
roles-pvw = People viewer
roles-rce = Roles and courses editor
roles-tmg = Team manager
roles-lmg = Line manager
roles-dir = Director
roles-emp = Employee
roles-pro = Profile only
roles-con = Contractor
roles-cmg = Contractor manager
roles-scope-all = The whole organisation
roles-scope-own = Only their own people or record
roles-scope-site = Site: { $name }
roles-scope-division = Division: { $name }
roles-scope-team = Team: { $name }
roles-scope-company = Company: { $name }

## Invitations
invitations-title = Invitations
invitations-count = { $count ->
    [one] { $count } invitation
   *[other] { $count } invitations
}
invitations-all = All
invitations-pending = Pending
invitations-accepted = Accepted
invitations-expired-word = Expired
invitations-revoked-word = Withdrawn
invitations-bounced = Bounced
invitations-search = Name or address
invitations-name = Name
invitations-state = State
invitations-next = What is next
invitations-sent-on = Sent
invitations-holds-until = Holds until
invitations-none = No invitations here
invitations-none-words = Invite the people who run your sites and offices.
invitations-no-match-words = Nothing matches. Look at all of them, or invite somebody.
invitations-next-pending = Waiting, holds until { $date }
invitations-next-accepted = Joined { $date }
invitations-next-expired = Ran out { $date }. Send it again
invitations-next-bounced = The mail of { $date } came back. Check the address
invitations-next-revoked = Withdrawn
invitations-new = Invite people
invitations-new-words = Everybody gets a personal link that holds for seven days.
invitations-people = Who
invitations-people-hint = One person a line: Ana Ribeiro, ana@example.com
invitations-role = Role
invitations-role-hint = You can give only what you hold yourself
invitations-where = Where
invitations-where-hint = The whole organisation, or the part this role is for
invitations-choose = Choose a role
invitations-send = Send invitations
invitations-scope = This role is given for another kind of place
invitations-not-yours-to-give = You cannot give a role that you do not hold
invitations-too-many = Invite at most 200 people at once
invitations-twice = The same address is there twice
invitations-member = One of these addresses belongs to somebody who has an account here
invitations-invited = One of these addresses was invited already. Send that invitation again instead
invitations-sent = { $count ->
    [one] Invitation sent
   *[other] { $count } invitations sent
}
invitations-renew = Send again
invitations-renewed = Sent again. The link before no longer works
invitations-revoke = Withdraw
invitations-revoked = Withdrawn. The link no longer works
invitations-closed = This invitation was accepted or withdrawn in the meantime.
invitations-about = About this invitation
invitations-why-pending = The link was sent and was not used yet.
invitations-why-accepted = The account is active.
invitations-why-expired = Nobody used the link in time. Send it again for seven new days.
invitations-why-revoked = The link no longer works.
invitations-why-bounced = The mail could not be delivered. Hand the link over, or withdraw it and invite the right address.
invitations-hand-over = Hand it over yourself
invitations-hand-over-words = Works without mail: send the link in any chat, or let the person scan the code.
invitations-link = Personal link
invitations-code = Invitation code
invitations-code-hint = Eight letters and digits. It came with the link
invitations-code-wrong = This is not the code of this invitation
invitations-qr = Code that opens the personal link
invitations-over = This invitation no longer holds. Ask whoever invited you for a new one.
invitations-used = This invitation was used. Sign in with the password you chose.
invitations-expired = This invitation has run out. Ask whoever invited you to send it again.
invitations-welcome = Join { $organisation }
invitations-welcome-user = Choose a password. You will be signed in at once.
invitations-welcome-profile = Choose a password. Then you can see your own training profile at any time.
invitations-welcome-known = This address has a Gatepass account. Enter its password to join with it.
invitations-accept = Join
invitations-mail-subject = You are invited to { $organisation }
invitations-mail-hello = Hello { $name },
invitations-mail-user = { $organisation } invites you to Gatepass. Follow the link and choose a password.
invitations-mail-profile = { $organisation } lets you see your own training profile. Follow the link and choose a password.
invitations-mail-code = You will be asked for this code: { $code }
invitations-mail-days = The link is personal and holds for seven days.
invitations-mail-footer = You get this because somebody at { $organisation } entered your address. If that was a mistake, do nothing.
