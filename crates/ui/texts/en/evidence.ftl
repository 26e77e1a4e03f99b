# Qualifications, evidence, reviews.

## Qualifications
qualifications-title = Qualifications
qualifications-words = Cards, licences and certificates that people bring from elsewhere.
qualifications-active = In use
qualifications-inactive = Not in use
qualifications-inactive-words = Nobody can hand in anything new for it. What was shown before stays.
qualifications-search = Name
qualifications-name = Name
qualifications-name-hint = As people call it: CSCS card, First aid at work
qualifications-issuer = Issued by
qualifications-issuer-hint = The form for evidence begins with this
qualifications-category = Category
qualifications-instructions = Instructions
qualifications-instructions-hint = Shown above the form: what to photograph, what to look out for
qualifications-needs = What has to be shown
qualifications-needs-front = A picture or document
qualifications-needs-back = The back of the card too
qualifications-needs-number = A number
qualifications-needs-expiry = A date until which it holds
qualifications-validity = Holds for
qualifications-validity-hint = Counts where the document names no date
qualifications-validity-wrong = Give a number of months up to 600, or of days up to 3660
qualifications-holds-document = As long as the document says
qualifications-holds-forever = For ever
qualifications-holds-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
qualifications-holds-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
qualifications-holds-yearly = Until { $day } each year
qualifications-months = A number of months
qualifications-days = A number of days
qualifications-count = How many
qualifications-count-hint = For months and days
qualifications-remind = Days before the end to remind
qualifications-remind-hint = From then on it is called expiring
qualifications-remind-wrong = Give a number of days up to 730
qualifications-held = People
qualifications-none = No qualifications here
qualifications-none-words = Add the first card or certificate your people bring with them.
qualifications-none-yet-words = They appear here when somebody adds them.
qualifications-no-match-words = Nothing matches. Try another word, or look at all of them.
qualifications-new = Add a qualification
qualifications-add = Add qualification
qualifications-form-words = What people are asked for when they hand in evidence
qualifications-taken = Another qualification has this name. It may not be in use
qualifications-use = In use
qualifications-use-words = People can choose it when they hand in evidence.
qualifications-deactivate = Take out of use
qualifications-activate = Bring back into use
qualifications-created = Qualification added
qualifications-saved = Qualification saved
qualifications-deactivated = Qualification taken out of use
qualifications-activated = Qualification in use again

## Settings
evidence-settings-title = Evidence
evidence-settings-words = How your organisation handles certificates that people hand in
evidence-settings-back = Organisation
evidence-settings-approval = Somebody approves evidence before it counts
evidence-settings-approval-hint = When this is off, whatever is handed in counts at once.
evidence-settings-self = Employees hand in their own evidence
evidence-settings-self-hint = Contractors always can.
evidence-settings-saved = Settings saved

