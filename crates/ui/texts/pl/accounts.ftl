# One's own account, forgotten passwords, the accounts of an organisation, its settings.

## Accounts of the organisation
account-title = Konta
account-count = { $count ->
    [one] { $count } konto
    [few] { $count } konta
    [many] { $count } kont
   *[other] { $count } konta
}
account-all = Wszystkie
account-active = Aktywne
account-profile-only = Tylko profil
account-deactivated = Wyłączone
account-search = Imię i nazwisko, adres lub nazwa użytkownika
account-none = Nie ma tu kont
account-none-words = Nic nie pasuje. Obejrzyj wszystkie konta albo kogoś zaproś.
account-show-all = Pokaż wszystkie konta
account-roles = Role
account-since = Od
account-why-active = Może się logować i korzystać z poniższych ról.
account-why-profile-only = Może się zalogować, by obejrzeć własny profil, i nic poza tym.
account-why-deactivated = Nie może się tu logować. Dane i wszystko, co zrobiono, pozostają.
account-about = O tym koncie
account-signed-in = Zalogowane
account-sessions-count = { $count ->
    [0] W tej chwili nigdzie
    [one] W { $count } przeglądarce
    [few] W { $count } przeglądarkach
    [many] W { $count } przeglądarkach
   *[other] W { $count } przeglądarki
}
account-record = Dane osoby
account-role-more = Kolejna rola
account-role-give = Nadaj rolę
account-role-given = Rola nadana. Działa od razu
account-role-take = Odbierz
account-role-taken = Rola odebrana. Już nie działa
account-role-only-active = Rolę może dostać tylko aktywne konto. Włącz je ponownie albo zaproś tę osobę jako użytkownika
account-last-owner = Organizacja musi mieć właściciela. Najpierw nadaj tę rolę komuś innemu.
account-not-oneself = Nie możesz wyłączyć własnego konta. Poproś inną osobę, która administruje.
account-not-yours = Ta osoba może więcej niż Ty. To konto może zmienić tylko ktoś z takimi samymi rolami.
account-password-title = Logowanie
account-reset = Zaproponuj nowe hasło
account-reset-words-mail = Odnośnik trafi na adres konta i działa 30 minut. Nikt inny go nie zobaczy.
account-reset-words-link = To konto nie ma adresu. Dostaniesz odnośnik do przekazania; działa 30 minut.
account-reset-words-no-mail = Gatepass nie wysyła tu jeszcze poczty. Otrzymasz odnośnik do przekazania, ważny 30 minut.
account-reset-mailed = Odnośnik do nowego hasła jest w drodze
account-reset-made = Odnośnik jest gotowy do przekazania
account-elsewhere = To konto jest używane także w innej organizacji, więc tutaj nie można przekazać odnośnika. Zapytaj tam.
account-deactivate = Wyłącz
account-deactivated-said = Wyłączone i wszędzie wylogowane
account-deactivated-already = To konto jest już wyłączone.
account-reactivate = Włącz ponownie
account-reactivated-said = Włączone ponownie. Nowe hasło wybiera się przez odnośnik
account-active-already = To konto jest już aktywne.
account-hand-over = Przekaż odnośnik do nowego hasła
account-hand-over-words = Wyślij odnośnik dowolnym komunikatorem albo daj kod do zeskanowania. Działa raz, przez 30 minut.

## Gate scanners of a site
account-scanners-title = Kontrola bramy
account-scanners-none = Nikt jeszcze nie sprawdza tu przepustek
account-scanners-none-words = Dodaj kogoś, kto ma konto. Ta osoba będzie mogła sprawdzać przepustki na tym obiekcie.
account-scanner-hint = Ktoś, kto ma konto w tej organizacji
account-scanner-add = Dodaj do kontroli bramy
account-scanner-added = Dodano do kontroli bramy
account-scanner-removed = Usunięto z kontroli bramy
account-scanner-unknown = Nikt się tu tak nie loguje. Sprawdź wpis albo poproś administrację o zaproszenie

## Own account
account-own-title = Twoje konto
account-sign-in = Jak się logujesz
account-username = Nazwa użytkownika
account-language-saved = Język zmieniony
account-name-change = Zmień imię i nazwisko
account-name-change-words = Tak zwracają się do Ciebie wiadomości i strony logowania.
account-name-of-record = Twoja karta w organizacji { $organisation } ma własny zapis. Zmieniają go osoby prowadzące rejestr.
account-name-recorded = W organizacji { $organisation }: { $name }
account-name-saved = Zapisano imię i nazwisko
account-browsers = Gdzie trwa Twoje logowanie
account-browsers-words = Wyloguj to, czego nie znasz, a potem zmień hasło.
account-browser = { $browser }, { $system }
account-browser-unknown = Nieznana przeglądarka
account-browser-used = Ostatnio używana { $when }
account-browser-this = Ta przeglądarka
account-browser-end = Wyloguj
account-browsers-end = Wyloguj wszystkie inne
account-session-ended = Wylogowano tam
account-sessions-ended = { $count ->
    [0] Nie ma innych zalogowanych przeglądarek
    [one] Wylogowano { $count } inną przeglądarkę
    [few] Wylogowano { $count } inne przeglądarki
    [many] Wylogowano { $count } innych przeglądarek
   *[other] Wylogowano { $count } innej przeglądarki
}
account-password-change = Zmień hasło
account-password-change-words = Wszystkie inne przeglądarki zostaną wylogowane.
account-password-none = Nie masz jeszcze hasła. Wyloguj się i wybierz „Nie pamiętasz hasła?”.
account-password-current = Obecne hasło
account-password-saved = Hasło zmienione. Wszystkie inne przeglądarki są wylogowane
account-waits = Było zbyt wiele błędnych prób. Poczekaj 20 minut i spróbuj ponownie
account-email-change = Zmień e-mail
account-email-change-words = Zapytamy stary i nowy adres. Zmiana nastąpi, gdy oba się zgodzą.
account-email-new = Nowy e-mail
account-email-ask = Zapytaj oba adresy
account-email-asked = Zajrzyj do obu skrzynek. Odnośniki działają 24 godziny
account-email-same = To już jest Twój adres
account-email-waits-both = { $email } będzie Twoim adresem, gdy zgodzą się oba adresy.
account-email-waits-old = { $email } potwierdza zmianę. Brakuje zgody ze starego adresu.
account-email-waits-new = Czekamy na zgodę z adresu { $email }.
account-email-confirm-title = Zmienić adres Twojego konta?
account-email-confirm-words = Nowym adresem będzie { $email }. Naciśnij przycisk tylko, jeśli to Twoja prośba.
account-email-confirm = Tak, zmień
account-email-half-title = Zapisano
account-email-half-words = Adresem będzie { $email }, gdy zgodzi się też druga skrzynka.
account-email-done-title = Adres zmieniony
account-email-done-words = Od teraz loguj się adresem { $email }.
account-organisations-title = Organizacje
account-organisations-words = Pracujesz w jednej naraz. Niczego z jednej nie widać w drugiej.
account-organisation-here = Jesteś tutaj
account-organisation-go = Przejdź

