# Własny profil i kto może go oglądać.

## Dostęp do profilu
profile-access-title = Dostęp do profilu
profile-access-about = Osoba z dostępem loguje się i widzi tylko własny profil szkoleń. Niczego nie może zmienić. Przydział do obiektu nigdy nie daje dostępu.
profile-access-switch = Zezwól na wgląd we własny profil
profile-access-off = Wyłączone. Włączenie wysyła zaproszenie pocztą
profile-access-pending = Zaproszenie wysłano { $date }. Jeszcze nieprzyjęte, odnośnik ważny do { $until }
profile-access-bounced = Zaproszenie wróciło. Wyłącz, popraw adres i włącz ponownie
profile-access-lapsed = Zaproszenie wygasło { $date }. Włączenie wysyła nowe
profile-access-active = Przyjęto { $date }. Ta osoba widzi własny profil
profile-access-revoked = Dostęp wycofano. Włączenie przywraca go
profile-access-no-email = Potrzebny jest adres e-mail tej osoby. Najpierw go dodaj
profile-access-contractor = To osoba z firmy podwykonawczej. Dostęp do profilu mogą mieć tylko zatrudnieni w organizacji
profile-access-user = Ta osoba ma już konto i widzi własny profil bez tego. Jej dostępem zarządza się w kontach
profile-access-elsewhere = W tym oddziale nie możesz dawać dostępu do profilu. Wybierz inny oddział albo zostaw przełącznik wyłączony
profile-access-link = Pokaż odnośnik do przekazania
profile-access-to-accounts = Przejdź do kont
profile-access-invited = Zaproszenie wysłane
profile-access-again = Dostęp przywrócony
profile-access-ended = Dostęp wycofany
profile-access-taken-login = Ten adres należy do innego konta. Użyj innego adresu albo skontaktuj się z osobą, która prowadzi Gatepass
profile-access-taken-person = Ten adres należy do karty innej osoby. Użyj innego adresu albo popraw tamtą kartę
profile-access-change-email = Zmień adres
profile-access-other-record = Otwórz tę kartę
profile-access-mail-hello = Dzień dobry, { $name }!
profile-access-mail-ended-subject = Twój profil: { $organisation }
profile-access-mail-ended = { $organisation }: dostęp do Twojego profilu szkoleń został wycofany. Same wpisy są zachowane.
profile-access-mail-again-subject = Twój profil jest znów dostępny: { $organisation }
profile-access-mail-again = { $organisation } ponownie udostępnia Twój profil szkoleń. Zaloguj się hasłem wybranym wcześniej.
profile-access-mail-open = Otwórz mój profil
profile-access-mail-footer = Ta wiadomość przyszła, bo { $organisation } prowadzi Twój profil szkoleń.

## Mój profil
profile-title = Mój profil
profile-about-employee = Zatrudnienie: { $organisation }
profile-about-contractor = Podwykonawstwo dla: { $organisation }
profile-view-only = Ta strona służy tylko do oglądania. Jeśli coś się nie zgadza, powiedz w biurze.
profile-who = O mnie
profile-job-role = Stanowisko
profile-company = Firma
profile-manager = Przełożona lub przełożony
profile-email = E-mail
profile-phone = Telefon
profile-number = Numer osobowy
profile-work-base = Miejsce pracy
profile-start = Pierwszy dzień
profile-end = Ostatni dzień
profile-sites = Moje obiekty
profile-no-sites = Nie masz jeszcze przydziału do obiektu.
profile-records = Szkolenia
profile-records-words = Ukończone kursy i ich ważność
profile-to-training = Zobacz moje szkolenia
profile-evidence = Zobacz i dodaj
profile-download = Pobierz mój raport ze szkoleń
profile-nobody = To konto nie ma profilu
profile-nobody-words = To konto nie należy do nikogo w rejestrze tej organizacji. Biuro może dodać Cię jako osobę.
profile-home = Przejdź do strony startowej
