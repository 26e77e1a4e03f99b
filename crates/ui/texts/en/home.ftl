# The first page, search and help.

## First page
home-hello = Hello, { $name }
home-begin = What to do next
home-add-site = Add a site
home-add-site-why = People, rules and records belong to places
home-add-people = Add people
home-add-people-why = Your own people and the contractors who work for you
home-invite = Invite colleagues
home-invite-why = They get a personal link and the role you choose
home-done = Done
home-people = People
home-contractors = Contractors
home-sites = Sites
home-pending = Invitations waiting
home-notices = New notifications
home-failed = Messages not delivered
home-log = What happened last
home-log-all = Whole log
home-log-none = Nothing has happened yet.
home-log-by = { $date }, { $name }
home-profile = My profile
home-news = { $count ->
    [one] { $count } new notification
   *[other] { $count } new notifications
}
home-no-news = No new notifications
home-assessments = Risk assessments
home-record = My record
home-state = State
home-state-active = Active
home-state-closed = Closed
home-company = Company
home-job-role = Job role
home-my-sites = My sites
home-no-sites = You are not placed at a site yet. The site tells you when you are.
home-nobody = Nothing to see here yet
home-nobody-words = This account has no role and no record in this organisation. Ask the person who invited you.

## Search
search-about = People, companies and sites you may see, and the pages of the menu
search-people = People
search-companies = Companies
search-sites = Sites
search-pages = Go to
search-nothing = Nothing matches. Try fewer letters

## Help
help-what = What Gatepass does
help-what-words = Gatepass keeps the register of everybody who works for an organisation: its own people, contractors and their companies, at which sites they work, and who may see and change what.
help-view-words = Every change is written into a log with its date and the person who made it. You see what your role and your sites include.
help-keys = Keys
help-key-search = Search, or go to a page
help-key-move = Move in the list of results
help-key-open = Open what is marked
help-key-close = Close what lies on top
help-ask = Whom to ask
help-ask-words = These people run Gatepass for your organisation. They can give roles and send invitations again. If you cannot sign in, ask whoever invited you.
help-version = Gatepass { $version }
