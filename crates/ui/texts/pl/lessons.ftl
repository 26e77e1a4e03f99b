# Lekcje: jak powstają i jak się je przechodzi.

lessons-title = Lekcje
lessons-back = Wróć do kursu
lessons-draft = Wersja robocza
lessons-none = Nie ma jeszcze lekcji
lessons-none-words = Dodaj stronę, film, dokument albo test. Nikt ich nie zobaczy, dopóki ich nie opublikujesz.
lessons-never-published = Ta wersja robocza nie została jeszcze opublikowana. Nikt nie może odbyć kursu.
lessons-changed-since = Wersję { $number } opublikowano { $when }. Od tego czasu wersja robocza się zmieniła i nikt tego jeszcze nie widzi.
lessons-is-published = Wersję { $number } opublikowano { $when }. To, co tu widać, widzą wszyscy, którzy odbywają kurs.
lessons-kind-page = Strona
lessons-kind-film = Film
lessons-kind-document = Dokument
lessons-kind-quiz = Test
lessons-about-quiz = pytania: { $drawn } z { $count }
lessons-about-pass = zaliczenie od { $percent } %
lessons-about-least = { $count ->
    [one] co najmniej { $count } sekunda
    [few] co najmniej { $count } sekundy
   *[other] co najmniej { $count } sekund
}
lessons-up = Przesuń wyżej: { $name }
lessons-down = Przesuń niżej: { $name }
lessons-look = Podgląd: { $name }
lessons-remove = Usuń: { $name }
lessons-removed = Lekcja usunięta
lessons-restored = Lekcja przywrócona
lessons-add-page = Dodaj stronę
lessons-add-film = Dodaj film
lessons-add-document = Dodaj dokument
lessons-add-quiz = Dodaj test
lessons-added = Lekcja dodana
lessons-saved = Lekcja zapisana
lessons-edit = Edycja: { $name }
lessons-edit-short = Edytuj
lessons-name = Tytuł
lessons-words = Tekst
lessons-words-hint = Pusty wiersz zaczyna nowy akapit. # tworzy nagłówek, - listę, **pogrubienie**, [słowa](https://adres) link
lessons-picture = Dodaj obraz
lessons-picture-hint = JPG lub PNG, do 15 MB. Po zapisaniu jego wiersz znajdzie się na końcu tekstu. Przenieś go tam, gdzie trzeba
lessons-picture-kinds = JPG lub PNG, do 15 MB
lessons-alt = Co przedstawia obraz
lessons-alt-hint = Potrzebne przy obrazie: odczytuje się to osobom, które go nie widzą
lessons-alt-missing = Napisz, co przedstawia obraz
lessons-film = Film
lessons-film-hint = MP4 lub WebM, do 500 MB. To, co się w nim mówi, wpisz w tekście poniżej dla osób, które nie słyszą
lessons-film-kind = Można wysłać tylko MP4 i WebM
lessons-film-too-large = Film może mieć najwyżej 500 MB
lessons-film-save = Zapisz film
lessons-document = Dokument
lessons-document-hint = PDF, do 15 MB
lessons-document-open = Otwórz dokument
lessons-file-again = Wybierz plik tylko po to, aby zastąpić obecny
lessons-not-a-picture = Wybierz JPG lub PNG
lessons-not-a-document = Wybierz PDF
lessons-least = Trwa co najmniej, w sekundach
lessons-least-hint = Wcześniej nie można przejść dalej. Od 0 do 3600
lessons-number = Wpisz liczbę całkowitą z podanego zakresu
lessons-draws = Pytania losowane przy każdej próbie
lessons-draws-hint = Losowane ze wszystkich pytań testu. Puste pole oznacza wszystkie
lessons-pass = Procent do zaliczenia
lessons-pass-hint = Od 1 do 100
lessons-tries = Próby
lessons-tries-hint = Puste pole oznacza dowolną liczbę. Po wykorzystaniu wszystkich o kolejną prosi się biuro
lessons-shuffles = Za każdym razem inna kolejność pytań i odpowiedzi
lessons-explains = Pokaż wyjaśnienia po próbie
lessons-explains-hint = Tylko do pytań z błędną odpowiedzią
lessons-lacks-words = Nie ma jeszcze tekstu
lessons-lacks-file = Wybierz plik
lessons-lacks-questions = Nie ma jeszcze pytań
lessons-lacks-draws = Losuje więcej pytań, niż ich jest
lessons-lacks-lessons = Najpierw dodaj lekcję
lessons-not-ready = Niektóre lekcje nie są gotowe. Powód podano przy każdej
lessons-preview = Podgląd
lessons-preview-words = Tak pokazuje to telefon. Poprawne odpowiedzi są zaznaczone tylko tutaj.
lessons-place = { $at } z { $total }
lessons-publish-title = Publikacja
lessons-publish-words = Wersja robocza staje się wersją, której nikt już nie zmieni. Rozpoczęty kurs kończy się w tej wersji, w której się go zaczęło.
lessons-under-way = { $count ->
    [one] { $count } osoba jest w trakcie tego kursu.
    [few] { $count } osoby są w trakcie tego kursu.
   *[other] { $count } osób jest w trakcie tego kursu.
}
lessons-open = Otwarty dla wszystkich
lessons-open-hint = Każda osoba w organizacji znajdzie go w Moich szkoleniach. W przeciwnym razie tylko osoby z linkiem i te, które już zaczęły
lessons-publish = Opublikuj
lessons-published = Lekcje opublikowane
lessons-published-again = Lekcje opublikowane. Wszyscy mają odbyć kurs ponownie
lessons-versions = Wersje
lessons-version = Wersja { $number }, wydanie { $edition }
lessons-version-made = Opublikowano { $when }: { $who }
lessons-is-open = Otwarty dla wszystkich

