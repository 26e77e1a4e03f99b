# Courses: the catalogue, their editions.

courses-title = Courses
courses-about = What people learn, and for how long it holds
courses-active = Active
courses-view-archived = Archived
courses-is-active = Active
courses-is-archived = Archived
courses-search = Title of a course, in any language
courses-name = Title
courses-state = Status
courses-category = Category
courses-category-hint = For example Safety or Access
courses-category-known = Used so far: { $list }
courses-description = Description
courses-description-hint = What it is about, and who needs it
courses-validity-label = Valid for
courses-validity-hint = Counted from the day it was done. A date on a certificate, or a stricter rule of a site, goes before it
courses-validity = Enter a whole number: up to 600 months or 3660 days, or a day that exists
courses-remind = Remind so many days before the end
courses-reminder = Reminder
courses-remind-hint = From then on it is shown as expiring. 60 when left empty
courses-remind-days = Enter a number of days from 1 to 365
courses-remind-value = { $count ->
    [one] 1 day before the end
   *[other] { $count } days before the end
}
courses-languages = Languages
courses-languages-hint = The same course in other languages, each under its own title. Save to get room for more, six at most.
courses-language = Language
courses-language-none = None
courses-language-title = Title in this language
courses-language-twice = This language is there already
courses-none = No courses yet
courses-none-words = Add the first course people need, such as a site induction.
courses-none-archived = No course is archived
courses-none-archived-words = Courses you archive are kept here with everything people did.
courses-no-match = No course matches
courses-no-match-words = Try fewer letters, or take a filter away.
courses-new = Add course
courses-new-words = People can be asked for it by rules, and it can be recorded for them.
courses-add = Add course
courses-created = Course added
courses-taken = A course with this title exists already
courses-edit = Edit
courses-edit-title = Edit { $name }
courses-saved = Course saved
courses-saved-again = Course saved. Everybody is asked to do it again
courses-facts = About the course
courses-edition = Edition
courses-editions = Editions
courses-editions-words = What people did counts from the edition that is asked for now. Nothing in this list is ever changed.
courses-edition-first = Edition { $number }, from { $from }
courses-edition-again = Edition { $number }, from { $from }: everybody does it again
courses-edition-same = Edition { $number }, from { $from }: what people did still counts
courses-edition-made = Saved { $when } by { $who }
courses-edition-asked = Asked for now
courses-edition-coming = Still to come
courses-again = Does this change ask everybody to do the course again?
courses-again-no = No, what people did still counts
courses-again-no-words = For a better title, a corrected word, another reminder.
courses-again-yes = Yes, everybody does it again
courses-again-yes-words = For new rules or new content that everybody must know. What people did before stops counting on the day below.
courses-what = What changed
courses-what-hint = Needed if everybody does it again. People and auditors read it later
courses-from = From when on
courses-from-hint = Today if left empty. Only for a change that asks again
courses-from-past = Choose today or a later day
courses-from-before = Another change comes into force later. Choose that day or one after it
courses-done = Completions
courses-done-by = { $count ->
    [0] Nobody has done it yet
    [one] 1 person has done it
   *[other] { $count } people have done it
}
courses-done-many = More than { $count } people have done it
courses-done-list = See who
courses-record = Record completions
courses-record-title = Archive
courses-archive = Archive
courses-archive-words = An archived course can no longer be recorded. What people did is kept.
courses-archived = Course archived
courses-archived-words = This course is archived. What people did is kept.
courses-restore = Bring back
courses-restored = Course brought back
