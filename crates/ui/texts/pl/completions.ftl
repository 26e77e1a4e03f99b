# Ukończenia: co zrobiły poszczególne osoby, wiele naraz i własne szkolenia.

completions-new = Zapisz kurs
completions-new-title = Zapis kursu: { $name }
completions-course = Kurs
completions-save = Zapisz
completions-recorded = Kurs zapisany
completions-known = Ten kurs jest już zapisany dla tego dnia
completions-archived = Ta osoba jest zarchiwizowana. Najpierw przywróć jej kartę.
completions-no-courses = Nie ma jeszcze kursów
completions-no-courses-words = Najpierw musi go dodać osoba, która prowadzi kursy.
completions-none = Nic jeszcze nie zapisano
completions-none-words = Kursy ukończone w sali lub gdzie indziej pojawią się tu po zapisaniu.
completions-current = Co teraz się liczy
completions-history = Wcześniejsze i unieważnione
completions-open = Otwórz
completions-done = Data ukończenia
completions-done-hint = Dzień kursu, najpóźniej dziś
completions-done-future = Wybierz dzień dzisiejszy lub wcześniejszy
completions-done-on = Ukończono { $date }
completions-ends = Ważne do
completions-ends-hint = Tylko jeśli dokument podaje datę. W przeciwnym razie kurs mówi, jak długo jest ważny
completions-ends-before = Nie może się skończyć przed dniem ukończenia
completions-provider = Kto prowadził
completions-provider-hint = Firma lub osoba szkoląca
completions-number = Numer zaświadczenia
completions-note = Uwaga
completions-no-end = Ważne bez końca
completions-until = Ważne do { $date }
completions-ending = Wkrótce się kończy: ważne do { $date }
completions-ended = Ważność minęła { $date }
completions-outdated = Kurs się od tego czasu zmienił. Trzeba go zrobić ponownie
completions-void = Unieważnione
completions-word-holds = Ważne
completions-word-ending = Kończy się
completions-word-ended = Minęło
completions-word-outdated = Ponów
completions-voided-by = Unieważniono { $when }, { $who }: { $why }
completions-back = Wszystkie kursy
completions-details = Szczegóły
completions-made = Zapis: { $when }, { $who }
completions-wrong = Błędny zapis?
completions-wrong-words = Unieważniony zapis przestaje się liczyć. Pozostaje tu przekreślony, z Twoim nazwiskiem i powodem.
completions-reason = Powód
completions-reason-hint = Na przykład: niewłaściwa osoba
completions-void-do = Unieważnij ten zapis
completions-voided = Zapis unieważniony

## Wiele naraz
batches-title = Ukończenia: { $name }
batches-about = Najnowsze na początku
batches-none = Nikt go jeszcze nie ukończył
batches-none-words = Ukończenia pojawią się tu po zapisaniu.
batches-person = Osoba
batches-people = Adresy e-mail lub identyfikatory zewnętrzne
batches-people-hint = Po jednym w wierszu, najwyżej 500. Wiersz może mieć własne daty, ukończenia i końca ważności: HW-7; 14.3.2026; 13.3.2028. Można też wkleić wiersze z arkusza
batches-people-none = Zaznacz lub wklej co najmniej jedną osobę
batches-people-many = Zapisz najwyżej 500 osób naraz
batches-people-nobody = Nie ma nikogo, komu można to zapisać
batches-search = Znajdź osoby po nazwisku
batches-search-hint = Zaznacz je poniżej i szukaj dalej. Zaznaczenia pozostają
batches-find = Szukaj osób
batches-found = Osoby
batches-found-nobody = Wśród osób, którym zapisujesz szkolenia, nie ma nikogo o tym nazwisku.
batches-check = Sprawdź listę
batches-check-title = Sprawdź przed zapisaniem
batches-check-about = { $course }. Nic jeszcze nie zapisano
batches-left = { $count ->
    [one] { $count } wiersz zostanie pominięty. Powód jest podany obok.
    [few] { $count } wiersze zostaną pominięte. Powód jest podany przy każdym.
   *[other] { $count } wierszy zostanie pominiętych. Powód jest podany przy każdym.
}
batches-save = { $count ->
    [one] Zapisz { $count } osobie
   *[other] Zapisz { $count } osobom
}
batches-change = Zmień listę
batches-outcome = Wynik
batches-why = Dlaczego
batches-next = Co to znaczy
batches-goes-in = Gotowe
batches-left-out = Pominięte
batches-is-recorded = Już zapisane: { $date }
batches-is-future = { $date } dopiero nadejdzie
batches-is-twice = Podano dwa razy
batches-is-archived = Karta zarchiwizowana
batches-is-unknown = Nikt, komu zapisujesz szkolenia
batches-archived = Ten kurs jest zarchiwizowany. Najpierw go przywróć.
batches-recorded = { $count ->
    [one] Kurs zapisany { $count } osobie
   *[other] Kurs zapisany { $count } osobom
}

## Moje szkolenia
training-title = Moje szkolenia
training-about = Co masz ukończone i do kiedy jest ważne
training-none = Nic jeszcze nie zapisano
training-none-words = Ukończone kursy pojawią się tu, gdy zapisze je biuro.
training-view-only = To, co tu zapisano, służy tylko do oglądania. Jeśli coś się nie zgadza, powiedz w biurze.
training-download = Pobierz mój raport ze szkoleń
training-report = Raport ze szkoleń
training-report-made = { $organisation }, stan na { $date }
training-report-none = Tego dnia nie ma żadnych wpisów o szkoleniach.
training-report-keep = Aby zachować tę stronę, wydrukuj ją albo zapisz jako plik z menu przeglądarki.
training-back = Wróć do moich szkoleń
training-who = O mnie
training-job-role = Stanowisko
training-company = Firma
training-number = Numer osobowy
training-records = Kursy