## Pytania
questions-title = Pytania
questions-none = Dodaj pierwsze pytanie. Próba losuje ze wszystkich, które tu są.
questions-kind-single = Jedna poprawna odpowiedź
questions-kind-multiple = Kilka poprawnych odpowiedzi
questions-kind-truth = Prawda czy fałsz
questions-kind-pictures = Wybór właściwego obrazu
questions-true = Prawda
questions-false = Fałsz
questions-new = Dodaj pytanie
questions-edit = Edycja pytania
questions-words = Pytanie
questions-picture = Obraz obok pytania
questions-choice-picture = Obraz
questions-picture-shows = Co przedstawia obraz { $number }
questions-picture-missing = Wybierz obraz
questions-choice = Odpowiedź { $number }
questions-is-right = Odpowiedź { $number } jest poprawna
questions-answer = Poprawna odpowiedź
questions-explanation = Wyjaśnienie
questions-explanation-hint = Dlaczego tak jest. Widoczne po próbie, jeśli test na to pozwala
questions-too-few = Wpisz co najmniej dwie odpowiedzi
questions-none-right = Zaznacz poprawną odpowiedź
questions-many-right = Zaznacz tylko jedną poprawną odpowiedź
questions-right = Poprawna
questions-remove = Usuń: { $words }
questions-added = Pytanie dodane
questions-saved = Pytanie zapisane
questions-removed = Pytanie usunięte
questions-restored = Pytanie przywrócone

## Test z punktu widzenia uczestnika
quizzes-rule-questions = { $count ->
    [one] { $count } pytanie
    [few] { $count } pytania
   *[other] { $count } pytań
}
quizzes-rule-pass = Do zaliczenia potrzeba { $percent } % poprawnych odpowiedzi
quizzes-rule-free = Dowolna liczba prób
quizzes-rule-tries = { $count ->
    [one] { $count } próba
    [few] { $count } próby
   *[other] { $count } prób
}
quizzes-rule-saved = Każda odpowiedź zapisuje się od razu i nie można jej zmienić
quizzes-start = Rozpocznij test
quizzes-again = Spróbuj ponownie
quizzes-left = { $count ->
    [one] Została { $count } próba
    [few] Zostały { $count } próby
   *[other] Zostało { $count } prób
}
quizzes-used-up = Wszystkie próby są wykorzystane
quizzes-used-up-words = Wszystkie próby są wykorzystane. O kolejną poproś biuro.
quizzes-question = Pytanie { $at } z { $total }
quizzes-picture = Obraz do pytania
quizzes-several = Wybierz wszystkie poprawne odpowiedzi
quizzes-choose = Wybierz odpowiedź
quizzes-answer = Odpowiedz
quizzes-passed = Zaliczony
quizzes-failed = Jeszcze niezaliczony
quizzes-score = { $percent } % poprawnych. Potrzeba { $pass } %.
quizzes-try = Próba { $number }
quizzes-wrong = Błędne odpowiedzi

## Kurs z punktu widzenia uczestnika
attempts-to-take = Kursy do odbycia
attempts-at-step = Krok { $at } z { $total }
attempts-not-started = { $count ->
    [one] Jeszcze nierozpoczęty, { $count } krok
    [few] Jeszcze nierozpoczęty, { $count } kroki
   *[other] Jeszcze nierozpoczęty, { $count } kroków
}
attempts-begin = Rozpocznij
attempts-begin-again = Odbądź ponownie
attempts-begin-words = Każdy krok jest zapisywany. W każdej chwili możesz przerwać i wrócić później, także na innym urządzeniu.
attempts-continue = Kontynuuj
attempts-stale = Kurs zmienił się tak bardzo, że trzeba go odbyć ponownie. To, co tu ukończysz, nie będzie się liczyć.
attempts-anew = Rozpocznij nową wersję
attempts-saved = Zapisano { $when }
attempts-saved-now = Zapisano
attempts-offline = Brak połączenia. Odpowiedź jest przechowywana na tym urządzeniu i zostanie wysłana, gdy połączenie wróci. Nie zamykaj tej strony.
attempts-complete = Kurs ukończony
attempts-given-up = Zaczęto od nowa w późniejszej wersji tego kursu.
attempts-step-done = Gotowe
attempts-next = Dalej
attempts-finish = Zakończ
attempts-before = Poprzedni krok
attempts-overview = Wszystkie kroki
attempts-wait = { $count ->
    [one] Możesz przejść dalej za { $count } sekundę
    [few] Możesz przejść dalej za { $count } sekundy
   *[other] Możesz przejść dalej za { $count } sekund
}
attempts-too-soon = Bez pośpiechu: ten krok jeszcze trwa
attempts-quiz-first = Najpierw zalicz test
attempts-title = Kursy odbywane tutaj
attempts-begun = Rozpoczęty { $when }, wersja { $number }
attempts-completed = Ukończony { $when }
attempts-was-given-up = Rozpoczęty od nowa
attempts-tried-passed = próba { $number }, { $percent } %, zaliczona { $when }
attempts-tried-failed = próba { $number }, { $percent } %, niezaliczona { $when }
attempts-allow = Pozwól na jeszcze jedną próbę: { $name }
attempts-try-allowed = Dodano jeszcze jedną próbę
