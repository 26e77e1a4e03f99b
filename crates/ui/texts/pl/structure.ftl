# Zespoły, grupy, oddziały i stanowiska.

structure-no-match = Nic nie pasuje
structure-no-match-words = Wpisz mniej liter.
structure-people = { $count ->
    [0] Jeszcze nikogo
    [one] { $count } osoba
    [few] { $count } osoby
   *[other] { $count } osób
}
structure-people-column = Osoby
structure-members = Członkowie
structure-no-members = Nie ma tu jeszcze nikogo.
structure-first = Liczba osób pokazanych według nazwiska: { $count }.
structure-hidden = { $count ->
    [one] I jeszcze { $count } osoba spoza Twojego zakresu.
    [few] I jeszcze { $count } osoby spoza Twojego zakresu.
   *[other] I jeszcze { $count } osób spoza Twojego zakresu.
}
structure-add-people = Dodaj osoby
structure-find = Imię lub nazwisko
structure-find-button = Szukaj
structure-find-none = Nie ma osoby o tej nazwie, którą można dodać. Osoby już dodane nie są pokazywane.
structure-found = Zaznacz wszystkie osoby do dodania
structure-add = Dodaj
structure-nobody-chosen = Nie wybrano nikogo. Zaznacz jedną lub więcej osób i spróbuj ponownie.
structure-added = { $count ->
    [one] Dodano { $count } osobę
    [few] Dodano { $count } osoby
   *[other] Dodano { $count } osób
}
structure-removed = { $count ->
    [one] Usunięto { $count } osobę
    [few] Usunięto { $count } osoby
   *[other] Usunięto { $count } osób
}
structure-saved = Zapisano
structure-division = Oddział
structure-edit = Edytuj
structure-edit-title = Edycja: { $name }

## Zespoły
teams-title = Zespoły
teams-about = Kto kim kieruje.
teams-search = Nazwa zespołu
teams-none = Nie ma jeszcze zespołów
teams-none-words = Utwórz zespół, dodaj osoby i nadaj komuś rolę kierowania tym zespołem.
teams-name = Nazwa
teams-new = Dodaj zespół
teams-add = Dodaj zespół
teams-created = Zespół dodany. Teraz dodaj osoby
teams-taken = Zespół o tej nazwie już istnieje
teams-about-one = O zespole
teams-managers = Kierownictwo zespołu
teams-no-managers = Nikt jeszcze nie kieruje tym zespołem
teams-division-hint = Zespół widzą i zmieniają redaktorzy tego oddziału

## Oddziały
divisions-title = Oddziały
divisions-about = Części organizacji, których osoby i uprawnienia są rozdzielone.
divisions-search = Nazwa oddziału
divisions-none = Nie masz dostępu do żadnego oddziału
divisions-none-words = Poproś administratora o rolę w oddziale.
divisions-name = Nazwa
divisions-name-hint = Na przykład filia lub spółka zależna
divisions-new = Dodaj oddział
divisions-add = Dodaj oddział
divisions-created = Oddział dodany
divisions-taken = Oddział o tej nazwie już istnieje
divisions-default = Tu najpierw trafiają nowe osoby
divisions-default-words = Nowe osoby trafiają najpierw tutaj, więc ten oddział zawsze zostaje.
divisions-default-stays = Nowe osoby trafiają najpierw do tego oddziału, więc nie można go usunąć.
divisions-used = Coś jeszcze należy do tego oddziału. Najpierw przenieś jego osoby, zespoły, grupy i role.
divisions-remove = Usuń oddział
divisions-remove-words = Oddział można usunąć, gdy nikt i nic do niego nie należy.
divisions-removed = Oddział usunięty

## Stanowiska
job-roles-title = Stanowiska
job-roles-about = Czym ludzie się zajmują. Samo stanowisko nie daje żadnych uprawnień.
job-roles-search = Nazwa stanowiska
job-roles-none = Nie ma jeszcze stanowisk
job-roles-none-words = Dodaj pierwsze, na przykład Elektryk.
job-roles-name = Nazwa
job-roles-name-hint = Na przykład Elektryk lub Obsługa biura budowy
job-roles-new = Dodaj stanowisko
job-roles-add = Dodaj stanowisko
job-roles-created = Stanowisko dodane
job-roles-taken = Stanowisko o tej nazwie już istnieje
job-roles-elsewhere = To stanowisko mają też osoby z innych oddziałów. Poproś administratora o zmianę nazwy

## Grupy
groups-title = Grupy
groups-about = Kto odbywa które szkolenia.
groups-search = Nazwa grupy
groups-none = Nie ma jeszcze grup
groups-none-words = Wybierz osoby ręcznie albo pozwól znaleźć je regule.
groups-name = Nazwa
groups-description = Opis
groups-kind = Jak się do niej trafia
groups-picked = Wybór ręczny
groups-rule = Według reguły
groups-whole = Cała organizacja
groups-division-hint = Grupa oddziału obejmuje tylko osoby z tego oddziału
groups-new-picked = Dodaj grupę z wyborem ręcznym
groups-new-rule = Dodaj grupę według reguły
groups-picked-words = Najpierw nadaj nazwę. Potem wybierz osoby.
groups-rule-words = W jednym pytaniu wystarczy jedna odpowiedź. Każde wypełnione pytanie musi być spełnione.
groups-who = Kto do niej należy
groups-or = lub
groups-out-of-sight = { $count } poza Twoim wglądem
groups-out-of-sight-kept = { $count ->
    [one] { $count } warunek tej reguły jest poza Twoim wglądem. Pozostanie bez zmian.
    [few] { $count } warunki tej reguły są poza Twoim wglądem. Pozostaną bez zmian.
    [many] { $count } warunków tej reguły jest poza Twoim wglądem. Pozostaną bez zmian.
   *[other] { $count } warunku tej reguły jest poza Twoim wglądem. Pozostaną bez zmian.
}
groups-all-of-these = Wszystkie muszą być spełnione.
groups-everybody = Wszyscy
groups-employees = Zatrudnieni w organizacji
groups-contractors = Wykonawcy
groups-category-kind = Forma zatrudnienia
groups-category-company = Firma
groups-category-job-role = Stanowisko
groups-category-site = Obiekt
groups-category-work-base = Miejsce pracy
groups-one-a-line = Jedna nazwa w wierszu. Puste oznacza dowolną
groups-work-base-hint = Jedno w wierszu, tak jak w danych osób. Puste oznacza dowolne
groups-no-such-company = Jedna z tych firm nie jest tu znana. Sprawdź nazwy
groups-no-such-job-role = Jedno z tych stanowisk nie jest tu znane. Sprawdź nazwy
groups-no-such-site = Jeden z tych obiektów nie jest tu znany. Sprawdź nazwy
groups-too-many = Wpisz najwyżej 100 wierszy
groups-preview = Zobacz, kto pasuje
groups-comes-to = { $count ->
    [0] Teraz nikt nie pasuje
    [one] Teraz pasuje { $count } osoba
    [few] Teraz pasują { $count } osoby
   *[other] Teraz pasuje { $count } osób
}
groups-check-words = Zapisz grupę albo zmień odpowiedzi poniżej i sprawdź ponownie.
groups-save = Zapisz grupę
groups-created = Grupa dodana
groups-taken = Grupa o tej nazwie już istnieje
groups-follow-rule = Osoby w tej grupie wynikają z reguły. Zmień regułę.
