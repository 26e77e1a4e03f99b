# The outbox, the inbox and who gets which notice.

## Kinds of notices
# used: notices-kind-* notices-say-*
notices-kind-invitation = Invitations
notices-kind-invitation-expired = Invitations that run out
notices-kind-invitation-accepted = Invitations that were accepted
notices-kind-profile-access = Profile access
notices-kind-password-reset = Password reset
notices-kind-email-change = Change of e-mail address
notices-kind-password-changed = Password changed
notices-kind-new-device = Sign-in on a new device
notices-kind-evidence-submitted = Certificates to check
notices-kind-evidence-approved = Certificates that were approved
notices-kind-evidence-rejected = Certificates that were not accepted
notices-kind-evidence-revoked = Certificates that were revoked
notices-kind-training-required = New requirements
notices-kind-training-due = Training that is due soon
notices-kind-training-overdue = Training that is missing
notices-kind-training-expiring = Training and certificates that end soon
notices-kind-training-digest = Training of your people, once a day
notices-say-training-required = { $count ->
    [one] Required from now on: { $what }
   *[other] { $count } requirements are new: { $what }
}
notices-say-training-due = { $count ->
    [one] Due soon: { $what }
   *[other] { $count } things are due soon: { $what }
}
notices-say-training-overdue = { $count ->
    [one] Missing: { $what }
   *[other] { $count } things are missing: { $what }
}
notices-say-training-expiring = { $count ->
    [one] Ends soon: { $what }
   *[other] { $count } things end soon: { $what }
}
notices-say-training-digest = { $count ->
    [one] Training of your people: { $count } reminder today
   *[other] Training of your people: { $count } reminders today
}
notices-kind-assessment-submitted = Assessments to check
notices-kind-assessment-approved = Assessments that were approved
notices-kind-assessment-rejected = Assessments that were not accepted
notices-kind-assessment-renewal = Assessments to renew
notices-say-evidence-submitted = { $count ->
    [one] { $count } certificate waits for review
   *[other] { $count } certificates wait for review
}
notices-say-evidence-approved = { $name } was approved
notices-say-evidence-rejected = { $name } was not accepted: { $reason }
notices-say-evidence-revoked = { $name } was revoked: { $reason }
notices-say-assessment-submitted = { $person } handed in { $name }
notices-say-assessment-approved = { $name } was approved
notices-say-assessment-rejected = { $name } was not accepted: { $reason }
notices-say-invitation-expired = { $count ->
    [0] { $soon ->
        [one] { $soon } of your invitations ends within a day
       *[other] { $soon } of your invitations end within a day
    }
    [one] { $soon ->
        [0] { $count } of your invitations ran out without an answer
       *[other] { $count } of your invitations ran out without an answer. Within a day: { $soon } more
    }
   *[other] { $soon ->
        [0] { $count } of your invitations ran out without an answer
       *[other] { $count } of your invitations ran out without an answer. Within a day: { $soon } more
    }
}
notices-say-invitation-accepted = { $name } accepted your invitation

## Inbox
notices-title = Notifications
notices-unread = { $count ->
    [0] Everything is read
    [one] { $count } new
   *[other] { $count } new
}
notices-none = Nothing new
notices-none-words = What happens to your invitations and records shows up here.
notices-old = A notice that is no longer in use
notices-new-at = New, { $date }
notices-read-at = Read, { $date }
notices-open = Open
notices-read = Mark as read
notices-read-all = Mark all as read
notices-all-read = { $count ->
    [one] { $count } notification marked as read
   *[other] { $count } notifications marked as read
}
notices-preferences = Choose notifications
notices-preferences-words = Everything is on until you turn it off. Some messages are always sent.
notices-by-mail = By e-mail
notices-by-inbox = In this inbox
notices-always = Always sent
notices-by-organisation = Decided by your organisation
notices-saved = Your choice is saved

## Outbox
outbox-title = Outbox
outbox-count = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
outbox-all = All
outbox-waiting = Waiting
outbox-sending = On its way
outbox-sent = Sent
outbox-failed = Not delivered
outbox-search = Name, address or subject
outbox-kind = Kind
outbox-to = To
outbox-state = State
outbox-next = What is next
outbox-age = Age
outbox-tries = Tries
outbox-none = No messages here
outbox-none-words = Invitations and other messages appear here as soon as they are written.
outbox-no-match-words = Nothing matches. Take a filter away.
outbox-no-server = No mail server is configured. Messages wait here; open one to hand over what it says.
outbox-age-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
outbox-age-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
outbox-age-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
outbox-next-first = Goes out next
outbox-next-try = Next try { $date }
outbox-next-sending = With the mail server now
outbox-next-sent = Sent { $date }
outbox-next-failed = Check the address, then send it again
outbox-why-no-server = No mail server is configured. Read the message below and hand it over.
outbox-why-waiting = It goes out by itself. Tries go on for about a day.
outbox-why-sending = It is being given to the mail server.
outbox-why-sent = The mail server has taken it.
outbox-why-failed = The mail server did not take it. Check the address, then send it again.
outbox-reason-slow = The mail server took too long
outbox-reason-away = The mail server could not be reached
outbox-reason-tls = The connection to the mail server could not be encrypted
outbox-reason-broken = Name, address or subject hold signs that a message must not have
outbox-reason-unreadable = The message can no longer be opened with the keys of this installation
outbox-renew = Send again
outbox-renewed = The message goes out again
outbox-gone-already = This message is on its way or sent already.
outbox-about = Details
outbox-made = Written
outbox-reason = Reason
outbox-next-at = Next try
outbox-sent-at = Sent
outbox-words = What it says
outbox-secret = This message opens somebody's account. Only its reader can see it.
outbox-not-yours-to-read = This message opens somebody's account. Only its reader can see it.
outbox-reading-words = Messages hold personal links. The audit log keeps who reads them.
outbox-read = Read the message
outbox-text = As plain text
outbox-preview = Message: { $subject }
