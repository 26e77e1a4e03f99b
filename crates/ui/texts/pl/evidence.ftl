# Kwalifikacje, dokumenty, sprawdzanie.

## Kwalifikacje
qualifications-title = Kwalifikacje
qualifications-words = Karty, licencje i certyfikaty, z którymi ludzie przychodzą.
qualifications-active = Używane
qualifications-inactive = Nieużywane
qualifications-inactive-words = Nie można przesłać do niej nic nowego. To, co pokazano wcześniej, pozostaje.
qualifications-search = Nazwa
qualifications-name = Nazwa
qualifications-name-hint = Jak się ją nazywa: karta CSCS, pierwsza pomoc
qualifications-issuer = Kto wydaje
qualifications-issuer-hint = Tak zaczyna się formularz dokumentu
qualifications-category = Kategoria
qualifications-instructions = Wskazówki
qualifications-instructions-hint = Widoczne nad formularzem: co sfotografować, na co uważać
qualifications-needs = Co trzeba pokazać
qualifications-needs-front = Zdjęcie lub dokument
qualifications-needs-back = Także odwrót karty
qualifications-needs-number = Numer
qualifications-needs-expiry = Datę, do której jest ważna
qualifications-validity = Ważność
qualifications-validity-hint = Liczy się, gdy dokument nie podaje daty
qualifications-validity-wrong = Podaj liczbę miesięcy do 600 lub dni do 3660
qualifications-holds-document = Tak długo, jak podaje dokument
qualifications-holds-forever = Bezterminowo
qualifications-holds-months = { $count ->
    [one] { $count } miesiąc
    [few] { $count } miesiące
   *[other] { $count } miesięcy
}
qualifications-holds-days = { $count ->
    [one] { $count } dzień
   *[other] { $count } dni
}
qualifications-holds-yearly = Do { $day } każdego roku
qualifications-months = Liczba miesięcy
qualifications-days = Liczba dni
qualifications-count = Ile
qualifications-count-hint = Dla miesięcy i dni
qualifications-remind = Ile dni przed końcem przypomnieć
qualifications-remind-hint = Od tej chwili mówi się, że wygasa
qualifications-remind-wrong = Podaj liczbę dni do 730
qualifications-held = Osoby
qualifications-none = Brak kwalifikacji
qualifications-none-words = Dodaj pierwszą kartę lub certyfikat, z którym ludzie przychodzą.
qualifications-none-yet-words = Pojawią się tutaj, gdy ktoś je doda.
qualifications-no-match-words = Nic nie pasuje. Spróbuj innego słowa lub obejrzyj wszystkie.
qualifications-new = Dodaj kwalifikację
qualifications-add = Dodaj kwalifikację
qualifications-form-words = O co pyta się ludzi, gdy przesyłają dokument
qualifications-taken = Inna kwalifikacja ma tę nazwę. Może być nieużywana
qualifications-use = Użycie
qualifications-use-words = Można ją wybrać, przesyłając dokument.
qualifications-deactivate = Wycofaj z użycia
qualifications-activate = Przywróć do użycia
qualifications-created = Kwalifikacja dodana
qualifications-saved = Kwalifikacja zapisana
qualifications-deactivated = Kwalifikacja wycofana z użycia
qualifications-activated = Kwalifikacja znów w użyciu

## Ustawienia
evidence-settings-title = Dokumenty
evidence-settings-words = Jak organizacja traktuje przesłane certyfikaty
evidence-settings-back = Organizacja
evidence-settings-approval = Ktoś zatwierdza dokument, zanim zacznie się liczyć
evidence-settings-approval-hint = Gdy to wyłączone, wszystko liczy się od razu.
evidence-settings-self = Pracownicy sami przesyłają swoje dokumenty
evidence-settings-self-hint = Wykonawcy mogą zawsze.
evidence-settings-saved = Ustawienia zapisane

