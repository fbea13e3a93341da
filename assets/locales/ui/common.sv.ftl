# Words that every screen shares.
common-save = Spara
common-cancel = Avbryt
common-close = Stäng
common-undo = Ångra
common-retry = Försök igen
common-back = Tillbaka
common-next = Nästa
common-done = Klart
common-add = Lägg till
common-edit = Ändra
common-remove = Ta bort
common-open = Öppna
common-show = Visa
common-hide = Dölj
common-show-more = Visa fler
common-show-passphrase = Visa lösenfrasen
common-hide-passphrase = Dölj lösenfrasen
common-caps-lock = Caps Lock är på
common-optional = (valfritt)
common-choose = Välj
common-clear = Rensa
common-clear-of = Rensa { $label }
common-show-list = Visa listan
common-add-text = Lägg till ”{ $text }”
common-nothing-found = Inget hittades
common-loading = Hämtar …
common-messages = Meddelanden
common-resumed = Påbörjat tidigare, inte sparat än.
common-start-over = Börja om
common-not-kept = Det du skriver kan inte hållas kvar just nu.
common-saved-at = Sparad { $time }
common-yes = Ja
common-no = Nej
common-none = Ingen
common-you = Du

# Dates and times
common-today = idag
common-tomorrow = imorgon
common-yesterday = igår
common-now = nu
common-days = { $count ->
    [one] { $count } dag
   *[other] { $count } dagar
}
common-in-days = om { common-days }
common-days-ago = för { common-days } sedan
common-minutes = { $count } min
common-hours = { $count } tim
common-week = Vecka { $week }
common-empty = Tom
common-date-day = dag
common-date-month = månad
common-date-year = år
common-date-day-empty = dd
common-date-month-empty = mm
common-date-year-empty = åååå
common-open-calendar = Öppna kalendern för { $label }
common-previous-month = Föregående månad
common-next-month = Nästa månad
common-week-column = Vecka
common-time-empty = tt:mm
common-time-wrong = Skriv en tid, till exempel 09:30.

common-error-unknown = Något gick fel ({ $code }).
    .data = Det som redan är sparat påverkas inte.
    .todo = Försök igen. Starta om Farled om det inte hjälper.
