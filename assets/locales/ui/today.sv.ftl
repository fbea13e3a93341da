# Dagen
today-meetings = { $count ->
    [0] inga möten
    [one] ett möte
    [2] två möten
    [3] tre möten
    [4] fyra möten
    [5] fem möten
    [6] sex möten
    [7] sju möten
    [8] åtta möten
    [9] nio möten
    [10] tio möten
   *[other] { $count } möten
}
today-to-write = { $count ->
    [one] en anteckning att skriva
    [2] två anteckningar att skriva
    [3] tre anteckningar att skriva
    [4] fyra anteckningar att skriva
    [5] fem anteckningar att skriva
    [6] sex anteckningar att skriva
    [7] sju anteckningar att skriva
    [8] åtta anteckningar att skriva
    [9] nio anteckningar att skriva
    [10] tio anteckningar att skriva
   *[other] { $count } anteckningar att skriva
}
today-appointments = Dagens möten
today-no-appointments = Inga möten idag.
today-all-day = hela dagen
today-now-in = nu, om { $count } min
today-without-outcome = Saknar utfall
today-without-note = Saknar anteckning
today-drafts = Utkast
today-draft = { $count ->
    [0] utkast
    [one] utkast, ett ord
   *[other] utkast, { $count } ord
}
today-addition = { $count ->
    [one] påbörjat tillägg, ett ord
   *[other] påbörjat tillägg, { $count } ord
}
today-free = En lugn dag
today-free-text = Inga möten idag och inget som väntar.
today-no-people = Ingen person än
today-no-people-text = Lägg till den första, så samlas det du behöver för dagen här.

# Steg
today-outcome = Utfall
today-outcome-remove = Ta bort utfallet
today-outcome-why = Varför?
today-outcome-text = Kommentar
today-outcome-saved = Utfallet är sparat: { $outcome }.
today-outcome-removed = Utfallet är borttaget.
today-note = Anteckna
today-open-note = Öppna anteckningen
today-write = Skriv
today-continue = Fortsätt
today-reschedule = Boka om
today-reschedule-title = Boka om mötet med { $alias }
today-new-day = Ny dag
today-new-time = Ny tid
today-day-missing = Välj en dag.
today-rescheduled = Mötet är ombokat till { $when }.

# Vid sidan
today-waiting = Väntar på besked
today-remind = Påminn
today-reminded = Påminnelsen till { $party } är antecknad.
today-reminded-on = påmind { $day }
today-to-do = Att göra
today-print-week = Skriv ut veckan till { $alias }
today-risk-review = Gå igenom riskbedömningen, { $alias }
today-plan-review = Gå igenom planen, { $alias }
today-late = { $count ->
    [one] en dag sen
   *[other] { $count } dagar sen
}
today-done = klart
today-ticked = Insatsen är klar.
today-unticked = Insatsen pågår igen.
today-quiet = Länge sedan
today-no-contact = { $count ->
    [one] Ingen kontakt på en dag
   *[other] Ingen kontakt på { $count } dagar
}

# Boka och anteckna
today-book = Boka
today-book-title = Boka möte
today-book-with = Boka möte med { $alias }
today-person = Person
today-person-hint = Skriv ett alias
today-person-missing = Välj vem mötet gäller.
today-line = När och vad
today-line-hint = Till exempel: tis 14 tandläkare 45m
today-line-empty = Så här tolkas raden medan du skriver.
today-booked = Bokat: { $what }, { $when }.
today-note-about = Anteckning om vem?

# Tangenter
today-next-row = Nästa rad
today-previous-row = Föregående rad
today-act = Gör det raden gäller
