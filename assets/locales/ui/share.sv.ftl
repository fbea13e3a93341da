# Dela: förseglade filer mellan kollegor
share-title = Dela
share-subtitle = Förseglade filer som bara den du väljer kan öppna
share-tab-send = Skicka
share-tab-receive = Ta emot
share-tab-colleagues = Kollegor
share-tab-journal = Journal

# Vem du är
share-who = Vem är du?
share-who-text = Namnet står på ditt visitkort, så att kollegor vet vem filen kommer från. Kortet delar du bara med dem du väljer.
share-who-name = Namn
share-who-missing = Skriv ditt namn.
share-who-role = Roll
share-who-organisation = Organisation

# Skicka
share-persons = Vem gäller det?
share-persons-hint = Sök på alias
share-persons-chosen = Valda personer
share-persons-missing = Välj minst en person.
share-nobody = Det finns ingen att dela
share-nobody-text = När du har lagt upp en person kan du skicka ärendet till en kollega härifrån.
share-sections = Vad ska följa med?
share-sections-hint = Ärendets grunduppgifter och de parter som nämns följer alltid med. Utkast följer aldrig med.
share-sections-missing = Välj minst en del.
share-identity-warning = Nu följer personens riktiga namn och nummer med. Skicka dem bara om mottagaren måste ha dem, och aldrig en gammal och en ny identitet tillsammans.
share-recipients = Till vem?
share-recipients-missing = Välj minst en mottagare.
share-no-cards = Du har inga kollegors visitkort ännu. Lägg till ett kort och jämför siffrorna, så kan du skicka dit.
share-ground = Grund
share-ground-hint = Varför du får lämna ut uppgifterna. Det skrivs i loggen över utlämnanden.
share-ground-missing = Välj en grund.
share-seal = Försegla
share-incomplete = Något saknas. Det står vid fälten.
share-records = { $count ->
    [one] en uppgift
   *[other] { $count } uppgifter
}
share-sealed-next = Filen är förseglad och sparad. Skicka den som du brukar skicka filer: bara de valda mottagarna kan öppna den.
share-sealed-confirm = Be mottagaren höra av sig när filen är öppnad, och ta sedan bort din kopia.
share-again = Skicka något mer
share-size-kb = { $size } kB
share-size-mb = { $size } MB

# Ta emot
share-open = Öppna försändelse
share-open-other = Öppna en annan
share-receive-title = Ta emot en försändelse
share-receive-text = Välj filen du har fått. Du ser vad den ändrar innan något sparas.
share-from = Från { $sender }
share-sealed-at = Förseglad { $when }
share-changes = Vad som ändras
share-preview-text = Ingenting är ändrat ännu.
share-merge = Ta in
share-put-aside = Lägg åt sidan
share-merged = Intaget från { $sender }
share-merged-text = Allt är sparat här. Försändelsen kan inte tas in en gång till.
share-merged-toast = Försändelsen är intagen.
share-nothing-new = Allt i försändelsen finns redan här. Inget ändras.
share-open-person = Öppna { $alias }
share-new-person = Ny person här
share-new = Nytt: { $what }
share-changed = Ändras: { $what }
share-conflicts = { $count ->
    [one] En uppgift är ändrad både här och hos avsändaren. Båda versionerna sparas.
   *[other] { $count } uppgifter är ändrade både här och hos avsändaren. Båda versionerna sparas.
}
share-alias-taken = Du har redan en annan person med aliaset { $alias }. Byt alias på den ena efteråt, så att de inte förväxlas.
share-parties = { $count ->
    [one] En part är ny eller ändras.
   *[other] { $count } parter är nya eller ändras.
}
share-erased = { $count ->
    [one] En uppgift har raderats av avsändaren och tas bort här.
   *[other] { $count } uppgifter har raderats av avsändaren och tas bort här.
}
share-stay-erased = { $count ->
    [one] En uppgift har raderats här och kommer inte tillbaka.
   *[other] { $count } uppgifter har raderats här och kommer inte tillbaka.
}
share-same = { $count ->
    [one] En uppgift är likadan här.
   *[other] { $count } uppgifter är likadana här.
}
share-count-case = { $count ->
    [one] grunduppgifter
   *[other] grunduppgifter för { $count } ärenden
}
share-count-civil_identity = { $count ->
    [one] identitet
   *[other] { $count } identiteter
}
share-count-need = { $count ->
    [one] ett behov
   *[other] { $count } behov
}
share-count-goal = { $count ->
    [one] ett mål
   *[other] { $count } mål
}
share-count-measure = { $count ->
    [one] en insats
   *[other] { $count } insatser
}
share-count-agreement = { $count ->
    [one] en överenskommelse
   *[other] { $count } överenskommelser
}
share-count-request = { $count ->
    [one] en ansökan
   *[other] { $count } ansökningar
}
share-count-series = { $count ->
    [one] en mötesserie
   *[other] { $count } mötesserier
}
share-count-appointment = { $count ->
    [one] ett möte
   *[other] { $count } möten
}
share-count-routine = { $count ->
    [one] en rutin
   *[other] { $count } rutiner
}
share-count-routine_week = { $count ->
    [one] en vecka med rutiner
   *[other] { $count } veckor med rutiner
}
share-count-note = { $count ->
    [one] en anteckning
   *[other] { $count } anteckningar
}
share-count-amendment = { $count ->
    [one] ett tillägg
   *[other] { $count } tillägg
}

