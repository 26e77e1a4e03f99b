# Osoby i wymagania: macierz i strona firmy.
matrix-title = Osoby i wymagania
matrix-about = Kto co ma i czego brakuje.
matrix-view-all = Wszyscy
matrix-view-red = Bez ważności
matrix-view-expiring = Coś się kończy
matrix-view-waiting = Czeka na sprawdzenie
matrix-search = Szukaj nazwiska
matrix-csv = CSV
matrix-xlsx = Excel
matrix-print = Drukuj
matrix-person = Osoba
matrix-company = Firma
matrix-job-role = Stanowisko
matrix-sites = Obiekty
matrix-stands = Stan
matrix-kept-out = Bez wstępu
matrix-not-asked = nie dotyczy
matrix-open = { $count ->
    [0] bez braków
    [one] { $count } brak
    [few] { $count } braki
    [many] { $count } braków
   *[other] { $count } braku
}
matrix-on-page = { $count ->
    [one] { $count } osoba na tej stronie
    [few] { $count } osoby na tej stronie
    [many] { $count } osób na tej stronie
   *[other] { $count } osoby na tej stronie
}
matrix-tired = Przejrzano 2000 osób. Przejdź dalej, aby zobaczyć więcej.
matrix-nothing = Nic nie jest jeszcze wymagane
matrix-nothing-words = Gdy wymaganie zostanie opublikowane, pojawią się tu wszystkie osoby, których dotyczy.
matrix-nobody = Nikt nie pasuje
matrix-nobody-words = Wyszukaj inne nazwisko lub usuń filtry.
matrix-none-such = Nikogo takiego, i dobrze
matrix-none-such-words = Na tej liście nie ma nikogo w takim stanie.
matrix-print-at = { $count ->
    [one] Stan na { $moment } · { $count } osoba
    [few] Stan na { $moment } · { $count } osoby
    [many] Stan na { $moment } · { $count } osób
   *[other] Stan na { $moment } · { $count } osoby
}
matrix-print-made = Przygotowanie: { $who }, { $moment }
matrix-print-cut = Na wydruku mieści się { $count } pierwszych osób. Zawęź listę albo pobierz plik.
crews-matrix = Wszystkie wymagania
crews-may-work = Może pracować
crews-blocked = Bez wstępu na obiekt
crews-expiring = Coś się kończy
crews-count = Może tu pracować: { $may }. Bez wstępu: { $blocked }.
crews-fine = { $count ->
    [one] { $count } osoba bez braków
    [few] { $count } osoby bez braków
    [many] { $count } osób bez braków
   *[other] { $count } osoby bez braków
}
crews-nobody = Nie widzisz nikogo z tej firmy
crews-nobody-words = Osoby pojawią się tutaj, gdy zostaną dodane do firmy.
crews-cut = Policzono tu tylko pierwszych 2000 osób. Wszystkie są w widoku wymagań.
audit-what-matrix-exported = Wyeksportowano osoby i wymagania
audit-noun-matrix = Osoby i wymagania
