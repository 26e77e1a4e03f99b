# Sites, regions, locations.

## Sites
sites-title = Sites
sites-count = { $count ->
    [one] { $count } active site
   *[other] { $count } active sites
}
sites-active = Active
sites-inactive = Inactive
sites-inactive-words = Nobody can choose this site. Its history is kept.
sites-search = Name, code or postcode
sites-name = Name
sites-name-hint = As people call it on the way there
sites-state = State
sites-contact = Contact
sites-placed = People placed here
sites-none = No sites here
sites-none-words = Add the first place your people work at.
sites-none-inactive-words = Sites that are deactivated are listed here.
sites-none-yours-words = Sites appear here when you are given a role at one.
sites-no-match-words = Nothing matches. Try another word, or look at all of them.
sites-new = Add a site
sites-edit = Change site
sites-open = Open
sites-about = About this site
sites-description = Description
sites-description-hint = At most 100 letters
sites-address = Address
sites-postcode = Postcode
sites-zone = Time zone
sites-zone-hint = Days begin and end at this site in this zone
sites-zone-unknown = Choose a time zone from the list
sites-contact-name = Contact person
sites-contact-phone = Contact telephone
sites-contact-email = Contact e-mail
sites-code = Code
sites-code-hint = The number or code your other systems use
sites-gate-scanners = Gate scanners
sites-clock-there = Time there now
sites-no-regions = This site is in no region.
sites-name-taken = Another site has this name. It may be inactive
sites-deactivate = Deactivate
sites-activate = Activate
sites-made = Site added
sites-saved = Site saved
sites-deactivated = { $count ->
    [0] Nothing was changed
    [one] Site deactivated
   *[other] { $count } sites deactivated
}
sites-activated = { $count ->
    [0] Nothing was changed
    [one] Site activated
   *[other] { $count } sites activated
}
sites-undone = { $count ->
    [0] It was taken back already
    [one] Taken back for 1 site
   *[other] Taken back for { $count } sites
}
sites-undo-over = It is too late to take this back. Change the sites one by one.
sites-csv = Export CSV
sites-xlsx = Export Excel

## Regions
regions-title = Regions
regions-words = Sets of sites, for work and training that concerns all of them
regions-count = { $count ->
    [one] { $count } site
   *[other] { $count } sites
}
regions-search = Name or code
regions-name = Name
regions-code = Code
regions-sites = Sites
regions-none = No regions here
regions-none-words = Put sites together that belong together, such as all sites in the north.
regions-none-yours-words = Regions appear here when your sites are in one.
regions-no-match-words = Nothing matches. Try another word, or look at all of them.
regions-new = Add a region
regions-edit = Change region
regions-open = Open
regions-empty = No sites in this region
regions-empty-words = A region does its work once it has sites.
regions-add = Add sites
regions-add-ticked = Add the ticked sites
regions-all-in = Every active site is in this region.
regions-take-out = Take out
regions-name-taken = Another region has this name
regions-made = Region added
regions-saved = Region saved
regions-added = { $count ->
    [0] Nothing was added
    [one] Site added to the region
   *[other] { $count } sites added to the region
}
regions-taken-out = { $count ->
    [0] Nothing was taken out
    [one] Site taken out of the region
   *[other] { $count } sites taken out of the region
}

## Locations
locations-title = Locations
locations-all = All locations
locations-change = Change locations
locations-back = Back to the site
locations-none-words = Nothing yet. Locations are the buildings, floors and rooms of a site.
locations-new = Add a location
locations-add = Add
locations-name = Name
locations-name-hint = Such as Hall A, Level 2 or Plant room
locations-inside = Lies in
locations-top = The site itself
locations-change-one = Change { $name }
locations-remove-title = Remove
locations-remove = Remove this location
locations-not-empty = Other locations lie in this one. Move or remove them first.
locations-name-taken = There is one with this name in the same place
locations-too-many = A site has at most 2,000 locations
locations-circle = A location cannot lie in itself or in something inside it
locations-deep = Locations lie in one another six deep at most
locations-made = Location added
locations-saved = Location saved
locations-removed = Location removed
