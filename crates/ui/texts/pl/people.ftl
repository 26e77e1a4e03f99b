# People, accounts, roles, invitations.

## Accounts
accounts-sign-in = Zaloguj się
accounts-sign-in-wrong = Ta nazwa i hasło nie pasują do siebie. Sprawdź oba albo ustaw nowe hasło
accounts-login = E-mail lub nazwa użytkownika
accounts-password = Hasło
accounts-password-wrong = To nie jest hasło tego konta
accounts-new-password = Wybierz hasło
accounts-password-hint = Co najmniej 12 znaków. Trzy słowa to dobry pomysł
accounts-forgotten = Nie pamiętasz hasła?
accounts-demo-link = Możesz obejrzeć demo jako ta osoba.
accounts-demo-note = Takie odnośniki do logowania istnieją tylko w demo.
accounts-link-over = Ten odnośnik został użyty lub wygasł. Poproś o nowy.
accounts-email-taken = Konto z tym adresem już istnieje.
accounts-setup-title = Witamy w Gatepass
accounts-setup-words = Nazwij swoją organizację i utwórz własne konto. Będziesz jej właścicielem.
accounts-setup-start = Zaczynamy
accounts-organisation = Nazwa organizacji
accounts-zone = Strefa czasowa
accounts-name = Imię i nazwisko
accounts-email = E-mail

## Roles
roles-none = Bez roli, tylko własne dane
roles-own = Właściciel
roles-adm = Administrator
roles-hsa = Administrator BHP
roles-smg = Kierownik obiektu
roles-eng = Inżynier
roles-sup = Nadzorca
roles-opr = Operator
roles-gte = Kontroler bramy
roles-ped = Redaktor danych osób
roles-pvw = Czytelnik danych osób
roles-rce = Redaktor stanowisk i kursów
roles-tmg = Kierownik zespołu
roles-lmg = Przełożony
roles-dir = Dyrektor
roles-emp = Pracownik
roles-pro = Tylko profil
roles-con = Wykonawca
roles-cmg = Kierownik u wykonawcy
roles-scope-all = Cała organizacja
roles-scope-own = Tylko własni ludzie lub własne dane
roles-scope-site = Obiekt: { $name }
roles-scope-division = Oddział: { $name }
roles-scope-team = Zespół: { $name }
roles-scope-company = Firma: { $name }

## Invitations
invitations-title = Zaproszenia
invitations-count = { $count ->
    [one] { $count } zaproszenie
    [few] { $count } zaproszenia
   *[other] { $count } zaproszeń
}
invitations-all = Wszystkie
invitations-pending = Oczekuje
invitations-accepted = Przyjęte
invitations-expired-word = Wygasło
invitations-revoked-word = Wycofane
invitations-bounced = Nie dotarło
invitations-search = Nazwisko lub adres
invitations-name = Nazwisko
invitations-state = Stan
invitations-next = Co dalej
invitations-sent-on = Wysłano
invitations-holds-until = Ważne do
invitations-none = Nie ma tu zaproszeń
invitations-none-words = Zaproś osoby, które prowadzą obiekty i biura.
invitations-no-match-words = Nic nie pasuje. Zobacz wszystkie albo zaproś kogoś.
invitations-next-pending = Czeka, ważne do { $date }
invitations-next-accepted = Dołączenie: { $date }
invitations-next-expired = Wygasło { $date }. Wyślij ponownie
invitations-next-bounced = Wiadomość z { $date } wróciła. Sprawdź adres
invitations-next-revoked = Wycofane
invitations-new = Zaproś osoby
invitations-new-words = Każdy dostaje osobisty odnośnik ważny siedem dni.
invitations-people = Kto
invitations-people-hint = Jedna osoba w wierszu: Ana Ribeiro, ana@example.com
invitations-role = Rola
invitations-role-hint = Możesz nadać tylko to, co sam masz
invitations-where = Gdzie
invitations-where-hint = Cała organizacja albo część, której dotyczy ta rola
invitations-choose = Wybierz rolę
invitations-send = Wyślij zaproszenia
invitations-scope = Tę rolę nadaje się dla innego rodzaju miejsca
invitations-not-yours-to-give = Nie możesz nadać roli, której nie masz
invitations-too-many = Zaproś najwyżej 200 osób naraz
invitations-twice = Ten sam adres jest tu dwa razy
invitations-member = Jeden z tych adresów należy do kogoś, kto ma tu konto
invitations-invited = Na jeden z tych adresów wysłano już zaproszenie. Wyślij je ponownie
invitations-sent = { $count ->
    [one] Zaproszenie wysłane
    [few] Wysłano { $count } zaproszenia
   *[other] Wysłano { $count } zaproszeń
}
invitations-renew = Wyślij ponownie
invitations-renewed = Wysłano ponownie. Poprzedni odnośnik już nie działa
invitations-revoke = Wycofaj
invitations-revoked = Wycofano. Odnośnik już nie działa
invitations-closed = To zaproszenie zostało tymczasem przyjęte lub wycofane.
invitations-about = O tym zaproszeniu
invitations-why-pending = Odnośnik wysłano i jeszcze go nie użyto.
invitations-why-accepted = Konto jest aktywne.
invitations-why-expired = Nikt nie użył odnośnika na czas. Wyślij go ponownie na siedem nowych dni.
invitations-why-revoked = Odnośnik już nie działa.
invitations-why-bounced = Wiadomości nie dało się dostarczyć. Przekaż odnośnik inaczej albo wycofaj go i zaproś właściwy adres.
invitations-hand-over = Przekaż osobiście
invitations-hand-over-words = Działa bez poczty: wyślij odnośnik komunikatorem albo pokaż kod do zeskanowania.
invitations-link = Osobisty odnośnik
invitations-code = Kod zaproszenia
invitations-code-hint = Osiem liter i cyfr. Przyszedł razem z odnośnikiem
invitations-code-wrong = To nie jest kod tego zaproszenia
invitations-qr = Kod, który otwiera osobisty odnośnik
invitations-over = To zaproszenie już nie obowiązuje. Poproś osobę zapraszającą o nowe.
invitations-used = To zaproszenie zostało użyte. Zaloguj się wybranym hasłem.
invitations-expired = To zaproszenie wygasło. Poproś osobę zapraszającą, by wysłała je ponownie.
invitations-welcome = Dołącz: { $organisation }
invitations-welcome-user = Wybierz hasło. Od razu nastąpi logowanie.
invitations-welcome-profile = Wybierz hasło. Potem w każdej chwili zobaczysz swój profil szkoleń.
invitations-welcome-known = Ten adres ma konto Gatepass. Wpisz jego hasło, by dołączyć.
invitations-accept = Dołącz
invitations-mail-subject = Zaproszenie: { $organisation }
invitations-mail-hello = Dzień dobry, { $name }!
invitations-mail-user = { $organisation } zaprasza do Gatepass. Otwórz odnośnik i wybierz hasło.
invitations-mail-profile = { $organisation } udostępnia wgląd we własny profil szkoleń. Otwórz odnośnik i wybierz hasło.
invitations-mail-code = Potrzebny będzie ten kod: { $code }
invitations-mail-days = Odnośnik jest osobisty i ważny siedem dni.
invitations-mail-footer = Ta wiadomość przyszła, bo ktoś w { $organisation } wpisał ten adres. Jeśli to pomyłka, nic nie trzeba robić.
