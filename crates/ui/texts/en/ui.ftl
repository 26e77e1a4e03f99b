# The words of the shell and of the parts every page is made of.

ui-brand = Gatepass
ui-skip = Skip to content
ui-main = Main
ui-menu = Menu
ui-search = Search
ui-search-jump = Search or jump to
ui-search-hint = Search people, companies, jobs
ui-search-keys = Arrow keys to move, Enter to open
ui-notices = Notifications
ui-notices-unread = { $count ->
    [one] Notifications, 1 new
   *[other] Notifications, { $count } new
}
ui-help = Help
ui-you = Your menu
ui-profile = My profile
ui-account = Account and sign-in
ui-sign-in = Sign in
ui-sign-out = Sign out
ui-language = Language
ui-theme = Colours
ui-theme-system = Same as this device
ui-theme-light = Light
ui-theme-dark = Dark
ui-organisation = Organisation
ui-organisation-switch = Change organisation
ui-needs-attention = { $count ->
    [one] 1 needs attention
   *[other] { $count } need attention
}
ui-count-open = { $count ->
    [one] 1 open
   *[other] { $count } open
}

ui-status-ok = Valid
ui-status-soon = Expiring
ui-status-bad = Not valid
ui-status-review = In review
ui-status-none = Not started
ui-status-waived = Waived
ui-status-blocked = Blocked

ui-optional = optional
ui-choose = Choose
ui-day = Day
ui-month = Month
ui-year = Year
ui-save = Save
ui-cancel = Cancel
ui-close = Close
ui-back = Back
ui-next = Next
ui-previous = Previous
ui-change = Change
ui-undo = Undo
ui-copy = Copy
ui-copied = Copied
ui-more = More actions
ui-apply = Apply
ui-clear-all = Clear all
ui-on = On
ui-off = Off
ui-remove = Remove { $name }
ui-filter-remove = Remove filter { $name }: { $value }
ui-filter = Filter
ui-views = Views
ui-pages = Pages
ui-select-all = Select all on this page
ui-select = Select { $name }
ui-selected-bar = { $count } selected
ui-selection-clear = Clear selection
ui-bulk = Actions for the selected rows
ui-sort-by = Sort by { $name }
ui-details-close = Close details
ui-step = Step { $step } of { $total }
ui-step-done = done
ui-meter = { $met } of { $total }
ui-take-photo = Take photo
ui-choose-file = Choose a file
ui-upload-of = Upload of { $name }
ui-mail-address = If the button does not work, copy this address into your browser:
ui-to-do = { $count ->
    [one] 1 to do
   *[other] { $count } to do
}

ui-month-1 = January
ui-month-2 = February
ui-month-3 = March
ui-month-4 = April
ui-month-5 = May
ui-month-6 = June
ui-month-7 = July
ui-month-8 = August
ui-month-9 = September
ui-month-10 = October
ui-month-11 = November
ui-month-12 = December
ui-month-1-short = Jan
ui-month-2-short = Feb
ui-month-3-short = Mar
ui-month-4-short = Apr
ui-month-5-short = May
ui-month-6-short = Jun
ui-month-7-short = Jul
ui-month-8-short = Aug
ui-month-9-short = Sep
ui-month-10-short = Oct
ui-month-11-short = Nov
ui-month-12-short = Dec

## For how long something holds
ui-validity-forever = no end
ui-validity-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
ui-validity-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
ui-validity-yearly = until { $date } each year
ui-validity-no-end = No end
ui-validity-own-months = Another number of months
ui-validity-own-days = A number of days
ui-validity-own-date = Until the same date each year
ui-validity-number = Number

## Side bar and tabs
ui-nav-compliance = Compliance
ui-nav-matrix = Matrix
ui-nav-requirements = Requirements
ui-nav-people = People
ui-nav-places = Places
ui-nav-records = Records
ui-nav-settings = Settings
ui-nav-overview = Overview
ui-nav-all-people = People
ui-nav-companies = Companies
ui-nav-teams = Teams
ui-nav-groups = Groups
ui-nav-invitations = Invitations
ui-nav-courses = Courses
ui-nav-sites = Sites
ui-nav-regions = Regions
ui-nav-evidence = Certificates to check
ui-nav-qualifications = Qualifications
ui-nav-assessments = Assessments to check
ui-nav-templates = Assessment templates
ui-nav-own-assessments = My risk assessments
ui-nav-outbox = Outbox
ui-nav-audit = Audit log
ui-nav-accounts = Accounts
ui-nav-job-roles = Job roles
ui-nav-divisions = Divisions
ui-nav-organisation = Organisation
ui-tab-home = Home
ui-tab-training = Training
ui-tab-profile = Profile
ui-tab-notices = Notices
ui-tab-account = Account
