# Översikten av en person
overview-summary = Läget
overview-summary-hint = Några rader att ha till hands: var personen är nu och vad som är viktigast.
overview-goals = Det här jobbar ni med
overview-measures-done = { $done } av { $of }
overview-no-goals = Inga mål än. Börja i planen.
overview-to-do = Att göra
overview-to-do-print_week = Skriv ut veckan
overview-to-do-print_week-open = Skriv ut
overview-to-do-risk_review = Granska riskbedömningen
overview-to-do-risk_review-open = Sätt ny dag
overview-to-do-plan_review = Gå igenom planen
overview-to-do-plan_review-open = Öppna planen
overview-to-do-done = Insatsen är klar.
overview-late = { $count ->
    [one] { $count } dag sen
   *[other] { $count } dagar sen
}
overview-notes = Anteckningar
overview-no-notes = Inget skrivet än.
overview-draft = Utkast
overview-addition = Påbörjat tillägg
overview-draft-words = { $count ->
    [0] Inget skrivet än
    [one] Ett ord hittills
   *[other] { $count } ord hittills
}
overview-draft-open = Fortsätt

# Ansökningar
overview-requests = Väntar på besked
overview-no-requests = Inget väntar på besked.
overview-request-new = Ny ansökan
overview-request-edit = Ändra ansökan
overview-request-menu = Mer om ansökan { $what }
overview-request-what = Vad gäller det?
overview-request-what-hint = Till exempel ”Försörjningsstöd under praktik”.
overview-request-what-missing = Skriv vad ansökan gäller.
overview-request-party = Till vem?
overview-request-party-hint = Sök eller skriv en ny
overview-request-party-missing = Välj vem ansökan gick till.
overview-request-submitted = Inlämnad
overview-request-reference = Ärendenummer hos mottagaren
overview-request-added = Ansökan är tillagd.
overview-request-decided = Beskedet är sparat.
overview-reminded = påmind { $day }
overview-decided = { $count ->
    [one] Ett besked har kommit
   *[other] { $count } besked har kommit
}
overview-decision = Vad blev det?
overview-decision-reason = Skäl
overview-decision-reason-missing = Skriv varför ansökan togs tillbaka.

# Ärendet
overview-details = Ärendet
overview-details-edit = Ändra ärendet
overview-closed = Ärendet är avslutat. Välj ett annat skede för att öppna det igen.
overview-last-contact = Senaste kontakt
overview-no-contact = ingen än
overview-alias = Alias
overview-alias-hint = Aldrig personens eget namn.
overview-alias-missing = Skriv ett alias.
overview-phase = Skede
overview-phase-now = Skedet är nu { $phase }.
overview-opened = Öppnat
overview-protection = Skyddade uppgifter
overview-contact-person = Kontaktperson
overview-contact-person-since = Kontaktperson sedan
overview-since = sedan { $day }
overview-deputies = Ersättare
overview-deputies-hint = Flera skiljs åt med komma.
overview-conditions = Villkor
overview-conditions-hint = De som personen har gått med på.
overview-condition-agreed = Överenskommet
overview-condition-state = Hålls villkoret?
overview-condition-since = Brutet sedan
overview-calls = Nummer att ringa
overview-calls-hint = Skrivs ut på veckan. Använd en bokstav eller ett förnamn.
overview-call-label = Vem
overview-call-number = Nummer
overview-call-add = Lägg till nummer
overview-call-remove = Ta bort numret till { $label }
overview-remember = Kom ihåg
overview-remember-hint = Skrivs ut på veckan.
overview-risk-review = Granska risken
overview-safety-flag = Varning
overview-safety-flag-hint = Kort, till exempel ”Undvik centrum”. Syns bredvid aliaset, aldrig på papper.

# Identitet
overview-identity = Identitet
overview-identity-hidden = dold
overview-identity-none = inte ifylld
overview-identity-add = Fyll i
overview-identity-saved = Identiteten är sparad och dold igen.
overview-ground = Varför behöver du se den?
overview-ground-hint = Skrivs i loggen över utlämnanden.
overview-ground-missing = Skriv en grund.
overview-given-name = Förnamn
overview-surname = Efternamn
overview-identity-number = Personnummer
overview-identity-number-hint = Eller samordningsnummer.

# Utlämnanden
overview-log = Utlämnanden
overview-log-count = { $count }
overview-log-empty = Inget har lämnats ut.
overview-log-to = till { $recipient }
overview-log-caseload = Alla ärenden
overview-log-identity_key = Identitetsnyckel
