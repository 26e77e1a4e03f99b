# Obiekty, regiony, lokalizacje.

## Obiekty
sites-title = Obiekty
sites-count = { $count ->
    [one] { $count } aktywny obiekt
    [few] { $count } aktywne obiekty
   *[other] { $count } aktywnych obiektów
}
sites-active = Aktywny
sites-inactive = Nieaktywny
sites-inactive-words = Nie można wybrać tego obiektu. Jego historia pozostaje.
sites-search = Nazwa, kod lub kod pocztowy
sites-name = Nazwa
sites-name-hint = Taka, jakiej używa się w drodze na miejsce
sites-state = Stan
sites-contact = Kontakt
sites-placed = Osoby przypisane do obiektu
sites-none = Nie ma tu obiektów
sites-none-words = Dodaj pierwsze miejsce, w którym pracują wasi ludzie.
sites-none-inactive-words = Tu pojawiają się obiekty wyłączone z użycia.
sites-none-yours-words = Obiekty pojawią się tu, gdy otrzymasz rolę w jednym z nich.
sites-no-match-words = Nic nie pasuje. Spróbuj innego słowa albo obejrzyj wszystkie.
sites-new = Dodaj obiekt
sites-edit = Zmień obiekt
sites-open = Otwórz
sites-about = O tym obiekcie
sites-description = Opis
sites-description-hint = Najwyżej 100 znaków
sites-address = Adres
sites-postcode = Kod pocztowy
sites-zone = Strefa czasowa
sites-zone-hint = W tej strefie zaczynają się i kończą dni w tym obiekcie
sites-zone-unknown = Wybierz strefę czasową z listy
sites-contact-name = Osoba do kontaktu
sites-contact-phone = Telefon kontaktowy
sites-contact-email = E-mail kontaktowy
sites-code = Kod
sites-code-hint = Numer lub kod używany w innych systemach
sites-gate-scanners = Kontrola bramy
sites-clock-there = Godzina na miejscu
sites-no-regions = Ten obiekt nie należy do żadnego regionu.
sites-name-taken = Inny obiekt ma już tę nazwę. Może być nieaktywny
sites-deactivate = Wyłącz z użycia
sites-activate = Przywróć do użycia
sites-made = Dodano obiekt
sites-saved = Zapisano obiekt
sites-deactivated = { $count ->
    [0] Nic się nie zmieniło
    [one] Wyłączono obiekt z użycia
    [few] Wyłączono z użycia { $count } obiekty
   *[other] Wyłączono z użycia { $count } obiektów
}
sites-activated = { $count ->
    [0] Nic się nie zmieniło
    [one] Przywrócono obiekt do użycia
    [few] Przywrócono do użycia { $count } obiekty
   *[other] Przywrócono do użycia { $count } obiektów
}
sites-undone = { $count ->
    [0] Zmiana była już cofnięta
    [one] Cofnięto dla 1 obiektu
   *[other] Cofnięto dla { $count } obiektów
}
sites-undo-over = Na cofnięcie jest już za późno. Zmień obiekty pojedynczo.
sites-csv = Eksport CSV
sites-xlsx = Eksport Excel

## Regiony
regions-title = Regiony
regions-words = Zbiory obiektów, do prac i szkoleń, które dotyczą ich wszystkich
regions-count = { $count ->
    [one] { $count } obiekt
    [few] { $count } obiekty
   *[other] { $count } obiektów
}
regions-search = Nazwa lub kod
regions-name = Nazwa
regions-code = Kod
regions-sites = Obiekty
regions-none = Nie ma tu regionów
regions-none-words = Połącz obiekty, które do siebie należą, na przykład wszystkie na północy.
regions-none-yours-words = Regiony pojawią się tu, gdy znajdą się w nich Twoje obiekty.
regions-no-match-words = Nic nie pasuje. Spróbuj innego słowa albo obejrzyj wszystkie.
regions-new = Dodaj region
regions-edit = Zmień region
regions-open = Otwórz
regions-empty = Brak obiektów w tym regionie
regions-empty-words = Region zaczyna działać, gdy ma obiekty.
regions-add = Dodaj obiekty
regions-add-ticked = Dodaj zaznaczone obiekty
regions-all-in = Wszystkie aktywne obiekty są w tym regionie.
regions-take-out = Usuń z regionu
regions-name-taken = Inny region ma już tę nazwę
regions-made = Dodano region
regions-saved = Zapisano region
regions-added = { $count ->
    [0] Nic nie dodano
    [one] Dodano obiekt do regionu
    [few] Dodano { $count } obiekty do regionu
   *[other] Dodano { $count } obiektów do regionu
}
regions-taken-out = { $count ->
    [0] Nic nie usunięto
    [one] Usunięto obiekt z regionu
    [few] Usunięto { $count } obiekty z regionu
   *[other] Usunięto { $count } obiektów z regionu
}

## Lokalizacje
locations-title = Lokalizacje
locations-all = Wszystkie lokalizacje
locations-change = Zmień lokalizacje
locations-back = Wróć do obiektu
locations-none-words = Jeszcze nic. Lokalizacje to budynki, piętra i pomieszczenia obiektu.
locations-new = Dodaj lokalizację
locations-add = Dodaj
locations-name = Nazwa
locations-name-hint = Na przykład Hala A, Poziom 2 lub Maszynownia
locations-inside = Znajduje się w
locations-top = Bezpośrednio w obiekcie
locations-change-one = Zmień: { $name }
locations-remove-title = Usuwanie
locations-remove = Usuń tę lokalizację
locations-not-empty = W tej lokalizacji są inne. Najpierw je przenieś lub usuń.
locations-name-taken = W tym samym miejscu jest już taka nazwa
locations-too-many = Obiekt ma najwyżej 2000 lokalizacji
locations-circle = Lokalizacja nie może leżeć w sobie ani w czymś, co się w niej znajduje
locations-deep = Lokalizacje mieszczą się w sobie najwyżej na sześciu poziomach
locations-made = Dodano lokalizację
locations-saved = Zapisano lokalizację
locations-removed = Usunięto lokalizację
