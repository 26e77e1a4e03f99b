# O czym przypomina się ludziom i ich przełożonym.
reminders-required-subject = { $count ->
    [one] Masz nowe wymaganie do spełnienia
    [few] Masz { $count } nowe wymagania do spełnienia
    [many] Masz { $count } nowych wymagań do spełnienia
   *[other] Masz { $count } nowego wymagania do spełnienia
}
reminders-required = { $count ->
    [one] Od teraz jest od Ciebie wymagane:
   *[other] Od teraz są od Ciebie wymagane:
}
reminders-due-subject = { $count ->
    [one] Zbliża się termin
    [few] Zbliżają się { $count } terminy
    [many] Zbliża się { $count } terminów
   *[other] Zbliża się { $count } terminu
}
reminders-due = Prosimy zadbać o to na czas:
reminders-overdue-subject = { $count ->
    [one] Brakuje czegoś, co jest od Ciebie wymagane
    [few] Brakuje { $count } rzeczy, które są od Ciebie wymagane
    [many] Brakuje { $count } rzeczy, które są od Ciebie wymagane
   *[other] Brakuje { $count } rzeczy, które są od Ciebie wymagane
}
reminders-overdue = Tego wymagamy, a tego brakuje. Do czasu uzupełnienia wejście może być zamknięte:
reminders-expiring-subject = { $count ->
    [one] Wkrótce kończy się coś, co jest od Ciebie wymagane
    [few] Wkrótce kończą się { $count } rzeczy, które są od Ciebie wymagane
    [many] Wkrótce kończy się { $count } rzeczy, które są od Ciebie wymagane
   *[other] Wkrótce kończy się { $count } rzeczy, które są od Ciebie wymagane
}
reminders-expiring = Prosimy odnowić przed końcem:
reminders-more = i jeszcze { $count }
reminders-do = Strona poniżej mówi, co można zrobić w każdej sprawie.
reminders-do-without = Prosimy pokazać tę wiadomość osobie, która kieruje tu do pracy. Może ona przesłać to, czego wymagamy.
reminders-open = Zobacz, co zrobić
reminders-people = Zobacz osoby
reminders-digest-subject = { $count ->
    [one] Szkolenia Twoich ludzi: { $count } przypomnienie
    [few] Szkolenia Twoich ludzi: { $count } przypomnienia
    [many] Szkolenia Twoich ludzi: { $count } przypomnień
   *[other] Szkolenia Twoich ludzi: { $count } przypomnienia
}
reminders-digest-overdue = { $count ->
    [one] Brakuje lub po terminie, { $count } osoba:
    [few] Brakuje lub po terminie, { $count } osoby:
    [many] Brakuje lub po terminie, { $count } osób:
   *[other] Brakuje lub po terminie, { $count } osoby:
}
reminders-digest-due = { $count ->
    [one] Termin w ciągu doby, { $count } osoba:
    [few] Termin w ciągu doby, { $count } osoby:
    [many] Termin w ciągu doby, { $count } osób:
   *[other] Termin w ciągu doby, { $count } osoby:
}
reminders-digest-expiring = { $count ->
    [one] Wkrótce się kończy, { $count } osoba:
    [few] Wkrótce się kończy, { $count } osoby:
    [many] Wkrótce się kończy, { $count } osób:
   *[other] Wkrótce się kończy, { $count } osoby:
}
reminders-digest-late = { $name }: { $what }, brakuje od { $day }
reminders-digest-by = { $name }: { $what }, potrzebne do { $day }
reminders-digest-ends = { $name }: { $what }, kończy się { $day }
reminders-digest-more = Wszyscy są na liście osób.
reminders-digest-unreached = { $count ->
    [one] { $count } z nich nie ma konta ani adresu e-mail i nie dostała wiadomości.
    [few] { $count } z nich nie mają konta ani adresu e-mail i nie dostały wiadomości.
    [many] { $count } z nich nie ma konta ani adresu e-mail i nie dostało wiadomości.
   *[other] { $count } z nich nie ma konta ani adresu e-mail i nie dostało wiadomości.
}
