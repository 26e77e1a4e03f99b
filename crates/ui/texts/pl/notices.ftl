# Skrzynka nadawcza, powiadomienia i wybór powiadomień.

## Rodzaje powiadomień
# used: notices-kind-* notices-say-*
notices-kind-invitation = Zaproszenia
notices-kind-invitation-expired = Zaproszenia, które wygasają
notices-kind-invitation-accepted = Przyjęte zaproszenia
notices-kind-profile-access = Dostęp do profilu
notices-kind-password-reset = Zmiana zapomnianego hasła
notices-kind-email-change = Zmiana adresu e-mail
notices-kind-password-changed = Zmienione hasło
notices-kind-new-device = Logowanie na nowym urządzeniu
notices-kind-evidence-submitted = Certyfikaty do sprawdzenia
notices-kind-evidence-approved = Zatwierdzone certyfikaty
notices-kind-evidence-rejected = Nieprzyjęte certyfikaty
notices-kind-evidence-revoked = Unieważnione certyfikaty
notices-kind-training-required = Nowe wymagania
notices-kind-training-due = Szkolenia, których termin się zbliża
notices-kind-training-overdue = Brakujące szkolenia
notices-kind-training-expiring = Szkolenia i certyfikaty, które się kończą
notices-kind-training-digest = Szkolenia Twoich ludzi, raz dziennie
notices-say-training-required = { $count ->
    [one] Od teraz wymagane: { $what }
    [few] { $count } nowe wymagania: { $what }
    [many] { $count } nowych wymagań: { $what }
   *[other] { $count } nowego wymagania: { $what }
}
notices-say-training-due = { $count ->
    [one] Zbliża się termin: { $what }
    [few] Zbliżają się { $count } terminy: { $what }
    [many] Zbliża się { $count } terminów: { $what }
   *[other] Zbliża się { $count } terminu: { $what }
}
notices-say-training-overdue = { $count ->
    [one] Brakuje: { $what }
    [few] Brakuje { $count } rzeczy: { $what }
    [many] Brakuje { $count } rzeczy: { $what }
   *[other] Brakuje { $count } rzeczy: { $what }
}
notices-say-training-expiring = { $count ->
    [one] Wkrótce się kończy: { $what }
    [few] Wkrótce kończą się { $count } rzeczy: { $what }
    [many] Wkrótce kończy się { $count } rzeczy: { $what }
   *[other] Wkrótce kończy się { $count } rzeczy: { $what }
}
notices-say-training-digest = { $count ->
    [one] Szkolenia Twoich ludzi: { $count } przypomnienie dzisiaj
    [few] Szkolenia Twoich ludzi: { $count } przypomnienia dzisiaj
    [many] Szkolenia Twoich ludzi: { $count } przypomnień dzisiaj
   *[other] Szkolenia Twoich ludzi: { $count } przypomnienia dzisiaj
}
notices-kind-assessment-submitted = Oceny do sprawdzenia
notices-kind-assessment-approved = Zatwierdzone oceny
notices-kind-assessment-rejected = Nieprzyjęte oceny
notices-kind-assessment-renewal = Oceny do odnowienia
notices-say-evidence-submitted = { $count ->
    [one] { $count } certyfikat czeka na sprawdzenie
    [few] { $count } certyfikaty czekają na sprawdzenie
   *[other] { $count } certyfikatów czeka na sprawdzenie
}
notices-say-evidence-approved = Zatwierdzono: { $name }
notices-say-evidence-rejected = Nie przyjęto: { $name }. { $reason }
notices-say-evidence-revoked = Unieważniono: { $name }. { $reason }
notices-say-assessment-submitted = { $person }: przesłano { $name }
notices-say-assessment-approved = Zatwierdzono: { $name }
notices-say-assessment-rejected = Nie przyjęto: { $name }. { $reason }
notices-say-invitation-expired = { $count ->
    [0] { $soon ->
        [one] { $soon } Twoje zaproszenie wygaśnie w ciągu doby
        [few] { $soon } Twoje zaproszenia wygasną w ciągu doby
        [many] { $soon } Twoich zaproszeń wygaśnie w ciągu doby
       *[other] { $soon } Twojego zaproszenia wygaśnie w ciągu doby
    }
    [one] { $soon ->
        [0] { $count } zaproszenie wygasło bez odpowiedzi
       *[other] { $count } zaproszenie wygasło bez odpowiedzi. W ciągu doby wygaśnie jeszcze: { $soon }
    }
    [few] { $soon ->
        [0] { $count } zaproszenia wygasły bez odpowiedzi
       *[other] { $count } zaproszenia wygasły bez odpowiedzi. W ciągu doby wygaśnie jeszcze: { $soon }
    }
    [many] { $soon ->
        [0] { $count } zaproszeń wygasło bez odpowiedzi
       *[other] { $count } zaproszeń wygasło bez odpowiedzi. W ciągu doby wygaśnie jeszcze: { $soon }
    }
   *[other] { $soon ->
        [0] { $count } zaproszenia wygasło bez odpowiedzi
       *[other] { $count } zaproszenia wygasło bez odpowiedzi. W ciągu doby wygaśnie jeszcze: { $soon }
    }
}
notices-say-invitation-accepted = Zaproszenie przyjęte: { $name }