## Dokumenty
evidence-title = Certyfikaty
evidence-own-title = Moje certyfikaty
evidence-own-words = Karty i certyfikaty pokazane do tej pory
evidence-own-closed = Certyfikaty dodaje organizacja. Oddaj je w biurze.
evidence-nobody = Brak własnego wpisu
evidence-nobody-words = To konto nie należy do żadnej osoby w organizacji.
evidence-none = Nic jeszcze nie pokazano
evidence-none-words = Certyfikaty pojawią się tutaj zaraz po przesłaniu.
evidence-new = Dodaj certyfikat
evidence-choose = Co to jest?
evidence-choose-own = Przygotuj kartę lub dokument.
evidence-choose-none = Biuro musi najpierw dodać kwalifikacje.
evidence-form-own = Zrób zdjęcie, sprawdź pola, wyślij.
evidence-front = Przód lub cały dokument
evidence-back = Odwrót
evidence-file-hint = PDF, JPG lub PNG, do 15 MB
evidence-file-hint-optional = Nieobowiązkowo. PDF, JPG lub PNG, do 15 MB
evidence-file-missing = Dodaj zdjęcie lub dokument
evidence-files-again = Wybierz pliki jeszcze raz. Pozostałe pola są bez zmian.
evidence-name = Nazwa certyfikatu
evidence-issuer = Kto wydał
evidence-number = Numer
evidence-issued = Data wydania
evidence-expires = Ważny do
evidence-expires-hint = Zostaw puste, jeśli dokument nie podaje daty
evidence-expires-usual = Zwykły czas dla tej kwalifikacji
evidence-send = Wyślij
evidence-sent = Wysłane. Ktoś to sprawdzi
evidence-taken = Certyfikat dodany
evidence-person = Osoba
evidence-qualification = Kwalifikacja
evidence-sender = Kto przesłał
evidence-sent-on = Przesłano
evidence-by-on = { $name }, { $date }
evidence-approved-by = Kto zatwierdził
evidence-rejected-by = Kto odrzucił
evidence-ended = Zakończono
evidence-facts = Co podaje
evidence-document = Pobierz dokument
evidence-no-files = Nie przesłano zdjęcia.
evidence-not-yours-to-see = Zdjęcia i numery widzą ci, którzy przesyłają lub sprawdzają dokumenty.
evidence-ahead = { $count ->
    [0] Jest następny w kolejce.
    [one] Przed nim jest { $count } dokument.
    [few] Przed nim są { $count } dokumenty.
   *[other] Przed nim jest { $count } dokumentów.
}
evidence-state-waiting = Czeka na sprawdzenie
evidence-state-approved = Zatwierdzony
evidence-state-superseded = Zastąpiony nowszym
evidence-state-expired = Wygasł
evidence-state-rejected = Nieprzyjęty
evidence-state-withdrawn = Wycofany
evidence-state-revoked = Unieważniony
evidence-why-until = Ważny do { $date }
evidence-why-forever = Ważny bezterminowo
evidence-why-expired = Był ważny do { $date }
evidence-why-waiting = Przesłano { $date }. Jeszcze się nie liczy.
evidence-again = Prześlij ponownie
evidence-renew = Prześlij nowszy
evidence-withdraw = Wycofaj
evidence-withdrawn = Wycofano
evidence-revoke = Unieważnij
evidence-revoke-why = Dlaczego już się nie liczy
evidence-revoke-hint = Osoba to przeczyta
evidence-revoked = Unieważniono. Już się nie liczy
evidence-approved = { $count ->
    [0] Wśród wybranych nie ma nic do zatwierdzenia
    [one] Zatwierdzono
    [few] Zatwierdzono { $count } dokumenty
   *[other] Zatwierdzono { $count } dokumentów
}
evidence-rejected = Odrzucono. Powód został wysłany
evidence-decided = Ktoś już o tym zdecydował. Spójrz jeszcze raz.
evidence-not-approved = Nie jest zatwierdzony, więc nie ma czego unieważnić.
evidence-person-archived = Ta osoba jest w archiwum. Najpierw przywróć jej wpis.
evidence-reason-unreadable = Zdjęcia nie da się odczytać. Zrób je ponownie w dobrym świetle.
evidence-reason-wrong-document = To inny dokument niż ten, o który proszono.
evidence-reason-expired = Jego ważność już minęła.
evidence-reason-other-name = Widnieje na nim inne nazwisko.
evidence-reason-incomplete = Brakuje strony.
evidence-reason-not-accepted = Ten wystawca nie jest tu uznawany.
evidence-reason-other = Inny powód, własnymi słowami
evidence-reason-missing = Powiedz w kilku słowach dlaczego
evidence-mail-hello = Dzień dobry { $name },
evidence-mail-approved-subject = Zatwierdzono: { $qualification }
evidence-mail-approved = { $qualification } ({ $person }): zatwierdzono.
evidence-mail-rejected-subject = Nie przyjęto: { $qualification }
evidence-mail-rejected = { $qualification } ({ $person }): nie przyjęto. Powód:
evidence-mail-revoked-subject = Unieważniono: { $qualification }
evidence-mail-revoked = { $qualification } ({ $person }): unieważniono. Powód:
evidence-mail-again = W każdej chwili można przesłać inny.
evidence-mail-open = Otwórz
evidence-mail-waiting-subject = { $count ->
    [one] { $count } certyfikat czeka na sprawdzenie
    [few] { $count } certyfikaty czekają na sprawdzenie
   *[other] { $count } certyfikatów czeka na sprawdzenie
}
evidence-mail-waiting = { $count ->
    [one] Przesłano { $count } certyfikat, który czeka na sprawdzenie.
    [few] Przesłano { $count } certyfikaty, które czekają na sprawdzenie.
   *[other] Przesłano { $count } certyfikatów, które czekają na sprawdzenie.
}
evidence-mail-footer = Ta wiadomość przychodzi w związku z pracą dla { $organisation }.

