# Kursy: katalog i wydania.

courses-title = Kursy
courses-about = Czego uczą się ludzie i jak długo to jest ważne
courses-active = Aktywne
courses-view-archived = Zarchiwizowane
courses-is-active = Aktywny
courses-is-archived = Zarchiwizowany
courses-search = Tytuł kursu w dowolnym języku
courses-name = Tytuł
courses-state = Stan
courses-category = Kategoria
courses-category-hint = Na przykład Bezpieczeństwo albo Praca na wysokości
courses-category-known = Używane dotąd: { $list }
courses-description = Opis
courses-description-hint = O czym jest i komu jest potrzebny
courses-validity-label = Ważny przez
courses-validity-hint = Liczone od dnia ukończenia. Data na dokumencie albo ostrzejsza zasada obiektu ma pierwszeństwo
courses-validity = Podaj liczbę całkowitą: do 600 miesięcy lub 3660 dni, albo istniejący dzień
courses-remind = Przypominaj tyle dni przed końcem
courses-reminder = Przypomnienie
courses-remind-hint = Od tego dnia widać, że ważność się kończy. Puste pole oznacza 60
courses-remind-days = Podaj liczbę dni od 1 do 365
courses-remind-value = { $count ->
    [one] { $count } dzień przed końcem
   *[other] { $count } dni przed końcem
}
courses-languages = Języki
courses-languages-hint = Ten sam kurs w innych językach, każdy pod własnym tytułem. Zapisz, aby dodać kolejne, najwyżej sześć.
courses-language = Język
courses-language-none = Żaden
courses-language-title = Tytuł w tym języku
courses-language-twice = Ten język już jest na liście
courses-none = Nie ma jeszcze kursów
courses-none-words = Dodaj pierwszy potrzebny kurs, na przykład instruktaż na obiekcie.
courses-none-archived = Żaden kurs nie jest zarchiwizowany
courses-none-archived-words = Zarchiwizowane kursy są tu przechowywane razem z tym, co ludzie ukończyli.
courses-no-match = Żaden kurs nie pasuje
courses-no-match-words = Wpisz mniej liter albo usuń filtr.
courses-new = Dodaj kurs
courses-new-words = Reguły mogą go wymagać, a jego ukończenie można zapisać.
courses-add = Dodaj kurs
courses-created = Kurs dodany
courses-taken = Kurs o tym tytule już istnieje
courses-edit = Edytuj
courses-edit-title = Edycja: { $name }
courses-saved = Kurs zapisany
courses-saved-again = Kurs zapisany. Wszyscy mają go ukończyć ponownie
courses-facts = O kursie
courses-edition = Wydanie
courses-editions = Wydania
courses-editions-words = Liczy się to, co ukończono od wydania, które teraz jest wymagane. Na tej liście nic się nigdy nie zmienia.
courses-edition-first = Wydanie { $number }, od { $from }
courses-edition-again = Wydanie { $number }, od { $from }: wszyscy robią kurs ponownie
courses-edition-same = Wydanie { $number }, od { $from }: wcześniejsze ukończenia nadal się liczą
courses-edition-made = Zapis: { $when }, { $who }
courses-edition-asked = Wymagane teraz
courses-edition-coming = Dopiero nadejdzie
courses-again = Czy po tej zmianie wszyscy mają zrobić kurs ponownie?
courses-again-no = Nie, wcześniejsze ukończenia nadal się liczą
courses-again-no-words = Przy lepszym tytule, poprawionym słowie, innym przypomnieniu.
courses-again-yes = Tak, wszyscy robią go ponownie
courses-again-yes-words = Przy nowych zasadach lub treściach, które musi znać każdy. Wcześniejsze ukończenia przestają się liczyć od podanego dnia.
courses-what = Co się zmieniło
courses-what-hint = Potrzebne, jeśli wszyscy robią kurs ponownie. Przeczytają to później ludzie i audytorzy
courses-from = Od kiedy
courses-from-hint = Puste pole oznacza dziś. Tylko dla zmiany, po której kurs robi się ponownie
courses-from-past = Wybierz dzień dzisiejszy lub późniejszy
courses-from-before = Inna zmiana wejdzie w życie później. Wybierz tamten dzień albo dalszy
courses-done = Ukończenia
courses-done-by = { $count ->
    [0] Nikt go jeszcze nie ukończył
    [one] { $count } osoba ukończyła ten kurs
    [few] { $count } osoby ukończyły ten kurs
   *[other] { $count } osób ukończyło ten kurs
}
courses-done-many = Ukończyło go ponad { $count } osób
courses-done-list = Zobacz kto
courses-record = Zapisz ukończenia
courses-record-title = Archiwum
courses-archive = Archiwizuj
courses-archive-words = Ukończeń zarchiwizowanego kursu nie można już zapisywać. To, co ludzie ukończyli, pozostaje.
courses-archived = Kurs zarchiwizowany
courses-archived-words = Ten kurs jest zarchiwizowany. To, co ludzie ukończyli, pozostaje.
courses-restore = Przywróć
courses-restored = Kurs przywrócony
