# Słowa ramy strony i części, z których składa się każda strona.

ui-brand = Gatepass
ui-skip = Przejdź do treści
ui-main = Menu główne
ui-menu = Menu
ui-search = Szukaj
ui-search-jump = Szukaj lub przejdź do
ui-search-hint = Szukaj osób, firm, zleceń
ui-search-keys = Strzałki zmieniają wybór, Enter otwiera
ui-notices = Powiadomienia
ui-notices-unread = { $count ->
    [one] Powiadomienia, 1 nowe
    [few] Powiadomienia, { $count } nowe
   *[other] Powiadomienia, { $count } nowych
}
ui-help = Pomoc
ui-you = Twoje menu
ui-profile = Mój profil
ui-account = Konto i logowanie
ui-sign-in = Zaloguj się
ui-sign-out = Wyloguj się
ui-language = Język
ui-theme = Kolory
ui-theme-system = Jak w urządzeniu
ui-theme-light = Jasne
ui-theme-dark = Ciemne
ui-organisation = Organizacja
ui-organisation-switch = Zmień organizację
ui-needs-attention = { $count ->
    [one] 1 wymaga uwagi
    [few] { $count } wymagają uwagi
   *[other] { $count } wymaga uwagi
}
ui-count-open = { $count ->
    [one] 1 otwarta
    [few] { $count } otwarte
   *[other] { $count } otwartych
}

ui-status-ok = Ważne
ui-status-soon = Wygasa
ui-status-bad = Nieważne
ui-status-review = Do sprawdzenia
ui-status-none = Nierozpoczęte
ui-status-waived = Zwolnione
ui-status-blocked = Zablokowane

ui-optional = opcjonalnie
ui-choose = Wybierz
ui-day = Dzień
ui-month = Miesiąc
ui-year = Rok
ui-save = Zapisz
ui-cancel = Anuluj
ui-close = Zamknij
ui-back = Wstecz
ui-next = Dalej
ui-previous = Wstecz
ui-change = Zmień
ui-undo = Cofnij
ui-copy = Kopiuj
ui-copied = Skopiowano
ui-more = Więcej działań
ui-apply = Zastosuj
ui-clear-all = Wyczyść wszystko
ui-on = Włączone
ui-off = Wyłączone
ui-remove = Usuń { $name }
ui-filter-remove = Usuń filtr { $name }: { $value }
ui-filter = Filtruj
ui-views = Widoki
ui-pages = Strony
ui-select-all = Zaznacz wszystko na tej stronie
ui-select = Zaznacz: { $name }
ui-selected-bar = Zaznaczono { $count }
ui-selection-clear = Wyczyść zaznaczenie
ui-bulk = Działania dla zaznaczonych
ui-sort-by = Sortuj: { $name }
ui-details-close = Zamknij szczegóły
ui-step = Krok { $step } z { $total }
ui-step-done = gotowe
ui-meter = { $met } z { $total }
ui-take-photo = Zrób zdjęcie
ui-choose-file = Wybierz plik
ui-upload-of = Wysyłanie { $name }
ui-mail-address = Jeśli przycisk nie działa, skopiuj ten adres do przeglądarki:
ui-to-do = { $count ->
    [one] 1 do zrobienia
    [few] { $count } do zrobienia
   *[other] { $count } do zrobienia
}

ui-month-1 = stycznia
ui-month-2 = lutego
ui-month-3 = marca
ui-month-4 = kwietnia
ui-month-5 = maja
ui-month-6 = czerwca
ui-month-7 = lipca
ui-month-8 = sierpnia
ui-month-9 = września
ui-month-10 = października
ui-month-11 = listopada
ui-month-12 = grudnia
ui-month-1-short = sty
ui-month-2-short = lut
ui-month-3-short = mar
ui-month-4-short = kwi
ui-month-5-short = maj
ui-month-6-short = cze
ui-month-7-short = lip
ui-month-8-short = sie
ui-month-9-short = wrz
ui-month-10-short = paź
ui-month-11-short = lis
ui-month-12-short = gru

## Jak długo coś jest ważne
ui-validity-forever = bez końca
ui-validity-months = { $count ->
    [one] { $count } miesiąc
    [few] { $count } miesiące
   *[other] { $count } miesięcy
}
ui-validity-days = { $count ->
    [one] { $count } dzień
   *[other] { $count } dni
}
ui-validity-yearly = do { $date } każdego roku
ui-validity-no-end = Bez końca
ui-validity-own-months = Inna liczba miesięcy
ui-validity-own-days = Liczba dni
ui-validity-own-date = Do tego samego dnia każdego roku
ui-validity-number = Liczba

## Side bar and tabs
ui-nav-compliance = Zgodność
ui-nav-matrix = Macierz
ui-nav-requirements = Wymagania
ui-nav-people = Ludzie
ui-nav-places = Miejsca
ui-nav-records = Zapisy
ui-nav-settings = Ustawienia
ui-nav-overview = Przegląd
ui-nav-all-people = Osoby
ui-nav-companies = Firmy
ui-nav-teams = Zespoły
ui-nav-groups = Grupy
ui-nav-invitations = Zaproszenia
ui-nav-courses = Kursy
ui-nav-sites = Obiekty
ui-nav-regions = Regiony
ui-nav-evidence = Do sprawdzenia
ui-nav-qualifications = Kwalifikacje
ui-nav-assessments = Oceny do sprawdzenia
ui-nav-templates = Szablony ocen
ui-nav-own-assessments = Moje oceny ryzyka
ui-nav-outbox = Poczta wychodząca
ui-nav-audit = Dziennik zmian
ui-nav-accounts = Konta
ui-nav-job-roles = Stanowiska
ui-nav-divisions = Oddziały
ui-nav-organisation = Organizacja
ui-tab-home = Start
ui-tab-training = Szkolenia
ui-tab-profile = Profil
ui-tab-notices = Powiadomienia
ui-tab-account = Konto
