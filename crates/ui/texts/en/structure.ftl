# Teams, groups, divisions and job roles.

structure-no-match = Nothing matches
structure-no-match-words = Search for fewer letters.
structure-people = { $count ->
    [0] Nobody yet
    [one] { $count } person
   *[other] { $count } people
}
structure-people-column = People
structure-members = Members
structure-no-members = Nobody is in it yet.
structure-first = The first { $count } by name are shown.
structure-hidden = And { $count } more whom you may not see.
structure-add-people = Add people
structure-find = Name
structure-find-button = Find
structure-find-none = Nobody with this name can be added. People who are in it already are not shown.
structure-found = Tick everybody to add
structure-add = Add
structure-nobody-chosen = Nobody was chosen. Tick one or more people and try again.
structure-added = { $count ->
    [one] { $count } person added
   *[other] { $count } people added
}
structure-removed = { $count ->
    [one] { $count } person taken out
   *[other] { $count } people taken out
}
structure-saved = Saved
structure-division = Division
structure-edit = Edit
structure-edit-title = Edit { $name }

## Teams
teams-title = Teams
teams-about = Who manages whom.
teams-search = Name of the team
teams-none = No teams yet
teams-none-words = Make a team, add its people, and give somebody the role team manager for it.
teams-name = Name
teams-new = Add a team
teams-add = Add team
teams-created = Team added. Now add its people
teams-taken = A team with this name exists already
teams-about-one = About the team
teams-managers = Team managers
teams-no-managers = Nobody manages this team yet
teams-division-hint = The team is seen and changed by the editors of this division

## Divisions
divisions-title = Divisions
divisions-about = Parts of the organisation whose people and rights are kept apart.
divisions-search = Name of the division
divisions-none = No divisions within your reach
divisions-none-words = Ask an administrator for a role in a division.
divisions-name = Name
divisions-name-hint = Such as a branch or a subsidiary
divisions-new = Add a division
divisions-add = Add division
divisions-created = Division added
divisions-taken = A division with this name exists already
divisions-default = Where new people come first
divisions-default-words = New people come here first, so this division always stays.
divisions-default-stays = New people come into this division first, so it cannot be removed.
divisions-used = Something still belongs to this division. Move its people, teams, groups and roles first.
divisions-remove = Remove division
divisions-remove-words = A division can be removed when nobody and nothing belongs to it.
divisions-removed = Division removed

## Job roles
job-roles-title = Job roles
job-roles-about = What people work as. A job role grants nothing by itself.
job-roles-search = Name of the job role
job-roles-none = No job roles yet
job-roles-none-words = Add the first one, such as Electrician.
job-roles-name = Name
job-roles-name-hint = Such as Electrician or Site clerk
job-roles-new = Add a job role
job-roles-add = Add job role
job-roles-created = Job role added
job-roles-taken = A job role with this name exists already
job-roles-elsewhere = People of other divisions hold this job role too. Ask an administrator to rename it

## Groups
groups-title = Groups
groups-about = Who gets which training.
groups-search = Name of the group
groups-none = No groups yet
groups-none-words = Pick people by hand, or let a rule find them.
groups-name = Name
groups-description = Description
groups-kind = How people get in
groups-picked = Picked by hand
groups-rule = By rule
groups-whole = The whole organisation
groups-division-hint = A group of a division holds only people of that division
groups-new-picked = Add a picked group
groups-new-rule = Add a group by rule
groups-picked-words = Give it a name first. Then pick the people.
groups-rule-words = Inside a question one answer is enough. Every question that is filled in must hold.
groups-who = Who is in it
groups-or = or
groups-out-of-sight = { $count } that you cannot see
groups-out-of-sight-kept = { $count ->
    [one] { $count } condition of this rule is about something that you cannot see. It stays as it is.
   *[other] { $count } conditions of this rule are about things that you cannot see. They stay as they are.
}
groups-all-of-these = All of these must hold.
groups-everybody = Everybody
groups-employees = Employees
groups-contractors = Contractors
groups-category-kind = Employed as
groups-category-company = Company
groups-category-job-role = Job role
groups-category-site = Site
groups-category-work-base = Work base
groups-one-a-line = One name a line. Leave empty for any
groups-work-base-hint = One a line, written as in people's records. Leave empty for any
groups-no-such-company = One of these companies is not known here. Check the names
groups-no-such-job-role = One of these job roles is not known here. Check the names
groups-no-such-site = One of these sites is not known here. Check the names
groups-too-many = Use at most 100 lines
groups-preview = See who matches
groups-comes-to = { $count ->
    [0] Nobody matches now
    [one] { $count } person matches now
   *[other] { $count } people match now
}
groups-check-words = Save the group, or change the answers below and look again.
groups-save = Save group
groups-created = Group added
groups-taken = A group with this name exists already
groups-follow-rule = The people of this group follow from its rule. Change the rule instead.
