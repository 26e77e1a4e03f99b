# Strona startowa, wyszukiwanie i pomoc.

## Strona startowa
home-hello = Dzień dobry, { $name }
home-begin = Co dalej
home-add-site = Dodaj obiekt
home-add-site-why = Osoby, zasady i wpisy należą do miejsc
home-add-people = Dodaj osoby
home-add-people-why = Własny zespół i firmy, które dla Was pracują
home-invite = Zaproś współpracowników i współpracowniczki
home-invite-why = Każda osoba dostanie osobisty odnośnik i wybraną rolę
home-done = Gotowe
home-people = Osoby
home-contractors = Osoby z firm zewnętrznych
home-sites = Obiekty
home-pending = Oczekujące zaproszenia
home-notices = Nowe powiadomienia
home-failed = Niedostarczone wiadomości
home-log = Co się ostatnio działo
home-log-all = Cały dziennik
home-log-none = Nic się jeszcze nie wydarzyło.
home-log-by = { $date }, { $name }
home-profile = Mój profil
home-news = { $count ->
    [one] { $count } nowe powiadomienie
    [few] { $count } nowe powiadomienia
   *[other] { $count } nowych powiadomień
}
home-no-news = Brak nowych powiadomień
home-assessments = Oceny ryzyka
home-record = Moja karta
home-state = Stan
home-state-active = Aktywna
home-state-closed = Zamknięta
home-company = Firma
home-job-role = Stanowisko
home-my-sites = Moje obiekty
home-no-sites = Nie masz jeszcze przydziału do obiektu. Obiekt da znać.
home-nobody = Na razie nic tu nie ma
home-nobody-words = To konto nie ma roli ani karty w tej organizacji. Zapytaj osobę, która wysłała zaproszenie.

## Wyszukiwanie
search-about = Osoby, firmy i obiekty, które możesz zobaczyć, oraz strony menu
search-people = Osoby
search-companies = Firmy
search-sites = Obiekty
search-pages = Przejdź do
search-nothing = Nic nie pasuje. Spróbuj mniej liter

## Pomoc
help-what = Co robi Gatepass
help-what-words = Gatepass prowadzi rejestr wszystkich, którzy pracują dla organizacji: własnego zespołu, firm zewnętrznych i ich ludzi, obiektów, na których pracują, oraz tego, kto co widzi i zmienia.
help-view-words = Każda zmiana trafia do dziennika z datą i osobą, która jej dokonała. Widać to, co obejmuje Twoja rola i Twoje obiekty.
help-keys = Klawisze
help-key-search = Szukaj albo przejdź do strony
help-key-move = Poruszanie się po wynikach
help-key-open = Otwiera zaznaczone
help-key-close = Zamyka to, co na wierzchu
help-ask = Kogo zapytać
help-ask-words = Te osoby prowadzą Gatepass w Twojej organizacji. Mogą nadać rolę i ponowić zaproszenie. Jeśli nie możesz się zalogować, zapytaj osobę, która wysłała zaproszenie.
help-version = Gatepass { $version }
