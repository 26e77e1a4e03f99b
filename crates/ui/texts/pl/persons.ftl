# Osoby: lista, karta osoby, zmiany dla wielu naraz.

persons-title = Osoby
persons-about = Pracownicy i podwykonawcy
persons-count = { $count ->
    [one] 1 osoba
    [few] { $count } osoby
    [many] { $count } osób
   *[other] { $count } osoby
}
persons-on-page = { $count ->
    [one] 1 osoba na tej stronie
    [few] { $count } osoby na tej stronie
    [many] { $count } osób na tej stronie
   *[other] { $count } osoby na tej stronie
}
persons-view-all = Wszystkie
persons-view-employees = Pracownicy
persons-view-contractors = Podwykonawcy
persons-view-archived = Archiwum
persons-search = Nazwisko, e-mail lub numer zewnętrzny
persons-filter = Filtry
persons-filter-words = Pokaż tylko osoby, które spełniają wszystkie warunki.
persons-filter-show = Pokaż osoby
persons-any = Dowolne
persons-csv = CSV
persons-xlsx = Excel
persons-export = Eksportuj
persons-none = Nie ma tu jeszcze nikogo
persons-none-words = Dodaj pierwszą osobę, z adresem e-mail lub bez niego.
persons-none-archived = Archiwum jest puste
persons-none-archived-words = Osoby przeniesione do archiwum pozostają tu z całą historią.
persons-no-match = Nikt nie pasuje
persons-no-match-words = Wpisz mniej liter albo usuń filtr.
persons-left-out = { $count ->
    [one] Pominięto 1 osobę: już tak było albo nie możesz jej zmieniać.
    [few] Pominięto { $count } osoby: już tak było albo nie możesz ich zmieniać.
    [many] Pominięto { $count } osób: już tak było albo nie możesz ich zmieniać.
   *[other] Pominięto { $count } osoby: już tak było albo nie możesz ich zmieniać.
}

## Karta osoby
persons-new = Dodaj osobę
persons-new-words = Osoba to wpis w rejestrze. Dostęp nadaje się osobno.
persons-add = Dodaj osobę
persons-edit = Edytuj dane
persons-open = Otwórz
persons-created = Dodano osobę
persons-created-invited = Dodano osobę i wysłano zaproszenie
persons-updated = Zapisano zmiany
persons-facts = Dane
persons-employment = Zatrudnienie
persons-kind = Rodzaj
persons-employee = Pracownik firmy
persons-contractor = Podwykonawca
persons-name = Imię i nazwisko
persons-email = E-mail
persons-email-hint = Potrzebny do zaproszeń. Zostaw puste, jeśli go nie ma
persons-phone = Telefon
persons-company = Firma
persons-company-none = Bez firmy
persons-job-role = Stanowisko
persons-job-role-none = Bez stanowiska
persons-division = Oddział
persons-site = Obiekt
persons-team = Zespół
persons-group = Grupa
persons-manager = Osoba przełożona
persons-manager-hint = Jej e-mail, numer zewnętrzny albo imię i nazwisko
persons-external-id = Numer zewnętrzny
persons-external-id-hint = Numer, pod którym tę osobę zna inny system
persons-work-base = Baza pracy
persons-start = Data rozpoczęcia
persons-end = Data zakończenia
persons-state = Stan
persons-active = Aktywna
persons-archived = W archiwum
persons-names-only = Twoja rola pokazuje nazwiska, aby przydzielać pracę. Danych kontaktowych nie widać.
persons-email-taken = Inna osoba ma tu już ten adres e-mail
persons-email-domain = Pracownicy potrzebują adresu Twojej organizacji
persons-external-id-taken = Inna osoba ma tu już ten numer zewnętrzny
persons-end-before-start = Data zakończenia jest przed datą rozpoczęcia
persons-manager-unknown = Żadna aktywna osoba nie ma tu takiego e-maila, numeru ani nazwiska
persons-manager-several = Kilka osób ma takie imię i nazwisko. Podaj e-mail albo numer zewnętrzny
persons-manager-circle = Ta osoba podlega osobie, którą edytujesz
persons-not-yours = Przy tym wyborze wpis byłby poza tym, czym zarządzasz

## Gdzie ktoś pracuje
persons-placed = Miejsca pracy
persons-placed-none = Jeszcze bez przypisanego obiektu.
persons-place-at = Dodaj obiekt
persons-place-hint = Mówi, gdzie osoba pracuje. Nie daje żadnego dostępu
persons-place = Przypisz do obiektu
persons-remove = Usuń z obiektu
persons-take-away = Usuń z { $name }