## Powiadomienia
notices-title = Powiadomienia
notices-unread = { $count ->
    [0] Wszystko przeczytane
    [one] { $count } nowe
    [few] { $count } nowe
    [many] { $count } nowych
   *[other] { $count } nowych
}
notices-none = Nic nowego
notices-none-words = Tutaj widać, co dzieje się z zaproszeniami i danymi.
notices-old = Powiadomienie, które nie jest już używane
notices-new-at = Nowe, { $date }
notices-read-at = Przeczytane, { $date }
notices-open = Otwórz
notices-read = Oznacz jako przeczytane
notices-read-all = Oznacz wszystkie jako przeczytane
notices-all-read = { $count ->
    [one] { $count } powiadomienie oznaczono jako przeczytane
    [few] { $count } powiadomienia oznaczono jako przeczytane
    [many] { $count } powiadomień oznaczono jako przeczytane
   *[other] { $count } powiadomienia oznaczono jako przeczytane
}
notices-preferences = Wybór powiadomień
notices-preferences-words = Wszystko jest włączone, dopóki tego nie wyłączysz. Niektóre wiadomości są wysyłane zawsze.
notices-by-mail = Pocztą e-mail
notices-by-inbox = W powiadomieniach
notices-always = Wysyłane zawsze
notices-by-organisation = Decyduje organizacja
notices-saved = Wybór zapisany

## Skrzynka nadawcza
outbox-title = Skrzynka nadawcza
outbox-count = { $count ->
    [one] { $count } wiadomość
    [few] { $count } wiadomości
    [many] { $count } wiadomości
   *[other] { $count } wiadomości
}
outbox-all = Wszystkie
outbox-waiting = Czeka
outbox-sending = W drodze
outbox-sent = Wysłana
outbox-failed = Niedoręczona
outbox-search = Nazwisko, adres lub temat
outbox-kind = Rodzaj
outbox-to = Do
outbox-state = Stan
outbox-next = Co dalej
outbox-age = Wiek
outbox-tries = Próby
outbox-none = Brak wiadomości
outbox-none-words = Zaproszenia i inne wiadomości pojawią się tutaj zaraz po napisaniu.
outbox-no-match-words = Nic nie pasuje. Usuń któryś filtr.
outbox-no-server = Nie ustawiono serwera poczty. Wiadomości czekają tutaj; otwórz jedną, aby przekazać jej treść.
outbox-age-minutes = { $count ->
    [one] { $count } minuta
    [few] { $count } minuty
    [many] { $count } minut
   *[other] { $count } minuty
}
outbox-age-hours = { $count ->
    [one] { $count } godzina
    [few] { $count } godziny
    [many] { $count } godzin
   *[other] { $count } godziny
}
outbox-age-days = { $count ->
    [one] { $count } dzień
    [few] { $count } dni
    [many] { $count } dni
   *[other] { $count } dnia
}
outbox-next-first = Zostanie wysłana jako następna
outbox-next-try = Następna próba { $date }
outbox-next-sending = Właśnie przekazywana serwerowi poczty
outbox-next-sent = Wysłana { $date }
outbox-next-failed = Sprawdź adres i wyślij ponownie
outbox-why-no-server = Nie ustawiono serwera poczty. Przeczytaj wiadomość poniżej i ją przekaż.
outbox-why-waiting = Zostanie wysłana sama. Próby trwają około doby.
outbox-why-sending = Jest przekazywana serwerowi poczty.
outbox-why-sent = Serwer poczty ją przyjął.
outbox-why-failed = Serwer poczty jej nie przyjął. Sprawdź adres i wyślij ponownie.
outbox-reason-slow = Serwer poczty odpowiadał zbyt długo
outbox-reason-away = Serwer poczty jest niedostępny
outbox-reason-tls = Nie udało się zaszyfrować połączenia z serwerem poczty
outbox-reason-broken = Nazwisko, adres lub temat zawiera znaki niedozwolone w wiadomości
outbox-reason-unreadable = Kluczami tej instalacji nie można już otworzyć tej wiadomości
outbox-renew = Wyślij ponownie
outbox-renewed = Wiadomość zostanie wysłana ponownie
outbox-gone-already = Ta wiadomość jest w drodze albo została już wysłana.
outbox-about = Szczegóły
outbox-made = Napisana
outbox-reason = Powód
outbox-next-at = Następna próba
outbox-sent-at = Wysłana
outbox-words = Treść
outbox-secret = Ta wiadomość otwiera czyjeś konto. Widzi ją tylko osoba, do której jest skierowana.
outbox-not-yours-to-read = Ta wiadomość otwiera czyjeś konto. Widzi ją tylko osoba, do której jest skierowana.
outbox-reading-words = Wiadomości zawierają osobiste linki. Dziennik zmian zapisuje, kto je czyta.
outbox-read = Przeczytaj wiadomość
outbox-text = Jako zwykły tekst
outbox-preview = Wiadomość: { $subject }