# Kollegor
share-cards = Kollegors visitkort
share-cards-empty = Inga visitkort ännu
share-cards-empty-text = Be en kollega spara sitt visitkort och skicka filen till dig. Lägg till det här och jämför siffrorna på telefon.
share-import-card = Lägg till kort
share-card-added = Kortet för { $name } är tillagt. Jämför siffrorna innan du skickar något.
share-card-known = Kortet för { $name } är uppdaterat. Nycklarna är desamma.
share-card-removed = Kortet för { $name } är borttaget.
share-remove-card = Ta bort kortet
share-remove-of = Ta bort kortet för { $name }
share-use-ready = Jämfört
share-use-unverified = Inte jämfört
share-use-changed = Ny nyckel
share-use-expired = Har gått ut
share-valid-until = Gäller till { $day }
share-expired-on = Gick ut { $day }
share-key-changed = Nyckeln för { $name } är en annan än förut
share-key-changed-text = Det kan bero på en ny dator, men också på att någon utger sig för att vara kollegan. Ingenting kan skickas dit innan ni har jämfört siffrorna. Ring på ett nummer som du redan hade.
share-mine = Mitt visitkort
share-mine-text = Läs upp siffrorna när en kollega jämför ditt kort. Kortet innehåller inga hemligheter.
share-digits = Siffror att jämföra
share-save-card = Spara mitt kort
share-card-saved = Kortet är sparat som { $name }. Skicka filen till din kollega.

# Jämföra
share-compare = Jämför siffror
share-compare-with = Jämför med { $name }
share-compare-call = Ring din kollega på ett nummer som du redan har.
share-compare-read = Be kollegan läsa grupp { $first } och { $last } från sitt eget visitkort i Farled.
share-compare-type = Skriv siffrorna som du hör dem.
share-group = Grupp { $group }
share-group-five = En grupp har fem siffror.
share-compare-done = Jämför
share-verified = Siffrorna stämmer. Nu kan du skicka till { $name }.

# Nyckeln för nödläge
share-key = Om Farled inte går att använda
share-key-text = Med den hemliga nyckeln går det att öppna filer som är förseglade till dig med programmet age, utan Farled. Spara den bara om det verkligen behövs, och förvara den inlåst.
share-key-danger = Den som har filen kan läsa allt som någonsin skickas till dig.
share-key-ground = Varför behövs nyckeln?
share-key-ground-hint = Det skrivs i loggen över utlämnanden.
share-key-ground-missing = Skriv varför.
share-key-save = Spara den hemliga nyckeln
share-key-saved = Nyckeln är sparad som { $name }. Lås in den.

# Journal
share-journal-empty = Inget skickat eller mottaget
share-journal-empty-text = Varje försändelse du skickar eller tar in står sedan här.
share-sent-to = Till { $who }
share-received-from = Från { $who }
share-number = nr { $number }
share-alias-before = Heter { $alias } här i dag.
share-phase-then = Skedet blir: { $phase }.
share-sealing = Förseglar …
share-opening = Öppnar och jämför …
share-merging = Tar in …
share-count-attachment = { $count ->
    [one] ett dokument
   *[other] { $count } dokument
}
share-documents-size = Dokumenten är { $size } tillsammans.
share-alias-was = Hette { $alias } här förut.
share-phase-now = Skedet är nu: { $phase }.
