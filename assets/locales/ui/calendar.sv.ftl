# Kalendern
calendar-book = Boka
calendar-today = Idag
calendar-previous = Föregående
calendar-next = Nästa
calendar-views = Vy
calendar-view-week = Vecka
calendar-view-day = Dag
calendar-view-list = Lista
calendar-count = { $count ->
    [0] inga möten
    [one] ett möte
   *[other] { $count } möten
}
calendar-lacking = { $count ->
    [one] ett saknar utfall
   *[other] { $count } saknar utfall
}
calendar-empty = Inga möten den här veckan
calendar-empty-text = Boka ett möte, så syns det här och på den utskrivna veckan.
calendar-day-empty = Inga möten
calendar-all-day = Hela dagen
calendar-and = { $first } och { $last }

# Ett möte
calendar-replaced = Ombokat
calendar-lacks-outcome = Saknar utfall
calendar-has-note = har anteckning
calendar-repeated = återkommer
calendar-clash = Krockar med { $who }
calendar-safety-spoken = säkerhet: { $hint }
calendar-bring-short = Ta med { $what }
calendar-replaces = Ersätter mötet { $when }
calendar-replaced-by = Ersatt av mötet { $when }

# Panelen
calendar-new = Nytt möte
calendar-line = Skriv på en rad
calendar-line-hint = Till exempel: tis 14 tandläkare 45m
calendar-title-label = Vad
calendar-title-missing = Skriv vad mötet gäller.
calendar-person = Person
calendar-person-hint = Sök på alias
calendar-person-missing = Välj vem mötet är med.
calendar-day-label = Dag
calendar-day-missing = Välj en dag.
calendar-time = Tid
calendar-time-missing = Skriv en tid.
calendar-length = Längd
calendar-length-wrong = Skriv en längd, till exempel 50 min eller 1 tim 30.
calendar-place = Plats
calendar-on-paper = Står på den utskrivna veckan
calendar-on-paper-hint = Vad, plats, ta med och sällskap skrivs ut som de står här.
calendar-more = Mer om mötet
calendar-bring = Ta med
calendar-company = Vem följer med
calendar-medium = Hur ni ses
calendar-party = Part
calendar-party-none = Ingen part
calendar-safety = Att tänka på för säkerheten
calendar-safety-hint = Bara för dig. Skrivs aldrig ut.
calendar-note = Skriv anteckning
calendar-open-note = Öppna anteckningen
calendar-put-aside = Ändringarna är inte sparade.
calendar-continue = Fortsätt

# Utfall och ombokning
calendar-outcome = Utfall
calendar-outcome-none = Inget utfall ännu
calendar-outcome-why = Varför?
calendar-outcome-text = Kommentar
calendar-outcome-saved = Utfallet är sparat: { $outcome }.
calendar-outcome-removed = Utfallet är borttaget.
calendar-reschedule = Boka om
calendar-new-day = Ny dag
calendar-new-time = Ny tid
calendar-rescheduled = Ombokat till { $when }.

# Upprepning
calendar-repeat = Återkommer
calendar-repeat-never = Aldrig
calendar-repeat-day = Dagligen
calendar-repeat-week = Veckovis
calendar-repeat-month = Månadsvis
calendar-repeat-year = Årligen
calendar-interval = Hur ofta
calendar-every-day = { $count ->
    [one] Varje dag
    [2] Varannan dag
   *[other] Var { $count }:e dag
}
calendar-every-week = { $count ->
    [one] Varje vecka
    [2] Varannan vecka
   *[other] Var { $count }:e vecka
}
calendar-every-month = { $count ->
    [one] Varje månad
    [2] Varannan månad
   *[other] Var { $count }:e månad
}
calendar-every-year = { $count ->
    [one] Varje år
    [2] Vartannat år
   *[other] Vart { $count }:e år
}
calendar-weekdays = Veckodagar
calendar-weekday-mon = mån
calendar-weekday-tue = tis
calendar-weekday-wed = ons
calendar-weekday-thu = tors
calendar-weekday-fri = fre
calendar-weekday-sat = lör
calendar-weekday-sun = sön
calendar-weekday-the-mon = måndagen
calendar-weekday-the-tue = tisdagen
calendar-weekday-the-wed = onsdagen
calendar-weekday-the-thu = torsdagen
calendar-weekday-the-fri = fredagen
calendar-weekday-the-sat = lördagen
calendar-weekday-the-sun = söndagen
calendar-monthly = Dag i månaden
calendar-monthly-date = dag { $day } i månaden
calendar-monthly-last-day = den sista dagen
calendar-monthly-first = den första { $weekday }
calendar-monthly-second = den andra { $weekday }
calendar-monthly-third = den tredje { $weekday }
calendar-monthly-fourth = den fjärde { $weekday }
calendar-monthly-fifth = den femte { $weekday }
calendar-monthly-last = den sista { $weekday }
calendar-ends = Slutar
calendar-ends-never = Aldrig
calendar-ends-on = En viss dag
calendar-ends-after = Efter ett antal gånger
calendar-until-label = Sista dagen
calendar-until-missing = Välj den sista dagen.
calendar-until-early = Den sista dagen ligger före den första.
calendar-count-label = Gånger
calendar-until = till { $day }
calendar-times = { $count ->
    [one] en gång
   *[other] { $count } gånger
}
calendar-foreign = Mötet återkommer på ett sätt som ett annat program har bestämt. Det ändras inte här.

# En serie
calendar-scope-edit = Vilka möten gäller ändringen?
calendar-scope-move = Vilka möten ska flyttas?
calendar-scope-remove = Vilka möten ska tas bort?

# Att ändra
calendar-move = Flytta med piltangenterna
calendar-lifted = Flyttar { $what }. Piltangenterna ändrar dag och tid, Enter släpper, Esc avbryter.
calendar-carrying = { $when } · Enter släpper, Esc avbryter
calendar-moving-to = Flyttas till { $when }
calendar-put-back = Flytten är avbruten.
calendar-booked = Bokat: { $what }, { $when }.
calendar-saved = Mötet är sparat.
calendar-moved = { $what } är flyttat till { $when }.
calendar-resized = Mötet är nu { $minutes } min långt.
calendar-removed = { $what } är borttaget.
calendar-removed-series = Flera möten med namnet { $what } är borttagna.
