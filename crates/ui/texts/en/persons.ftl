# People: the list, a person's record, changes to several.

persons-title = People
persons-about = Employees and contractors
persons-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
persons-on-page = { $count ->
    [one] 1 person on this page
   *[other] { $count } people on this page
}
persons-view-all = All
persons-view-employees = Employees
persons-view-contractors = Contractors
persons-view-archived = Archived
persons-search = Name, e-mail or external ID
persons-filter = Filters
persons-filter-words = Show only people who match all of these.
persons-filter-show = Show people
persons-any = Any
persons-csv = CSV
persons-xlsx = Excel
persons-export = Export
persons-none = No people here yet
persons-none-words = Add the first person, with or without an e-mail address.
persons-none-archived = Nobody is archived
persons-none-archived-words = People you archive are kept here with their whole history.
persons-no-match = Nobody matches
persons-no-match-words = Try fewer letters, or take a filter away.
persons-left-out = { $count ->
    [one] 1 person was left out: already so, or not yours to change.
   *[other] { $count } people were left out: already so, or not yours to change.
}

## The record
persons-new = Add person
persons-new-words = A person is a record. Access is given separately.
persons-add = Add person
persons-edit = Edit details
persons-open = Open
persons-created = Person added
persons-created-invited = Person added, invitation sent
persons-updated = Changes saved
persons-facts = Details
persons-employment = Employment
persons-kind = Type
persons-employee = Employee
persons-contractor = Contractor
persons-name = Name
persons-email = E-mail
persons-email-hint = Needed for invitations. Leave it empty if there is none
persons-phone = Phone
persons-company = Company
persons-company-none = No company
persons-job-role = Job role
persons-job-role-none = No job role
persons-division = Division
persons-site = Site
persons-team = Team
persons-group = Group
persons-manager = Line manager
persons-manager-hint = Their e-mail, external ID or full name
persons-external-id = External ID
persons-external-id-hint = The number another system knows this person by
persons-work-base = Work base
persons-start = Start date
persons-end = End date
persons-state = Status
persons-active = Active
persons-archived = Archived
persons-names-only = Your role shows names, to assign work. Contact details are not shown.
persons-email-taken = Another person here has this e-mail address
persons-email-domain = Employees need an address of your organisation
persons-external-id-taken = Another person here has this external ID
persons-end-before-start = The end date is before the start date
persons-manager-unknown = No active person here has this e-mail, external ID or name
persons-manager-several = Several people have this name. Use the e-mail or external ID
persons-manager-circle = This person reports to the one you are editing
persons-not-yours = With this choice the record would be outside of what you manage

## Where somebody works
persons-placed = Works at
persons-placed-none = Not placed at a site yet.
persons-place-at = Add a site
persons-place-hint = This says where the person works. It gives no access
persons-place = Place at site
persons-remove = Remove from site
persons-take-away = Remove from { $name }

## Access
persons-access = Access
persons-access-none = No access
persons-access-none-words = This person cannot sign in.
persons-access-invited = Invited
persons-access-invited-words = An invitation is waiting to be accepted.
persons-access-profile = Own profile
persons-access-profile-words = Can see the own profile and nothing else.
persons-access-user = Account
persons-access-user-words = Can sign in.
persons-access-deactivated = Deactivated
persons-access-deactivated-words = The account is switched off.
persons-to-invitations = Invitations
persons-to-accounts = Accounts

## Archive
persons-record = Record
persons-archive = Archive
persons-archive-words = Archived people leave all lists. Their history is kept.
persons-archived-words = This person is archived.
persons-restore = Restore

## Several at once
persons-change = Change
persons-chosen = { $count ->
    [one] 1 person chosen
   *[other] { $count } people chosen
}
persons-chosen-who = Who is chosen
persons-move = Change division
persons-give-role = Change job role
persons-add-to-team = Add to team
persons-add-to-group = Add to group
persons-nothing-chosen = Choose something from the list first, then press the button.
persons-already = This was done in the meantime. Nothing changed.
persons-undo-over = This can no longer be undone: more than ten minutes have passed.
persons-undone = { $count ->
    [one] Undone for 1 person
   *[other] Undone for { $count } people
}
persons-did-archive = { $count ->
    [one] 1 person archived
   *[other] { $count } people archived
}
persons-did-restore = { $count ->
    [one] 1 person restored
   *[other] { $count } people restored
}
persons-did-place = { $count ->
    [one] 1 person placed at the site
   *[other] { $count } people placed at the site
}
persons-did-remove = { $count ->
    [one] 1 person removed from the site
   *[other] { $count } people removed from the site
}
persons-did-division = { $count ->
    [one] Division of 1 person changed
   *[other] Division of { $count } people changed
}
persons-did-job-role = { $count ->
    [one] Job role of 1 person changed
   *[other] Job role of { $count } people changed
}
persons-did-team = { $count ->
    [one] 1 person added to the team
   *[other] { $count } people added to the team
}
persons-did-group = { $count ->
    [one] 1 person added to the group
   *[other] { $count } people added to the group
}

## Tabs
persons-tabs = Pages about this person
persons-tab-overview = Overview
persons-tab-requirements = Requirements
persons-tab-training = Training
persons-tab-certificates = Certificates
persons-tab-assessments = Assessments
persons-standing = Status
persons-next = What is next
persons-next-more = +{ $count } more
persons-standing-renewed = Being checked
persons-standing-nothing = Nothing asked
persons-standing-valid = Valid
persons-standing-expiring = Expiring
persons-standing-to-check = To check
persons-standing-not-started = Not started
persons-standing-not-valid = Not valid
persons-reasons = All requirements
