# What people and their managers are reminded of.
reminders-required-subject = { $count ->
    [one] Something new is required of you
   *[other] { $count } new things are required of you
}
reminders-required = { $count ->
    [one] From now on this is required of you:
   *[other] From now on these are required of you:
}
reminders-due-subject = { $count ->
    [one] Something is due soon
   *[other] { $count } things are due soon
}
reminders-due = Please see to this in time:
reminders-overdue-subject = { $count ->
    [one] Something required of you is missing
   *[other] { $count } things required of you are missing
}
reminders-overdue = This is required of you and is not there. You may be kept out until it is:
reminders-expiring-subject = { $count ->
    [one] Something required of you ends soon
   *[other] { $count } things required of you end soon
}
reminders-expiring = Please renew this before it ends:
reminders-more = and { $count } more
reminders-do = The page below says what you can do about each.
reminders-do-without = Show this to whoever sends you to work here. They can hand in what is asked for you.
reminders-open = See what to do
reminders-people = See people
reminders-digest-subject = { $count ->
    [one] Training of your people: { $count } reminder
   *[other] Training of your people: { $count } reminders
}
reminders-digest-overdue = { $count ->
    [one] Missing or late, { $count } person:
   *[other] Missing or late, { $count } people:
}
reminders-digest-due = { $count ->
    [one] Due within a day, { $count } person:
   *[other] Due within a day, { $count } people:
}
reminders-digest-expiring = { $count ->
    [one] Ends soon, { $count } person:
   *[other] Ends soon, { $count } people:
}
reminders-digest-late = { $name }: { $what }, missing since { $day }
reminders-digest-by = { $name }: { $what }, needed by { $day }
reminders-digest-ends = { $name }: { $what }, ends on { $day }
reminders-digest-more = The list of people has all of them.
reminders-digest-unreached = { $count ->
    [one] { $count } of them has neither an account nor an e-mail address and was not told.
   *[other] { $count } of them have neither an account nor an e-mail address and were not told.
}
