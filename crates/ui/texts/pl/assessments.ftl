# Szablony, ich pytania, oceny, sprawdzanie.

## Szablony
templates-title = Szablony ocen
templates-words = O co pyta się ludzi, zanim zaczną pracę: oceny ryzyka i kwestionariusze.
templates-view-published = Opublikowane
templates-view-draft = Szkice
templates-view-archived = Archiwum
templates-search = Nazwa
templates-name = Nazwa
templates-name-hint = Jak się go nazywa: Ocena ryzyka na budowie, Kwestionariusz zdrowotny
templates-kind = Rodzaj
templates-kind-risk = Ocena ryzyka
templates-kind-questionnaire = Kwestionariusz
templates-risk-hint = Ludzie oglądają miejsce i pracę, zanim zaczną
templates-questionnaire-hint = Ludzie odpowiadają na pytania o sobie lub o sprzęcie
templates-description = Opis
templates-description-hint = Widoczny przed rozpoczęciem
templates-site = Domyślny obiekt
templates-site-hint = Nowa ocena dotyczy tego obiektu, dopóki osoba nie wskaże innego
templates-site-none = Bez domyślnego obiektu
templates-expiry = Ważność
templates-expiry-hint = Potem trzeba ją odnowić. Wymaganie może skrócić ten czas
templates-expiry-days = Liczba dni
templates-expiry-on = Do określonej daty
templates-expiry-count = Ile dni
templates-expiry-count-hint = Od dnia przesłania
templates-expiry-date = Ostatni dzień
templates-expiry-date-hint = Niezależnie od dnia przesłania
templates-expiry-days-wrong = Podaj liczbę dni od 1 do 3660
templates-counts-forever = Bezterminowo
templates-counts-days = { $count ->
    [one] { $count } dzień
   *[other] { $count } dni
}
templates-counts-until = Do { $date }
templates-approval = Ktoś zatwierdza, zanim zacznie się liczyć
templates-approval-hint = Gdy to wyłączone, liczy się zaraz po przesłaniu
templates-approvers = Kto zatwierdza
templates-approvers-hint = Gdy nikogo nie wybierzesz, zatwierdza każdy, kto ma do tego prawo, dla swoich ludzi. Nikt nie zatwierdza własnych
templates-approvers-many = Wybierz najwyżej 50
templates-by-manager = Bezpośredni przełożony
templates-by-manager-hint = O ile ma taką rolę
templates-accounts = Osoby z prawem zatwierdzania
templates-groups = Grupy
templates-questions = Pytania
templates-held = Zatwierdzone osoby
templates-state = Stan
templates-state-draft = Nieopublikowany
templates-state-published = Opublikowany
templates-state-archived = W archiwum
templates-changes = Nieopublikowane zmiany
templates-none = Brak szablonów
templates-none-words = Dodaj pierwszy, zadaj pytania i opublikuj go.
templates-none-yet-words = Pojawią się tutaj, gdy ktoś je doda.
templates-no-match-words = Nic nie pasuje. Spróbuj innego słowa lub innego widoku.
templates-new = Dodaj szablon
templates-add = Dodaj szablon
templates-form-words = Jak pytać, kto zatwierdza, jak długo się liczy
templates-taken = Inny szablon ma tę nazwę. Może być w archiwum
templates-created = Szablon dodany. Dodaj pytania i opublikuj go
templates-saved = Szablon zapisany
templates-edit = Ustawienia
templates-preview = Podgląd
templates-settings = Ustawienia
templates-decided = Zatwierdza
templates-decided-nobody = Nikt, liczy się od razu
templates-decided-all = Każdy, kto ma do tego prawo, dla swoich ludzi
templates-versions = Wersje
templates-version = Wersja { $number }
templates-version-open = W przygotowaniu
templates-version-questions = { $count ->
    [one] { $count } pytanie
    [few] { $count } pytania
   *[other] { $count } pytań
}
templates-why-draft = Nikt nie jest jeszcze pytany. Dodaj pytania, obejrzyj podgląd i opublikuj.
templates-why-unpublished = Był już opublikowany. Teraz nikt nowy nie jest pytany.
templates-why-published = Można go wypełniać, a wymagania mogą o niego prosić.
templates-why-changes = Ludzie odpowiadają nadal na ostatnią wersję. Opublikuj zmiany, aby pytać według nowej.
templates-why-archived = Nikt nie jest pytany. Odpowiedzi pozostają.
templates-publish = Opublikuj
templates-publish-changes = Opublikuj zmiany
templates-published = Opublikowano. Można już wypełniać
templates-nothing-to-publish = Nie ma nic nowego do opublikowania.
templates-no-questions = Najpierw dodaj co najmniej jedno pytanie
templates-ends = Użycie
templates-unpublish = Cofnij publikację
templates-unpublish-words = Nikt nie może już zacząć. Szkice bez odpowiedzi znikają, pozostałe można jeszcze przesłać.
templates-unpublished = Publikacja cofnięta
templates-not-published = Nie jest opublikowany.
templates-archive = Przenieś do archiwum
templates-archive-words = Nikt nie jest już pytany, odpowiedzi pozostają.
templates-archived = Przeniesiono do archiwum
templates-archived-already = Jest już w archiwum.
templates-is-archived = Ten szablon jest w archiwum. Najpierw go przywróć.
templates-restore = Przywróć
templates-restore-words = Wraca jako szkic.
templates-restored = Wrócił jako szkic
templates-not-archived = Nie jest w archiwum.