## Sprawdzanie
reviews-title = Certyfikaty do sprawdzenia
reviews-count = { $count ->
    [0] Nic nie czeka
    [one] Czeka { $count }, najpilniejsze na początku
    [few] Czekają { $count }, najpilniejsze na początku
   *[other] Czeka { $count }, najpilniejsze na początku
}
reviews-none = Nie ma nic do sprawdzenia
reviews-none-words = Przesłane certyfikaty pojawią się tutaj.
reviews-needed = Potrzebny
reviews-keeps-out = Bez tego nie wejdzie
reviews-needed-now = Już pracuje
reviews-needed-from = Od { $date }
reviews-needed-sometime = Bez daty
reviews-own = Własny
reviews-approve = Zatwierdź
reviews-approve-chosen = Zatwierdź wybrane
reviews-reject = Odrzuć
reviews-reason = Dlaczego nie można go przyjąć?
reviews-words = Własnymi słowami
reviews-words-hint = Osoba to przeczyta
reviews-keys = Klawisze: A zatwierdza, R otwiera powody.
reviews-look = Zobacz
reviews-somebody = kogoś spoza Twojego zakresu
reviews-hint-number = Ten sam numer przesłano dla: { $name }.
reviews-hint-picture = To samo zdjęcie przesłano dla: { $name }.
reviews-hint-issued-later = Podaje datę wydania w przyszłości.
reviews-hint-ends-before = Kończy się, zanim został wydany.
reviews-hint-over = Według dat jego ważność już minęła.

## Pliki
file-empty = Ten plik jest pusty. Wybierz inny
file-too-large = Ten plik ma więcej niż 15 MB. Wybierz mniejszy
file-kind = Można przesłać tylko PDF, JPG i PNG. Nazwa pliku się nie liczy
file-broken = Tego pliku nie da się otworzyć. Zapisz go lub sfotografuj ponownie
file-pixels = To zdjęcie ma za dużo pikseli. Zrób je ponownie z niższym ustawieniem
file-locked = Ten dokument jest zabezpieczony hasłem. Zapisz go bez hasła
file-active = Ten dokument zawiera program lub formularz, który sam działa. Wydrukuj go do nowego PDF i wybierz ten
file-inside = W tym dokumencie ukryte są inne pliki. Wydrukuj go do nowego PDF i wybierz ten
file-behind = Za końcem tego dokumentu jest coś jeszcze. Wydrukuj go do nowego PDF i wybierz ten
