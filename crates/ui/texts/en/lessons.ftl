# Lessons: how they are made, and how they are taken.

lessons-title = Lessons
lessons-back = Back to the course
lessons-draft = Draft
lessons-none = No lessons yet
lessons-none-words = Add a page, a film, a document or a quiz. Nobody sees them until you publish.
lessons-never-published = This draft was never published. Nobody can take the course yet.
lessons-changed-since = Version { $number } was published { $when }. The draft has changed since, and nobody sees that yet.
lessons-is-published = Version { $number } was published { $when }. People take what stands here.
lessons-kind-page = Page
lessons-kind-film = Film
lessons-kind-document = Document
lessons-kind-quiz = Quiz
lessons-about-quiz = { $drawn } of { $count } questions
lessons-about-pass = { $percent } % to pass
lessons-about-least = { $count ->
    [one] at least 1 second
   *[other] at least { $count } seconds
}
lessons-up = Move { $name } up
lessons-down = Move { $name } down
lessons-look = Look at { $name }
lessons-remove = Remove { $name }
lessons-removed = Lesson removed
lessons-restored = Lesson brought back
lessons-add-page = Add page
lessons-add-film = Add film
lessons-add-document = Add document
lessons-add-quiz = Add quiz
lessons-added = Lesson added
lessons-saved = Lesson saved
lessons-edit = Edit { $name }
lessons-edit-short = Edit
lessons-name = Title
lessons-words = Text
lessons-words-hint = Leave a line empty for a new paragraph. # makes a heading, - a list, **bold**, [words](https://address) a link
lessons-picture = Add a picture
lessons-picture-hint = JPG or PNG, 15 MB at most. Its line is put at the end of the text when you save. Move it where it belongs
lessons-picture-kinds = JPG or PNG, 15 MB at most
lessons-alt = What the picture shows
lessons-alt-hint = Needed with a picture: it is read out to those who do not see it
lessons-alt-missing = Say what the picture shows
lessons-film = Film
lessons-film-hint = MP4 or WebM, 500 MB at most. Put what is said in it into the text below, for those who do not hear it
lessons-film-kind = Only MP4 and WebM can be taken
lessons-film-too-large = A film can have 500 MB at most
lessons-film-save = Save the film
lessons-document = Document
lessons-document-hint = PDF, 15 MB at most
lessons-document-open = Open the document
lessons-file-again = Choose one only to replace what is there
lessons-not-a-picture = Choose a JPG or PNG
lessons-not-a-document = Choose a PDF
lessons-least = Takes at least, in seconds
lessons-least-hint = Nobody can go on earlier. From 0 to 3600
lessons-number = Enter a whole number within the bounds
lessons-draws = Questions drawn for each try
lessons-draws-hint = Drawn from all questions of the quiz. All of them when left empty
lessons-pass = Percent to pass
lessons-pass-hint = From 1 to 100
lessons-tries = Tries
lessons-tries-hint = As many as one likes when left empty. Who has used all of them asks the office for one more
lessons-shuffles = Put questions and answers into another order each time
lessons-explains = Show the explanations after a try
lessons-explains-hint = Only of questions that were answered wrongly
lessons-lacks-words = Has no text yet
lessons-lacks-file = Choose a file
lessons-lacks-questions = Has no questions yet
lessons-lacks-draws = Draws more questions than there are
lessons-lacks-lessons = Add a lesson first
lessons-not-ready = Some lessons are not ready. The reason stands beside each
lessons-preview = Preview
lessons-preview-words = As a phone shows it. Right answers are marked only here.
lessons-place = { $at } of { $total }
lessons-publish-title = Publish
lessons-publish-words = What stands in the draft becomes a version that is never changed. Whoever has begun goes on with the version they began with.
lessons-under-way = { $count ->
    [one] 1 person is on the way through this course.
   *[other] { $count } people are on the way through this course.
}
lessons-open = Open to everybody
lessons-open-hint = Everybody of the organisation finds it under My training. Otherwise only those with its link, and those who have begun
lessons-publish = Publish
lessons-published = Lessons published
lessons-published-again = Lessons published. Everybody is asked to do the course again
lessons-versions = Versions
lessons-version = Version { $number }, edition { $edition }
lessons-version-made = Published { $when } by { $who }
lessons-is-open = Open to everybody