## Forgotten passwords
account-forgotten-title = Nie pamiętasz hasła?
account-forgotten-words = Podaj, jak się logujesz. Wyślemy odnośnik do Twojej skrzynki.
account-forgotten-send = Wyślij odnośnik
account-sent-title = Zajrzyj do skrzynki
account-sent-words = Jeśli jest takie konto, odnośnik do nowego hasła jest w drodze. Działa 30 minut.
account-sent-without-mail = Nie masz adresu e-mail? Poproś o odnośnik osobę, która prowadzi Gatepass w Twojej organizacji.
account-password-over = Ten odnośnik został użyty lub wygasł. Poproś o nowy.
account-new-words = Logowanie nastąpi od razu. Wszystkie inne przeglądarki zostaną wylogowane.
account-new-save = Zapisz hasło

## Letters
account-mail-hello = Dzień dobry, { $name },
account-mail-forgotten-subject = Twoje nowe hasło do Gatepass
account-mail-forgotten = Ktoś prosi o nowe hasło do Twojego konta. Jeśli to Ty, otwórz odnośnik.
account-mail-offered = Osoba, która prowadzi Gatepass w Twojej organizacji, proponuje Ci nowe hasło. Otwórz odnośnik i je wybierz.
account-mail-minutes = Odnośnik działa raz, przez 30 minut. Jeśli nie jest potrzebny, nic nie rób.
account-mail-password-subject = Twoje hasło do Gatepass zostało zmienione
account-mail-password-changed = Hasło Twojego konta zostało zmienione { $when }. Wszystkie inne przeglądarki wylogowano.
account-mail-not-you = Jeśli to nie Ty, od razu wybierz nowe hasło i powiedz o tym osobie, która prowadzi Gatepass w Twojej organizacji.
account-mail-email-ask-subject = Zmienić adres Twojego konta w Gatepass?
account-mail-email-ask = Ktoś zalogowany na Twoje konto chce, by jego adresem był { $email }.
account-mail-email-both = Zmiana nastąpi, gdy zgodzą się stary i nowy adres. Odnośnik działa 24 godziny. Jeśli tego nie chcesz, nic nie rób.
account-mail-email-changed-subject = Adres Twojego konta w Gatepass został zmieniony
account-mail-email-changed = Twoje konto ma teraz adres { $email }. Ten nie jest już używany.
account-mail-email-arrived = Od teraz adresem Twojego konta jest { $email }. Nim się loguj.
account-mail-device-subject = Logowanie na Twoje konto w Gatepass
account-mail-device = Ktoś zalogował się { $when } na Twoje konto w nieużywanej dotąd przeglądarce: { $browser }.
account-mail-device-you = Jeśli to Ty, nie trzeba nic robić.
account-mail-device-look = Sprawdź, gdzie trwa Twoje logowanie
account-mail-footer = Ta wiadomość dotyczy bezpieczeństwa Twojego konta w Gatepass.

## Settings
account-settings-title = Organizacja
account-settings-words = Jak się nazywa, gdzie jest i na co pozwala.
account-settings-save = Zapisz ustawienia
account-settings-saved = Ustawienia zapisane
account-zone-hint = Dla dat, które nie dotyczą konkretnego obiektu. Każdy obiekt ma własną
account-lang-hint = Dla wiadomości do osób, które języka nie wybrały
account-switch-code = Zaproszenia wymagają kodu
account-switch-code-hint = Oprócz otwarcia odnośnika trzeba podać kod
account-switch-profile = Ludzie mogą oglądać własny profil
account-switch-profile-hint = Pozwala dawać wybranym pracownikom dostęp do ich profilu szkoleń
account-switch-contractors = Wykonawcy też
account-switch-contractors-hint = Pozwala dawać wykonawcom dostęp do ich profilu szkoleń
account-domains = Domeny adresów pracowników
account-domains-hint = Po jednej w wierszu, na przykład harbour.example. Puste pole dopuszcza każdą
account-domains-wrong = Podaj same domeny, na przykład harbour.example
