# Templates, their questions, assessments, reviews.

## Templates
templates-title = Assessment templates
templates-words = What people are asked before they work: risk assessments and questionnaires.
templates-view-published = Published
templates-view-draft = Drafts
templates-view-archived = Archived
templates-search = Name
templates-name = Name
templates-name-hint = As people call it: Site risk assessment, Health questionnaire
templates-kind = Kind
templates-kind-risk = Risk assessment
templates-kind-questionnaire = Questionnaire
templates-risk-hint = People look at the place and at the work before they begin
templates-questionnaire-hint = People answer questions about themselves or their equipment
templates-description = Description
templates-description-hint = People read this before they begin
templates-site = Default site
templates-site-hint = A new assessment is for this site until the person says otherwise
templates-site-none = No default site
templates-expiry = Counts for
templates-expiry-hint = Then it has to be renewed. A requirement may ask for less
templates-expiry-days = A number of days
templates-expiry-on = Until a date
templates-expiry-count = How many days
templates-expiry-count-hint = From the day it was handed in
templates-expiry-date = Last day
templates-expiry-date-hint = Whenever it was handed in
templates-expiry-days-wrong = Give a number of days from 1 to 3660
templates-counts-forever = Without an end
templates-counts-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
templates-counts-until = Until { $date }
templates-approval = Somebody approves it before it counts
templates-approval-hint = When this is off, it counts as soon as it is handed in
templates-approvers = Who approves
templates-approvers-hint = Choose nobody to let everybody approve who has the right to, each for the own people. Nobody approves their own
templates-approvers-many = Choose at most 50
templates-by-manager = The person's line manager
templates-by-manager-hint = As far as they have the role of a line manager
templates-accounts = People with the right to approve
templates-groups = Groups
templates-questions = Questions
templates-held = People approved
templates-state = State
templates-state-draft = Not published
templates-state-published = Published
templates-state-archived = Archived
templates-changes = Changes not published
templates-none = No templates here
templates-none-words = Add the first one, ask your questions, then publish it.
templates-none-yet-words = They appear here when somebody adds them.
templates-no-match-words = Nothing matches. Try another word, or look at the other views.
templates-new = Add a template
templates-add = Add template
templates-form-words = How it is asked, who approves it, how long it counts
templates-taken = Another template has this name. It may be archived
templates-created = Template added. Add its questions, then publish it
templates-saved = Template saved
templates-edit = Settings
templates-preview = Preview
templates-settings = Settings
templates-decided = Approved by
templates-decided-nobody = Nobody, it counts at once
templates-decided-all = Everybody with the right to, for the own people
templates-versions = Versions
templates-version = Version { $number }
templates-version-open = Being worked on
templates-version-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
templates-why-draft = Nobody is asked yet. Add questions, look at the preview, then publish.
templates-why-unpublished = It was published before. Nobody new is asked now.
templates-why-published = People can fill it in, and requirements can ask for it.
templates-why-changes = People are still asked the last version. Publish the changes to ask the new one.
templates-why-archived = Nobody is asked. What was answered stays.
templates-publish = Publish
templates-publish-changes = Publish the changes
templates-published = Published. People can fill it in now
templates-nothing-to-publish = There is nothing new to publish.
templates-no-questions = Add at least one question first
templates-ends = Use
templates-unpublish = Unpublish
templates-unpublish-words = Nobody can begin it any more. Drafts without an answer are dropped, the others can still be handed in.
templates-unpublished = Unpublished
templates-not-published = It is not published.
templates-archive = Archive
templates-archive-words = Puts it away. Nobody is asked any more, what was answered stays.
templates-archived = Archived
templates-archived-already = It is archived already.
templates-is-archived = This template is archived. Bring it back first.
templates-restore = Bring back
templates-restore-words = It comes back as a draft.
templates-restored = It is back as a draft
templates-not-archived = It is not archived.

## Questions of a template
asks-title = Questions
asks-none = No questions yet.
asks-add = Add a question
asks-add-one = Add question
asks-kind-yes-no = Yes or no
asks-kind-choice = Choice
asks-kind-number = Number
asks-kind-text = Text
asks-kind-photo = Photo
asks-kind-signature = Signature
asks-must = must be answered
asks-may = may be left out
asks-between = from { $least } to { $most }
asks-at-least = { $least } or more
asks-at-most = up to { $most }
asks-up = Move up: { $words }
asks-down = Move down: { $words }
asks-edit-one = Change: { $words }
asks-words = Question
asks-words-hint = One thing at a time, in short words
asks-help = Help
asks-help-hint = Stands below the question: what to look at, what is meant
asks-note = Answer that needs a note
asks-note-hint = Whoever answers so has to say more
asks-note-none = None of them
asks-note-yes = “Yes” needs a note
asks-note-no = “No” needs a note
asks-choices = Answers
asks-choices-hint = One on each line, from 2 to 30
asks-choices-few = Give at least two different answers
asks-choices-many = Give at most 30 answers
asks-choice-long = An answer has at most 150 letters
asks-unit = Unit
asks-unit-hint = Such as m, kg or °C
asks-least = Smallest number
asks-most = Largest number
asks-bounds-crossed = The largest number is below the smallest
asks-number-wrong = Enter a number, such as 12 or 2.5
asks-required = Must be answered
asks-required-hint = Without it nobody can hand it in
asks-new-version = The published version stays as it is. Your change begins a new one, which counts when you publish it.
asks-remove = Remove this question
asks-remove-words = From the version that is being worked on. Published versions keep it.
asks-added = Question added
asks-saved = Question saved
asks-removed = Question removed
asks-too-many = A template has at most 100 questions.
asks-preview-words = A preview. Nothing you enter here is kept.
asks-preview-end = Back to the template

