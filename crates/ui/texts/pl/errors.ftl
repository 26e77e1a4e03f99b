# Odmowy na całą stronę i błędy, które może mieć każdy formularz.

error-title = Jest problem
error-sign-in-title = Najpierw się zaloguj
error-sign-in-words = Ta strona jest dla zalogowanych.
error-forbidden-title = Nie możesz tego otworzyć
error-forbidden-words = Twoja rola tego nie obejmuje. Może to zmienić osoba, która prowadzi Gatepass w Twojej organizacji.
error-not-found-title = Nie ma takiej strony
error-not-found-words = Adres może zawierać błąd albo rzecz została usunięta.
error-gone-title = Tego już tu nie ma
error-gone-words = Zostało zamknięte albo wygasło.
error-conflict-title = Ktoś zmienił to przed Tobą
error-conflict-words = Twoja zmiana nie została zapisana. Otwórz stronę ponownie i sprawdź nowy stan.
error-invalid-title = Czegoś brakuje albo coś się nie zgadza
error-invalid-words = Wróć i sprawdź, co zostało wpisane.
error-busy-title = Za dużo naraz
error-busy-words = Nic nie przepadło. Poczekaj chwilę i spróbuj ponownie.
error-internal-title = Coś się u nas zepsuło
error-internal-words = Zostało to zapisane i ktoś to sprawdzi. Ostatnia zmiana nie została zapisana.
error-offline-title = Brak zasięgu
error-offline-words = Ta strona nie jest zapisana w tym telefonie. Otworzy się, gdy wróci zasięg.
error-home = Przejdź do strony głównej
error-again = Spróbuj ponownie

error-required = Wypełnij to pole
error-too-long = To jest za długie
error-too-short = To jest za krótkie
error-email = Podaj adres e-mail, na przykład imie@example.com
error-date = Podaj prawdziwą datę, na przykład 3 11 2026
error-date-past = Podaj datę późniejszą niż dziś
error-date-future = Podaj datę nie późniejszą niż dziś
error-number = Podaj liczbę
error-choice = Wybierz jedną z odpowiedzi
error-taken = To jest już zajęte
error-file-type = Tego rodzaju pliku nie można użyć
error-file-size = Ten plik jest za duży
