# Contractor companies.

companies-title = Companies
companies-count = { $count ->
    [one] { $count } contractor company
   *[other] { $count } contractor companies
}
companies-active = Active
companies-inactive = Inactive
companies-active-words = Work can be given to this company and its people.
companies-inactive-words = No new work is given to this company. Its people and their records stay.
companies-search = Name of the company
companies-trade = Trade
companies-trades = Trades
companies-trades-hint = One a line, such as Scaffolding
companies-trades-too-many = A company can have at most 20 trades
companies-name = Name
companies-state = State
companies-people = People
companies-people-count = { $count ->
    [0] Nobody yet
    [one] { $count } person
   *[other] { $count } people
}
companies-all-people = See all
companies-nobody = Nobody of this company is here yet. Add people and choose this company as their employer.
companies-contact = Contact
companies-contact-name = Contact person
companies-contact-hint = Whom to ask when something is missing
companies-contact-email = E-mail
companies-contact-phone = Telephone
companies-no-contact = Nobody to contact is known yet.
companies-address = Address
companies-about = About the company
companies-none = No companies yet
companies-none-words = Add the first company whose people work for you.
companies-none-inactive = No inactive companies
companies-none-inactive-words = Every company here can be given work.
companies-no-match = Nothing matches
companies-no-match-words = Search for fewer letters, or take the filters away.
companies-new = Add a company
companies-new-words = A contractor with people of its own.
companies-add = Add company
companies-created = Company added
companies-edit = Edit
companies-edit-title = Edit { $name }
companies-saved = Company saved
companies-open = Open the company
companies-taken = A company with this name exists already
companies-deactivate = Deactivate
companies-activate = Activate
companies-deactivated = { $count ->
    [one] Company deactivated
   *[other] { $count } companies deactivated
}
companies-activated = { $count ->
    [one] Company activated
   *[other] { $count } companies activated
}
companies-none-chosen = No company was chosen. Tick one or more and try again.
companies-csv = CSV
companies-xlsx = Excel
companies-undone = { $count ->
    [one] Undone for { $count } company
   *[other] Undone for { $count } companies
}