## Questions
questions-title = Questions
questions-none = Add the first question. A try draws from all that stand here.
questions-kind-single = One right answer
questions-kind-multiple = Several right answers
questions-kind-truth = True or false
questions-kind-pictures = Choose the right picture
questions-true = True
questions-false = False
questions-new = Add question
questions-edit = Edit question
questions-words = Question
questions-picture = Picture beside the question
questions-choice-picture = Picture
questions-picture-shows = What picture { $number } shows
questions-picture-missing = Choose a picture
questions-choice = Answer { $number }
questions-is-right = Answer { $number } is right
questions-answer = Right answer
questions-explanation = Explanation
questions-explanation-hint = Why it is so. Shown after a try, if the quiz allows it
questions-too-few = Enter at least two answers
questions-none-right = Tick the right answer
questions-many-right = Tick one right answer only
questions-right = Right
questions-remove = Remove: { $words }
questions-added = Question added
questions-saved = Question saved
questions-removed = Question removed
questions-restored = Question brought back

## A quiz as it is taken
quizzes-rule-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
quizzes-rule-pass = { $percent } % right answers to pass
quizzes-rule-free = As many tries as you like
quizzes-rule-tries = { $count ->
    [one] 1 try
   *[other] { $count } tries
}
quizzes-rule-saved = Each answer is saved at once and cannot be changed
quizzes-start = Start the quiz
quizzes-again = Try again
quizzes-left = { $count ->
    [one] 1 try left
   *[other] { $count } tries left
}
quizzes-used-up = All tries are used
quizzes-used-up-words = All tries are used. Ask the office for one more.
quizzes-question = Question { $at } of { $total }
quizzes-picture = Picture for the question
quizzes-several = Choose all right answers
quizzes-choose = Choose an answer
quizzes-answer = Answer
quizzes-passed = Passed
quizzes-failed = Not passed yet
quizzes-score = { $percent } % right. { $pass } % are needed.
quizzes-try = Try { $number }
quizzes-wrong = Answered wrongly

## A course as it is taken
attempts-to-take = Courses to take
attempts-at-step = Step { $at } of { $total }
attempts-not-started = { $count ->
    [one] Not started, 1 step
   *[other] Not started, { $count } steps
}
attempts-begin = Begin
attempts-begin-again = Do it again
attempts-begin-words = Each step is saved. You can stop at any time and go on later, also on another device.
attempts-continue = Continue
attempts-stale = The course has changed so much that it has to be done again. What you finish here would not count.
attempts-anew = Begin with the new version
attempts-saved = Saved { $when }
attempts-saved-now = Saved
attempts-offline = No connection. Your answer is kept on this device and sent when the connection is back. Leave this page open.
attempts-complete = Course done
attempts-given-up = You began anew with a later version of this course.
attempts-step-done = Done
attempts-next = Next
attempts-finish = Finish
attempts-before = Previous step
attempts-overview = All steps
attempts-wait = { $count ->
    [one] You can go on in 1 second
   *[other] You can go on in { $count } seconds
}
attempts-too-soon = Take your time: this step is not over yet
attempts-quiz-first = Pass the quiz first
attempts-title = Courses taken here
attempts-begun = Begun { $when }, version { $number }
attempts-completed = Done { $when }
attempts-was-given-up = Begun anew
attempts-tried-passed = try { $number }, { $percent } %, passed { $when }
attempts-tried-failed = try { $number }, { $percent } %, not passed { $when }
attempts-allow = Allow one more try at { $name }
attempts-try-allowed = One more try allowed