## Pytania szablonu
asks-title = Pytania
asks-none = Nie ma jeszcze pytań.
asks-add = Dodaj pytanie
asks-add-one = Dodaj pytanie
asks-kind-yes-no = Tak lub nie
asks-kind-choice = Wybór
asks-kind-number = Liczba
asks-kind-text = Tekst
asks-kind-photo = Zdjęcie
asks-kind-signature = Podpis
asks-must = trzeba odpowiedzieć
asks-may = można pominąć
asks-between = od { $least } do { $most }
asks-at-least = co najmniej { $least }
asks-at-most = najwyżej { $most }
asks-up = Przesuń w górę: { $words }
asks-down = Przesuń w dół: { $words }
asks-edit-one = Zmień: { $words }
asks-words = Pytanie
asks-words-hint = O jedną rzecz naraz, krótko
asks-help = Pomoc
asks-help-hint = Widoczna pod pytaniem: na co spojrzeć, co jest ważne
asks-note = Odpowiedź, która wymaga uwagi
asks-note-hint = Po takiej odpowiedzi trzeba dodać kilka słów
asks-note-none = Żadna
asks-note-yes = „Tak” wymaga uwagi
asks-note-no = „Nie” wymaga uwagi
asks-choices = Odpowiedzi
asks-choices-hint = Każda w osobnym wierszu, od 2 do 30
asks-choices-few = Podaj co najmniej dwie różne odpowiedzi
asks-choices-many = Podaj najwyżej 30 odpowiedzi
asks-choice-long = Odpowiedź ma najwyżej 150 znaków
asks-unit = Jednostka
asks-unit-hint = Na przykład m, kg lub °C
asks-least = Najmniejsza liczba
asks-most = Największa liczba
asks-bounds-crossed = Największa liczba jest mniejsza od najmniejszej
asks-number-wrong = Podaj liczbę, na przykład 12 lub 2,5
asks-required = Trzeba odpowiedzieć
asks-required-hint = Bez tej odpowiedzi nie można przesłać
asks-new-version = Opublikowana wersja pozostaje bez zmian. Zmiana zaczyna nową, która liczy się po opublikowaniu.
asks-remove = Usuń to pytanie
asks-remove-words = Z wersji w przygotowaniu. Opublikowane wersje je zachowują.
asks-added = Pytanie dodane
asks-saved = Pytanie zapisane
asks-removed = Pytanie usunięte
asks-too-many = Szablon ma najwyżej 100 pytań.
asks-preview-words = Podgląd. Nic z tego, co tu wpiszesz, nie zostanie zapisane.
asks-preview-end = Wróć do szablonu