## Evidence
evidence-title = Certificates
evidence-own-title = My certificates
evidence-own-words = Cards and certificates you have shown
evidence-own-closed = Your organisation adds certificates for you. Hand them in at the office.
evidence-nobody = No record of yours here
evidence-nobody-words = This account belongs to no person of the organisation.
evidence-none = Nothing shown yet
evidence-none-words = Certificates appear here as soon as they are handed in.
evidence-new = Add a certificate
evidence-choose = What is it?
evidence-choose-own = Have the card or the document at hand.
evidence-choose-none = The office has to add qualifications first.
evidence-form-own = Take a picture, check the fields, send.
evidence-front = The front, or the whole document
evidence-back = The back
evidence-file-hint = PDF, JPG or PNG, up to 15 MB
evidence-file-hint-optional = Optional. PDF, JPG or PNG, up to 15 MB
evidence-file-missing = Add a picture or a document
evidence-files-again = Please choose the files again. The other fields are as you left them.
evidence-name = Name of the certificate
evidence-issuer = Issued by
evidence-number = Number
evidence-issued = Issued on
evidence-expires = Holds until
evidence-expires-hint = Leave it empty if the document names no date
evidence-expires-usual = The usual time for this qualification
evidence-send = Send
evidence-sent = Sent. Somebody will look at it
evidence-taken = Certificate added
evidence-person = Person
evidence-qualification = Qualification
evidence-sender = Handed in by
evidence-sent-on = Handed in
evidence-by-on = { $name }, { $date }
evidence-approved-by = Approved by
evidence-rejected-by = Rejected by
evidence-ended = Ended
evidence-facts = What it says
evidence-document = Download the document
evidence-no-files = No picture was handed in with it.
evidence-not-yours-to-see = Pictures and numbers are shown to those who hand in or review evidence.
evidence-ahead = { $count ->
    [0] It is next in the queue.
    [one] { $count } piece is looked at before it.
   *[other] { $count } pieces are looked at before it.
}
evidence-state-waiting = Waiting for review
evidence-state-approved = Approved
evidence-state-superseded = Replaced by a newer one
evidence-state-expired = Expired
evidence-state-rejected = Not accepted
evidence-state-withdrawn = Withdrawn
evidence-state-revoked = Revoked
evidence-why-until = Holds until { $date }
evidence-why-forever = Holds without an end
evidence-why-expired = Held until { $date }
evidence-why-waiting = Handed in { $date }. It does not count yet.
evidence-again = Hand in again
evidence-renew = Hand in a newer one
evidence-withdraw = Withdraw
evidence-withdrawn = Withdrawn
evidence-revoke = Revoke
evidence-revoke-why = Why it no longer counts
evidence-revoke-hint = The person reads this
evidence-revoked = Revoked. It no longer counts
evidence-approved = { $count ->
    [0] Nothing to approve among the chosen
    [one] Approved
   *[other] { $count } approved
}
evidence-rejected = Rejected. The reason was sent
evidence-decided = Somebody has decided about it already. Look at it again.
evidence-not-approved = It is not approved, so there is nothing to revoke.
evidence-person-archived = This person is archived. Bring the record back first.
evidence-reason-unreadable = The picture cannot be read. Please take it again in good light.
evidence-reason-wrong-document = This is another document than the one asked for.
evidence-reason-expired = It has expired already.
evidence-reason-other-name = It carries another name.
evidence-reason-incomplete = A side or a page is missing.
evidence-reason-not-accepted = This issuer is not accepted here.
evidence-reason-other = Another reason, in your own words
evidence-reason-missing = Say in a few words why
evidence-mail-hello = Hello { $name },
evidence-mail-approved-subject = Approved: { $qualification }
evidence-mail-approved = { $qualification } of { $person } was approved.
evidence-mail-rejected-subject = Not accepted: { $qualification }
evidence-mail-rejected = { $qualification } of { $person } was not accepted. The reason:
evidence-mail-revoked-subject = Revoked: { $qualification }
evidence-mail-revoked = { $qualification } of { $person } was revoked. The reason:
evidence-mail-again = You can hand in another one at any time.
evidence-mail-open = Open
evidence-mail-waiting-subject = { $count ->
    [one] { $count } certificate waits for review
   *[other] { $count } certificates wait for review
}
evidence-mail-waiting = { $count ->
    [one] { $count } certificate was handed in and waits for somebody to look at it.
   *[other] { $count } certificates were handed in and wait for somebody to look at them.
}
evidence-mail-footer = You get this because you work with { $organisation }.

## Reviews
reviews-title = Certificates to check
reviews-count = { $count ->
    [0] Nothing waits
    [one] { $count } waits, whoever needs it first in front
   *[other] { $count } wait, whoever needs it first in front
}
reviews-none = Nothing to check
reviews-none-words = Certificates that people hand in appear here.
reviews-needed = Needed
reviews-keeps-out = Keeps them out now
reviews-needed-now = At work now
reviews-needed-from = From { $date }
reviews-needed-sometime = No date
reviews-own = Yours
reviews-approve = Approve
reviews-approve-chosen = Approve chosen
reviews-reject = Reject
reviews-reason = Why is it not accepted?
reviews-words = In your own words
reviews-words-hint = The person reads this
reviews-keys = Keys: A approves, R opens the reasons.
reviews-look = Look
reviews-somebody = somebody you do not see
reviews-hint-number = The same number was handed in for { $name }.
reviews-hint-picture = The same picture was handed in for { $name }.
reviews-hint-issued-later = It says that it was issued in the future.
reviews-hint-ends-before = It ends before it was issued.
reviews-hint-over = By its dates it is over already.

## Files
file-empty = This file is empty. Choose another one
file-too-large = This file is larger than 15 MB. Choose a smaller one
file-kind = Only PDF, JPG and PNG can be taken. The name of the file does not count
file-broken = This file cannot be opened. Save or photograph it again
file-pixels = This picture has too many pixels. Take it again with a lower setting
file-locked = This document is locked with a password. Save it without one
file-active = This document contains a program or a form that acts by itself. Print it to a new PDF and choose that
file-inside = Other files are hidden inside of this document. Print it to a new PDF and choose that
file-behind = Something follows behind the end of this document. Print it to a new PDF and choose that
