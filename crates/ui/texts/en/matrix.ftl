# People and requirements: the matrix, and the page of a company.
matrix-title = People and requirements
matrix-about = Who holds what, and what is missing.
matrix-view-all = Everybody
matrix-view-red = Not valid
matrix-view-expiring = Something ends soon
matrix-view-waiting = Waiting to be checked
matrix-search = Search for a name
matrix-csv = CSV
matrix-xlsx = Excel
matrix-print = Print
matrix-person = Person
matrix-company = Company
matrix-job-role = Job role
matrix-sites = Sites
matrix-stands = Standing
matrix-kept-out = Kept out
matrix-not-asked = not asked
matrix-open = { $count ->
    [0] none open
    [one] { $count } open
   *[other] { $count } open
}
matrix-on-page = { $count ->
    [one] { $count } person on this page
   *[other] { $count } people on this page
}
matrix-tired = Looked through 2,000 people. Go on for more.
matrix-nothing = Nothing is required yet
matrix-nothing-words = As soon as a requirement is published, everybody it asks stands here.
matrix-nobody = Nobody matches
matrix-nobody-words = Search for another name, or take filters away.
matrix-none-such = Nobody, and that is good
matrix-none-such-words = Nobody in this list stands like that.
matrix-print-at = { $count ->
    [one] As at { $moment } · { $count } person
   *[other] As at { $moment } · { $count } people
}
matrix-print-made = Made by { $who }, { $moment }
matrix-print-cut = Only the first { $count } people are on this print. Narrow it, or take the file.
crews-matrix = All requirements
crews-may-work = May work
crews-blocked = Kept out of a site
crews-expiring = Something ends soon
crews-count = May work here: { $may }. Kept out: { $blocked }.
crews-fine = { $count ->
    [one] { $count } person with nothing open
   *[other] { $count } people with nothing open
}
crews-nobody = Nobody of this company is in your reach
crews-nobody-words = People appear here as soon as they are added to the company.
crews-cut = Only the first 2,000 people are counted here. All requirements has them all.
audit-what-matrix-exported = People and requirements exported
audit-noun-matrix = People and requirements