## Odpowiedzi
replies-yes = Tak
replies-no = Nie
replies-na = Nie dotyczy
replies-note = Uwaga
replies-note-yes = Potrzebna, jeśli odpowiedź brzmi „tak”
replies-note-no = Potrzebna, jeśli odpowiedź brzmi „nie”
replies-note-missing = Napisz w kilku słowach dlaczego
replies-missing = Odpowiedz na to pytanie
replies-number-wrong = Podaj liczbę, na przykład 12 lub 2,5
replies-number-bounds = Ta liczba jest poza możliwym zakresem
replies-photo = Zrób zdjęcie
replies-photo-again = Zrób inne zdjęcie
replies-photo-hint = JPG lub PNG, do 15 MB
replies-photo-kept = Twoje zdjęcie
replies-photo-missing = Dodaj zdjęcie
replies-picture-kind = Tutaj można dodać tylko zdjęcie
replies-sign-here = Podpisz się tutaj palcem
replies-sign-clear = Wyczyść
replies-signature-kept = Podpis
replies-signature-missing = Podpisz się lub wpisz imię i nazwisko
replies-typed = Albo wpisz imię i nazwisko
replies-typed-hint = To też liczy się jako podpis
replies-signed-by = Podpis: { $name }
replies-none = Bez odpowiedzi
replies-needed = Potrzebna odpowiedź
replies-progress = Pytanie { $at } z { $of }
replies-next = Dalej
replies-back = Wstecz
replies-save = Zapisz
replies-saved = Wszystkie odpowiedzi zapisane, { $date }.
replies-not-saved = Każda odpowiedź zapisuje się przy przejściu dalej.
replies-later = Dokończ później

## Własne oceny
assessments-own-title = Oceny ryzyka
assessments-own-words = Co możesz wypełnić i co już przesłano
assessments-mine = Moje oceny
assessments-mine-none = Nic jeszcze nie zaczęto.
assessments-available = Dostępne szablony
assessments-available-none = Nie ma nic do wypełnienia
assessments-available-none-words = Biuro nie opublikowało jeszcze niczego.
assessments-questions = { $count ->
    [one] { $count } pytanie
    [few] { $count } pytania
   *[other] { $count } pytań
}
assessments-start = Zacznij
assessments-resume = Kontynuuj
assessments-resumed = To było już zaczęte
assessments-draft-progress = Szkic, odpowiedzi: { $answered } z { $of }
assessments-summary = Sprawdź odpowiedzi
assessments-open = { $count ->
    [one] { $count } pytanie czeka na odpowiedź
    [few] { $count } pytania czekają na odpowiedź
   *[other] { $count } pytań czeka na odpowiedź
}
assessments-gaps = Odpowiedz na każde pytanie, które tego wymaga
assessments-site-choose = Którego obiektu to dotyczy?
assessments-site-hint = Liczy się dla tego obiektu
assessments-site-missing = Wybierz obiekt, którego to dotyczy
assessments-submit = Prześlij
assessments-submit-review = Ktoś to sprawdzi, zanim zacznie się liczyć.
assessments-submit-at-once = Liczy się zaraz po przesłaniu.
assessments-sent = Przesłano. Ktoś to sprawdzi
assessments-counts = Przesłano. Od teraz się liczy
assessments-sent-before = To było już przesłane
assessments-cancel = Porzuć ten szkic
assessments-cancelled = Szkic porzucony
assessments-not-a-draft = To już nie jest szkic.
assessments-rejected-before = Poprzednia nie została przyjęta: { $reason }
assessments-revise = Popraw
assessments-revised = Odpowiedzi są tutaj. Popraw, co trzeba, i prześlij ponownie
assessments-not-rejected = To nie zostało odrzucone.
assessments-renew = Wypełnij ponownie
assessments-under-way = Nowa jest już zaczęta.
assessments-no-site = Żaden konkretny obiekt
assessments-state-draft = Szkic
assessments-state-waiting = Czeka na sprawdzenie
assessments-state-approved = Zatwierdzona
assessments-state-expired = Wygasła
assessments-state-rejected = Nieprzyjęta
assessments-state-cancelled = Porzucona
assessments-why-until = Liczy się do { $date }
assessments-why-forever = Liczy się bezterminowo
assessments-why-expired = Liczyła się do { $date }
assessments-why-waiting = Przesłano { $date }. Jeszcze się nie liczy.