## Dostęp
persons-access = Dostęp
persons-access-none = Brak dostępu
persons-access-none-words = Ta osoba nie może się zalogować.
persons-access-invited = Zaproszenie wysłane
persons-access-invited-words = Zaproszenie czeka na przyjęcie.
persons-access-profile = Własny profil
persons-access-profile-words = Widzi własny profil i nic więcej.
persons-access-user = Konto
persons-access-user-words = Może się zalogować.
persons-access-deactivated = Konto wyłączone
persons-access-deactivated-words = Na to konto nie można się zalogować.
persons-to-invitations = Zaproszenia
persons-to-accounts = Konta

## Archiwum
persons-record = Wpis
persons-archive = Przenieś do archiwum
persons-archive-words = Osoby w archiwum znikają z list. Ich historia zostaje.
persons-archived-words = Ta osoba jest w archiwum.
persons-restore = Przywróć

## Wiele naraz
persons-change = Zmień
persons-chosen = { $count ->
    [one] Wybrano 1 osobę
    [few] Wybrano { $count } osoby
    [many] Wybrano { $count } osób
   *[other] Wybrano { $count } osoby
}
persons-chosen-who = Wybrane osoby
persons-move = Zmień oddział
persons-give-role = Zmień stanowisko
persons-add-to-team = Dodaj do zespołu
persons-add-to-group = Dodaj do grupy
persons-nothing-chosen = Najpierw wybierz coś z listy, potem naciśnij przycisk.
persons-already = Zrobiono to w międzyczasie. Nic się nie zmieniło.
persons-undo-over = Nie można już tego cofnąć: minęło więcej niż dziesięć minut.
persons-undone = { $count ->
    [one] Cofnięto dla 1 osoby
    [few] Cofnięto dla { $count } osób
    [many] Cofnięto dla { $count } osób
   *[other] Cofnięto dla { $count } osoby
}
persons-did-archive = { $count ->
    [one] 1 osoba przeniesiona do archiwum
    [few] { $count } osoby przeniesione do archiwum
    [many] { $count } osób przeniesionych do archiwum
   *[other] { $count } osoby przeniesione do archiwum
}
persons-did-restore = { $count ->
    [one] Przywrócono 1 osobę
    [few] Przywrócono { $count } osoby
    [many] Przywrócono { $count } osób
   *[other] Przywrócono { $count } osoby
}
persons-did-place = { $count ->
    [one] 1 osoba przypisana do obiektu
    [few] { $count } osoby przypisane do obiektu
    [many] { $count } osób przypisanych do obiektu
   *[other] { $count } osoby przypisane do obiektu
}
persons-did-remove = { $count ->
    [one] 1 osoba usunięta z obiektu
    [few] { $count } osoby usunięte z obiektu
    [many] { $count } osób usuniętych z obiektu
   *[other] { $count } osoby usunięte z obiektu
}
persons-did-division = { $count ->
    [one] Zmieniono oddział 1 osoby
    [few] Zmieniono oddział { $count } osób
    [many] Zmieniono oddział { $count } osób
   *[other] Zmieniono oddział { $count } osoby
}
persons-did-job-role = { $count ->
    [one] Zmieniono stanowisko 1 osoby
    [few] Zmieniono stanowisko { $count } osób
    [many] Zmieniono stanowisko { $count } osób
   *[other] Zmieniono stanowisko { $count } osoby
}
persons-did-team = { $count ->
    [one] Dodano do zespołu 1 osobę
    [few] Dodano do zespołu { $count } osoby
    [many] Dodano do zespołu { $count } osób
   *[other] Dodano do zespołu { $count } osoby
}
persons-did-group = { $count ->
    [one] Dodano do grupy 1 osobę
    [few] Dodano do grupy { $count } osoby
    [many] Dodano do grupy { $count } osób
   *[other] Dodano do grupy { $count } osoby
}

## Zakładki
persons-tabs = Strony o tej osobie
persons-tab-overview = Przegląd
persons-tab-requirements = Wymagania
persons-tab-training = Szkolenia
persons-tab-certificates = Certyfikaty
persons-tab-assessments = Oceny
persons-standing = Stan
persons-next = Co dalej
persons-next-more = i jeszcze { $count }
persons-standing-renewed = W trakcie sprawdzania
persons-standing-nothing = Bez wymagań
persons-standing-valid = Ważne
persons-standing-expiring = Wygasa
persons-standing-to-check = Do sprawdzenia
persons-standing-not-started = Nierozpoczęte
persons-standing-not-valid = Nieważne
persons-reasons = Wszystkie wymagania
