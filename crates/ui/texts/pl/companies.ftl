# Firmy wykonawcze.

companies-title = Firmy
companies-count = { $count ->
    [one] { $count } firma wykonawcza
    [few] { $count } firmy wykonawcze
   *[other] { $count } firm wykonawczych
}
companies-active = Aktywna
companies-inactive = Nieaktywna
companies-active-words = Tej firmie i jej ludziom można zlecać prace.
companies-inactive-words = Ta firma nie dostaje nowych zleceń. Jej ludzie i ich dane pozostają.
companies-search = Nazwa firmy
companies-trade = Branża
companies-trades = Branże
companies-trades-hint = Jedna w wierszu, na przykład Rusztowania
companies-trades-too-many = Firma może mieć najwyżej 20 branż
companies-name = Nazwa
companies-state = Stan
companies-people = Osoby
companies-people-count = { $count ->
    [0] Jeszcze nikogo
    [one] { $count } osoba
    [few] { $count } osoby
   *[other] { $count } osób
}
companies-all-people = Zobacz wszystkich
companies-nobody = Nie ma tu jeszcze nikogo z tej firmy. Dodaj osoby i wskaż tę firmę jako pracodawcę.
companies-contact = Kontakt
companies-contact-name = Osoba do kontaktu
companies-contact-hint = Kogo pytać, gdy czegoś brakuje
companies-contact-email = E-mail
companies-contact-phone = Telefon
companies-no-contact = Nie wiadomo jeszcze, z kim się kontaktować.
companies-address = Adres
companies-about = O firmie
companies-none = Nie ma jeszcze firm
companies-none-words = Dodaj pierwszą firmę, której ludzie pracują dla Ciebie.
companies-none-inactive = Nie ma nieaktywnych firm
companies-none-inactive-words = Każdej firmie można tu zlecać prace.
companies-no-match = Nic nie pasuje
companies-no-match-words = Wpisz mniej liter albo usuń filtry.
companies-new = Dodaj firmę
companies-new-words = Wykonawca z własnymi ludźmi.
companies-add = Dodaj firmę
companies-created = Firma dodana
companies-edit = Edytuj
companies-edit-title = Edycja: { $name }
companies-saved = Firma zapisana
companies-open = Otwórz firmę
companies-taken = Firma o tej nazwie już istnieje
companies-deactivate = Dezaktywuj
companies-activate = Aktywuj
companies-deactivated = { $count ->
    [one] Firma dezaktywowana
    [few] { $count } firmy dezaktywowane
   *[other] { $count } firm dezaktywowanych
}
companies-activated = { $count ->
    [one] Firma aktywowana
    [few] { $count } firmy aktywowane
   *[other] { $count } firm aktywowanych
}
companies-none-chosen = Nie wybrano żadnej firmy. Zaznacz jedną lub więcej i spróbuj ponownie.
companies-csv = CSV
companies-xlsx = Excel
companies-undone = { $count ->
    [one] Cofnięto dla { $count } firmy
    [few] Cofnięto dla { $count } firm
   *[other] Cofnięto dla { $count } firm
}
