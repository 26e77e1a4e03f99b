# Completions: what people did, one by one and many at once, and the own training.

completions-new = Record a course
completions-new-title = Record a course for { $name }
completions-course = Course
completions-save = Record
completions-recorded = Course recorded
completions-known = This course is recorded for this day already
completions-archived = This person is archived. Bring the record back first.
completions-no-courses = There are no courses yet
completions-no-courses-words = Somebody who keeps the courses must add one first.
completions-none = Nothing recorded yet
completions-none-words = Courses done in a classroom or elsewhere appear here once they are recorded.
completions-current = What counts now
completions-history = Earlier and voided
completions-open = Open
completions-done = Done on
completions-done-hint = The day of the course, today at the latest
completions-done-future = Choose today or an earlier day
completions-done-on = Done { $date }
completions-ends = Valid until
completions-ends-hint = Only if the certificate names a date. Else the course says for how long it holds
completions-ends-before = It cannot end before it was done
completions-provider = Provider
completions-provider-hint = Who taught it
completions-number = Certificate number
completions-note = Note
completions-no-end = Holds without an end
completions-until = Holds until { $date }
completions-ending = Ends soon: holds until { $date }
completions-ended = Ended { $date }
completions-outdated = The course has changed since. It has to be done again
completions-void = Voided
completions-word-holds = Valid
completions-word-ending = Ends soon
completions-word-ended = Ended
completions-word-outdated = Do again
completions-voided-by = Voided { $when } by { $who }: { $why }
completions-back = All courses
completions-details = Details
completions-made = Recorded { $when } by { $who }
completions-wrong = Recorded wrongly?
completions-wrong-words = A voided record no longer counts. It stays here, struck through, with your name and reason.
completions-reason = Reason
completions-reason-hint = For example: wrong person
completions-void-do = Void this record
completions-voided = Record voided

## Many at once
batches-title = Completions of { $name }
batches-about = The latest first
batches-none = Nobody has done it yet
batches-none-words = Completions appear here once they are recorded.
batches-person = Person
batches-people = E-mail addresses or external IDs
batches-people-hint = One a line, 500 at most. A line may bring its own dates, done on and valid until: HW-7; 14.3.2026; 13.3.2028. Rows copied from a spreadsheet work too
batches-people-none = Tick or paste at least one person
batches-people-many = Record at most 500 people at once
batches-people-nobody = There is nobody to record this for
batches-search = Find people by name
batches-search-hint = Tick them below, then search again. Ticks are kept
batches-find = Find people
batches-found = People
batches-found-nobody = Nobody of this name is among the people you record training for.
batches-check = Check the list
batches-check-title = Check before recording
batches-check-about = { $course }. Nothing is recorded yet
batches-left = { $count ->
    [one] 1 line will be left out. The reason stands beside it.
   *[other] { $count } lines will be left out. The reason stands beside each.
}
batches-save = { $count ->
    [one] Record for 1 person
   *[other] Record for { $count } people
}
batches-change = Change the list
batches-outcome = Result
batches-why = Why
batches-next = What it means
batches-goes-in = Ready
batches-left-out = Left out
batches-is-recorded = Recorded for { $date } already
batches-is-future = { $date } is still to come
batches-is-twice = Named twice
batches-is-archived = Archived
batches-is-unknown = Nobody you record training for
batches-archived = This course is archived. Bring it back first.
batches-recorded = { $count ->
    [one] Course recorded for 1 person
   *[other] Course recorded for { $count } people
}

## My training
training-title = My training
training-about = What you did, and until when it holds
training-none = Nothing recorded yet
training-none-words = Courses you did appear here once the office records them.
training-view-only = What is recorded here is only for looking. If something is wrong, tell the office.
training-download = Download my training report
training-report = Training report
training-report-made = { $organisation }, as of { $date }
training-report-none = No training is recorded on this day.
training-report-keep = To keep this page, print it or save it as a file from your browser's menu.
training-back = Back to my training
training-who = About me
training-job-role = Job role
training-company = Company
training-number = Personnel number
training-records = Courses
