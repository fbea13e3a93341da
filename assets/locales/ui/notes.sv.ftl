# Anteckningar
notes-list = Anteckningar
notes-all = Alla anteckningar
notes-search = Sök i anteckningarna
notes-hits = { $count ->
    [0] Inget hittades
    [one] En träff
   *[other] { $count } träffar
}
notes-drafts = Utkast
notes-draft = { $count ->
    [0] Utkast
    [one] Utkast, ett ord
   *[other] Utkast, { $count } ord
}
notes-no-words = Inget skrivet än
notes-additions = { $count ->
    [one] Ett tillägg
   *[other] { $count } tillägg
}
notes-added-to = Påbörjat tillägg
notes-empty = Inga anteckningar än
notes-empty-text = Skriv den första om { $alias } när ni har setts eller hörts.
notes-empty-closed = Ärendet är avslutat utan anteckningar.

# Att skriva
notes-writing = Anteckning som skrivs
notes-type = Typ
notes-day = Dag
notes-time = Tid
notes-minutes = Minuter
notes-body = Anteckning
notes-body-hint = Vad hände, vad sades, vad såg du? Skriv roller i stället för namn.
notes-openings = Början att utgå från
notes-themes = Teman
notes-goals = Mål ni arbetade med
notes-scales = Skalor 0–10
notes-scale-motivation = Motivation
notes-scale-motivation-low = ingen
notes-scale-motivation-high = mycket stark
notes-scale-safety = Trygghet
notes-scale-safety-low = inte alls trygg
notes-scale-safety-high = helt trygg
notes-scale-loneliness = Ensamhet
notes-scale-loneliness-low = inte alls ensam
notes-scale-loneliness-high = mycket ensam
notes-scale-sleep = Sömn
notes-scale-sleep-low = mycket dålig
notes-scale-sleep-high = mycket god
notes-not-saved = Inte sparad.
notes-sign = Signera
notes-signed = Anteckningen är signerad.
notes-discard = Släng utkastet
notes-discarded = Utkastet är slängt.

# Nästa steg
notes-next-step = Nästa steg
notes-next-step-hint = Till exempel: tis 14 besök på boxningsklubben
notes-step-measure = Gör till insats
notes-step-appointment = Gör till möte
notes-step-measure-add = Lägg till insatsen
notes-step-appointment-add = Boka mötet
notes-step-goal = För vilket mål?
notes-step-what = Vad
notes-step-what-missing = Skriv vad mötet gäller.
notes-step-day-missing = Välj en dag.
notes-step-place = Plats
notes-step-place-hint = Så som personen känner den. Skrivs ut på veckan.
notes-step-booked = Mötet är bokat.

# Signerat
notes-signed-by = Signerad av { $author } { $when }
notes-addition = Tillägg
notes-add = Lägg till
notes-add-label = Rättelse eller tillägg
notes-add-hint = Anteckningen ändras inte. Det du skriver läggs till under den.
notes-add-sign = Signera tillägget
notes-add-discard = Släng tillägget
notes-adding = Tillägg som skrivs
notes-addition-discarded = Tillägget är slängt.
notes-amended = Tillägget är signerat.
notes-name-title = Vem signerar?
notes-name = Ditt namn
notes-name-hint = Så som dina kollegor känner dig. Det sparas i inställningarna.
notes-name-missing = Skriv ditt namn.
notes-name-sign = Spara och signera
notes-came-from = Kom från { $sender } { $day }