## Sprawdzanie
assessments-title = Oceny do sprawdzenia
assessments-count = { $count ->
    [0] Nic nie czeka
    [one] { $count } czeka
    [few] { $count } czekają, najstarsze na początku
   *[other] { $count } czeka, najstarsze na początku
}
assessments-queue-none = Nie ma nic do sprawdzenia
assessments-queue-none-words = Oceny, które ludzie przesyłają, pojawią się tutaj.
assessments-person = Osoba
assessments-what = Ocena
assessments-site = Obiekt
assessments-sent-on = Przesłano
assessments-own = Własna
assessments-sender = Kto przesłał
assessments-approved-by = Kto zatwierdził
assessments-approved-nobody = Nikt nie musiał
assessments-rejected-by = Kto odrzucił
assessments-by-on = { $name }, { $date }
assessments-facts = Szczegóły
assessments-none = Nic jeszcze nie przesłano
assessments-none-words = Oceny pojawią się tutaj zaraz po przesłaniu.
assessments-not-yours-to-read = Odpowiedzi widzą ci, którzy o nich decydują.
assessments-approve = Zatwierdź
assessments-reject = Odrzuć
assessments-reason = Dlaczego nie można jej przyjąć?
assessments-reason-hint = Osoba to przeczyta i może poprawić odpowiedzi
assessments-keys = Klawisze: A zatwierdza, R otwiera powód.
assessments-approved = Zatwierdzono
assessments-rejected = Odrzucono. Powód został wysłany
assessments-decided = Ktoś już o tym zdecydował. Spójrz jeszcze raz.

## Listy
assessments-mail-hello = Dzień dobry { $name },
assessments-mail-submitted-subject = Do sprawdzenia: { $template }, { $person }
assessments-mail-submitted = { $person }: przesłano { $template }. Czeka na sprawdzenie.
assessments-mail-look = Zobacz
assessments-mail-approved-subject = Zatwierdzono: { $template }
assessments-mail-approved = Zatwierdzono: { $template }.
assessments-mail-rejected-subject = Nie przyjęto: { $template }
assessments-mail-rejected = Nie przyjęto: { $template }. Powód:
assessments-mail-again = Odpowiedzi są zachowane. Możesz je poprawić i przesłać ponownie.
assessments-mail-renewal-subject = Do odnowienia przed { $date }: { $template }
assessments-mail-renewal = { $template } liczy się do { $date }. Wypełnij ją ponownie przed tym dniem.
assessments-mail-open = Otwórz
assessments-mail-footer = Ta wiadomość przyszła, ponieważ współpracujesz z { $organisation }.

## Ustawienia
assessments-settings-title = Oceny
assessments-settings-words = Jak organizacja pokazuje oceny ryzyka
assessments-settings-hidden = Ukryj „Oceny ryzyka” na pierwszej stronie
assessments-settings-hidden-hint = Tylko wejście. Powiadomienia, linki i to, co zaczęto, pozostają.
assessments-settings-saved = Ustawienia zapisane
