# Wymagania, stan, zwolnienia i zakazy.
rules-title = Wymagania
rules-new = Dodaj wymaganie
rules-edit = Zmień wymaganie
rules-all-sites = Wszystkie miejsca
rules-by-site = Miejsce
rules-by-region = Region
rules-by-group = Grupa
rules-by-job-role = Stanowisko
rules-none = Tutaj nic jeszcze nie jest wymagane
rules-none-words = Dodaj kurs lub certyfikat, zobacz, kogo to dotyczy, i opublikuj.
rules-asked = Co jest wymagane
rules-state = Stan
rules-holds = Jak długo jest ważne
rules-gap = Gdy tego brakuje
rules-from = Od { $day }
rules-until = Do { $day }
rules-in-force = Obowiązuje
rules-usual = Jak mówi kurs lub certyfikat
rules-required = Wymagane
rules-required-hint = Liczy się przy bramie, w zaświadczeniu i w przypomnieniach.
rules-optional = Opcjonalne
rules-optional-hint = Widoczne i dostępne, ale nikogo nie zatrzymuje.
rules-hidden = Ukryte
rules-hidden-hint = Tylko przygotowane. Nikt go nie widzi i nikt nie dostaje przypomnień.
rules-lets-in = Nikogo to nie zatrzymuje
rules-blocks = Zamyka bramę
rules-blocks-hint = Osoby bez tego są czerwone.
rules-warns = Tylko ostrzega
rules-warns-hint = Osoby bez tego są pomarańczowe i można je wpuścić, podając powód.
rules-grace-days = { $count ->
    [one] { $count } dzień zwłoki
    [few] { $count } dni zwłoki
    [many] { $count } dni zwłoki
   *[other] { $count } dnia zwłoki
}
rules-subject = Co jest wymagane
rules-subject-hint = Zaznacz kilka, jeśli wystarczy jedno z nich.
rules-assessment-hint = Ocena ryzyka lub kwestionariusz. Wymaganie jednego obiektu liczy tylko oceny dla niego
rules-mode = Rodzaj
rules-validity-field = Jak długo jest ważne
rules-validity-hint = Data na dokumencie zawsze kończy ważność. Tutaj można ją skrócić.
rules-start = Obowiązuje od
rules-start-hint = Zostaw puste, jeśli od teraz.
rules-grace-field = Dni zwłoki
rules-grace-hint = Do ich końca osoby bez tego są pomarańczowe, nie czerwone.
rules-rehearse = Zobacz, kogo to dotyczy
rules-terms = Treść
rules-versions = Wersje
rules-this = Ta wersja
rules-look = Zobacz
rules-end = Zakończ wymaganie
rules-end-words = Od teraz nie jest już wymagane. Pozostaje w historii.
rules-choose = Wybierz co najmniej jeden kurs, certyfikat lub ocenę.
rules-too-many = Wybierz najwyżej dziesięć.
rules-validity = Wybierz, jak długo jest ważne, albo zostaw to kursowi lub certyfikatowi.
rules-grace = Podaj pełne dni, najwyżej 366.
rules-published = Wymaganie opublikowane
rules-changed = Wymaganie zmienione
rules-ended = Wymaganie zakończone
rules-same = Nic się nie zmieniło
rules-over = Ta wersja została w międzyczasie zmieniona lub zakończona. Otwórz listę i spróbuj ponownie.
rules-source = Kto tego wymaga
rules-asking = Co tego wymaga
rules-asking-none = Nic tego nie wymaga
rules-asking-none-words = Można to zarchiwizować albo dodać do wymagań.
rules-unseen = { $count ->
    [one] Jeszcze { $count } takie wymaganie jest poza Twoim zakresem.
    [few] Jeszcze { $count } takie wymagania są poza Twoim zakresem.
    [many] Jeszcze { $count } takich wymagań jest poza Twoim zakresem.
   *[other] Jeszcze { $count } takiego wymagania jest poza Twoim zakresem.
}
rules-archived = To nie jest w użyciu. Najpierw przywróć albo wybierz coś innego.
rules-asked-for = Istnieje wymaganie, które z tego korzysta, dlatego pozostaje to w użyciu. Najpierw zakończ lub zmień to wymaganie, a potem zarchiwizuj.
rehearsals-title = Kogo to dotyczy
rehearsals-nobody = Nikomu się nie pogorszy
rehearsals-nobody-words = Publikacja nikogo nie zatrzyma.
rehearsals-count = Na czerwono: { $red }, na pomarańczowo: { $amber }
rehearsals-words = Jeśli zacznie obowiązywać { $day }. Nic nie zostało jeszcze zmienione.
rehearsals-publish = Opublikuj od { $day }
rehearsals-back = Popraw
rehearsals-export = Pobierz listę
rehearsals-name = Imię i nazwisko
rehearsals-from = Od
rehearsals-becomes = Zmieni się na
rehearsals-why = Dlaczego
rehearsals-more = W pliku jest jeszcze: { $count }.
standings-now = Stan na teraz
standings-past = Stan z { $moment }
standings-future = Stan na { $moment }, jeśli nic innego się nie zmieni
standings-at = Stan na
standings-look = Pokaż
standings-back = Wróć do teraz
standings-everywhere = Bez konkretnego miejsca
standings-nowhere = Bez przydziału do miejsca. Oto, czego wymaga każde miejsce.
standings-known-then = Według wiedzy z tamtej chwili
standings-known-now = Według wiedzy z teraz
standings-block-all = Każde miejsce
standings-block-site = To miejsce
standings-block-assigned = Ta osoba
standings-nothing-asked = Tutaj nic nie jest wymagane.
standings-all-met = { $count ->
    [one] Jedyne wymaganie jest spełnione.
    [few] Wszystkie { $count } wymagania są spełnione.
    [many] Wszystkie { $count } wymagań jest spełnionych.
   *[other] Wszystkie wymagania ({ $count }) są spełnione.
}
standings-open = Otwarte wymagania: { $open } z { $count }.
standings-green = Może tu pracować
standings-amber = Może tu pracować, choć coś jest otwarte
standings-red = Nie może tu pracować
standings-word-green = Zielony
standings-word-amber = Pomarańczowy
standings-word-red = Czerwony
standings-site = Miejsce
standings-every-site = Każde miejsce
standings-cancel = Anuluj
waivers-title = Zwolnienia
waivers-new = Zwolnij z wymagania
exceptions-line = Do { $until }. { $reason } ({ $who }, { $when })
exceptions-line-ended = Zakończone { $when }. { $reason }
exceptions-end = Zakończ teraz
waivers-subject = Wymaganie
exceptions-until = Do
exceptions-reason = Powód
exceptions-reason-hint = Przeczyta go każdy, kto widzi wymagania tej osoby.
waivers-save = Zwolnij
exceptions-past = Wybierz dzisiejszy lub późniejszy dzień.
waivers-too-long = Wybierz dzień w ciągu roku.
waivers-created = Zwolniono z wymagania
waivers-ended = Zwolnienie zakończone
waivers-not-oneself = Nikt nie zwalnia samego siebie. Poproś inną osobę.
bans-title = Zakazy i zawieszenia
bans-new = Nie wpuszczaj
bans-open = odwołania
bans-kind = Rodzaj
bans-banned = Zakaz wstępu
bans-suspended = Zawieszenie
bans-until-hint = Zostaw puste, jeśli obowiązuje do odwołania.
bans-save = Nie wpuszczaj
bans-created = Od teraz bez wstępu
bans-ended = Wstęp znów dozwolony
bans-not-oneself = Nikt nie zakazuje wstępu samemu sobie.