## Answers
replies-yes = Yes
replies-no = No
replies-na = Not applicable
replies-note = Note
replies-note-yes = Needed if you answer yes
replies-note-no = Needed if you answer no
replies-note-missing = Say in a few words why
replies-missing = Answer this question
replies-number-wrong = Enter a number, such as 12 or 2.5
replies-number-bounds = This number is outside of what can be
replies-photo = Take a photo
replies-photo-again = Take another photo
replies-photo-hint = JPG or PNG, up to 15 MB
replies-photo-kept = Your photo
replies-photo-missing = Add a photo
replies-picture-kind = Only a picture can be taken here
replies-sign-here = Sign here with your finger
replies-sign-clear = Clear
replies-signature-kept = The signature
replies-signature-missing = Sign, or type your name
replies-typed = Or type your name
replies-typed-hint = This counts as your signature too
replies-signed-by = Signed: { $name }
replies-none = Not answered
replies-needed = Answer needed
replies-progress = Question { $at } of { $of }
replies-next = Next
replies-back = Back
replies-save = Save
replies-saved = All answers saved, { $date }.
replies-not-saved = Each answer is saved when you go on.
replies-later = Go on later

## The own assessments
assessments-own-title = Risk assessments
assessments-own-words = What you can fill in, and what you have sent
assessments-mine = My assessments
assessments-mine-none = You have not begun any yet.
assessments-available = Available templates
assessments-available-none = Nothing to fill in
assessments-available-none-words = The office has not published anything yet.
assessments-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
assessments-start = Start
assessments-resume = Go on
assessments-resumed = You had begun it already
assessments-draft-progress = Draft, { $answered } of { $of } answered
assessments-summary = Check your answers
assessments-open = { $count ->
    [one] { $count } question still needs an answer
   *[other] { $count } questions still need an answer
}
assessments-gaps = Answer every question that needs one
assessments-site-choose = Which site is it for?
assessments-site-hint = It counts for this site
assessments-site-missing = Choose the site it is for
assessments-submit = Hand in
assessments-submit-review = Somebody looks at it before it counts.
assessments-submit-at-once = It counts as soon as you hand it in.
assessments-sent = Handed in. Somebody will look at it
assessments-counts = Handed in. It counts from now on
assessments-sent-before = It was handed in already
assessments-cancel = Drop this draft
assessments-cancelled = Draft dropped
assessments-not-a-draft = It is no draft any more.
assessments-rejected-before = The last one was not accepted: { $reason }
assessments-revise = Correct it
assessments-revised = Your answers are here. Correct what is wrong, then hand it in again
assessments-not-rejected = It was not rejected.
assessments-renew = Fill it in again
assessments-under-way = You have begun a new one.
assessments-no-site = No particular site
assessments-state-draft = Draft
assessments-state-waiting = Pending review
assessments-state-approved = Approved
assessments-state-expired = Expired
assessments-state-rejected = Not accepted
assessments-state-cancelled = Dropped
assessments-why-until = Counts until { $date }
assessments-why-forever = Counts without an end
assessments-why-expired = Counted until { $date }
assessments-why-waiting = Handed in { $date }. It does not count yet.

## Reviews
assessments-title = Assessments to check
assessments-count = { $count ->
    [0] Nothing waits
    [one] { $count } waits
   *[other] { $count } wait, the oldest first
}
assessments-queue-none = Nothing to check
assessments-queue-none-words = Assessments that people hand in appear here.
assessments-person = Person
assessments-what = Assessment
assessments-site = Site
assessments-sent-on = Handed in
assessments-own = Yours
assessments-sender = Handed in by
assessments-approved-by = Approved by
assessments-approved-nobody = Nobody had to
assessments-rejected-by = Rejected by
assessments-by-on = { $name }, { $date }
assessments-facts = About it
assessments-none = Nothing handed in yet
assessments-none-words = Assessments appear here as soon as they are handed in.
assessments-not-yours-to-read = The answers are shown to those who decide about them.
assessments-approve = Approve
assessments-reject = Reject
assessments-reason = Why is it not accepted?
assessments-reason-hint = The person reads this and can correct the answers
assessments-keys = Keys: A approves, R opens the reason.
assessments-approved = Approved
assessments-rejected = Rejected. The reason was sent
assessments-decided = Somebody has decided about it already. Look at it again.

## Mails
assessments-mail-hello = Hello { $name },
assessments-mail-submitted-subject = To check: { $template } by { $person }
assessments-mail-submitted = { $person } handed in { $template }. It waits for you to look at it.
assessments-mail-look = Look at it
assessments-mail-approved-subject = Approved: { $template }
assessments-mail-approved = Your { $template } was approved.
assessments-mail-rejected-subject = Not accepted: { $template }
assessments-mail-rejected = Your { $template } was not accepted. The reason:
assessments-mail-again = Your answers are kept. You can correct them and hand it in again.
assessments-mail-renewal-subject = Renew by { $date }: { $template }
assessments-mail-renewal = Your { $template } counts until { $date }. Please fill it in again before that day.
assessments-mail-open = Open
assessments-mail-footer = You get this because you work with { $organisation }.

## Settings
assessments-settings-title = Assessments
assessments-settings-words = How your organisation shows risk assessments
assessments-settings-hidden = Hide “Risk assessments” on the first page
assessments-settings-hidden-hint = Only the entry. Notices, links and everything that was begun stay.
assessments-settings-saved = Settings saved
