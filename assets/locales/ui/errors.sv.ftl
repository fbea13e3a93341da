### Felmeddelanden. Värdet säger vad som hände, .data om uppgifterna är säkra, .todo vad man gör.

-unchanged = Ingenting har ändrats.

## Låst och olåst

error-locked = Farled är låst.
    .data = Allt är sparat, även utkast.
    .todo = Lås upp med lösenfrasen och försök igen.
error-cancelled = Det avbröts.
    .data = { -unchanged }
    .todo = Börja om när du vill.
error-wrong-secret = Lösenfrasen eller återställningsnyckeln stämmer inte.
    .data = { -unchanged }
    .todo = Kontrollera Caps Lock och tangentbordets språk och försök igen. Har du glömt lösenfrasen kan du låsa upp med återställningsnyckeln på papper.
error-passphrase-too-weak = Lösenfrasen är för lätt att gissa.
    .data = { -unchanged }
    .todo = Gör den längre, eller använd den som Farled föreslår.
error-passphrase-file-unreadable = Lösenfrasen kunde inte läsas.
    .data = { -unchanged }
    .todo = Kontrollera att filen finns och är din, eller skriv lösenfrasen när du tillfrågas.
error-passphrases-differ = De två lösenfraserna är inte likadana.
    .data = { -unchanged }
    .todo = Skriv samma lösenfras en gång till.
error-recovery-key-group = Grupp { $group } i återställningsnyckeln innehåller ett skrivfel.
    .data = { -unchanged }
    .todo = Jämför grupp { $group } med papperet, tecken för tecken.
error-recovery-key-length = Återställningsnyckeln har { $found } av { $expected } tecken.
    .data = { -unchanged }
    .todo = Skriv alla grupper på papperet, i samma ordning.
error-recovery-key-wrong = Varje grupp stämmer för sig, men inte återställningsnyckeln som helhet.
    .data = { -unchanged }
    .todo = Jämför grupperna med papperet. Två kan ha bytt plats, eller så är papperet till ett annat valv.

## Valvet

error-vault-missing = Det finns inget valv i mappen.
    .data = { -unchanged }
    .todo = Välj en annan mapp, eller skapa ett nytt valv.
error-vault-exists = Det finns redan ett valv i mappen.
    .data = Valvet är orört.
    .todo = Lås upp det, eller välj en tom mapp för ett nytt.
error-vault-newer = Valvet är skapat av en nyare version av Farled.
    .data = Valvet är orört.
    .todo = Uppdatera Farled på den här datorn.
error-vault-header-damaged = Filen vault.header är skadad och går inte att läsa.
    .data = Farled har inte ändrat något. Anteckningarna ligger i en annan fil.
    .todo = Ta en kopia av mappen som den är. Hämta sedan vault.header från en säkerhetskopia.
error-vault-database-damaged = Filen vault.db är skadad.
    .data = Farled har inte ändrat något och skriver inte i filen.
    .todo = Ta en kopia av mappen som den är. Återställ sedan valvet från en säkerhetskopia.
error-vault-hostile-parameters = Filen vault.header begär orimligt mycket minne eller tid. Någon kan ha ändrat den.
    .data = Farled öppnade inte valvet och har inte ändrat något.
    .todo = Hämta vault.header från en säkerhetskopia och berätta för den som ansvarar för säkerheten.
error-vault-in-use = Valvet är redan öppet i ett annat fönster eller program.
    .data = Ingenting har ändrats härifrån.
    .todo = Stäng det andra fönstret och försök igen.
error-vault-not-backed-up = Valvet behöver föras över till den nya versionen, men först måste en säkerhetskopia göras, och den gick inte att göra.
    .data = Valvet är orört.
    .todo = Se efter att disken har plats och att mappen går att skriva i. Lås sedan upp igen.
error-backup-no-folder = Ingen mapp är vald för säkerhetskopior.
    .data = Allt i valvet är kvar. Ingen säkerhetskopia har gjorts.
    .todo = Välj en mapp, helst på ett USB-minne som förvaras någon annanstans än datorn.
error-backup-into-vault = Mappen hör till valvet självt.
    .data = Ingenting har ändrats.
    .todo = Välj en mapp på ett USB-minne, eller en annan plats som finns kvar om datorn försvinner.
error-backup-unknown = Filen är ingen säkerhetskopia från Farled.
    .data = { -unchanged }
    .todo = Välj en fil vars namn slutar på .farledbackup.
error-backup-damaged = Säkerhetskopian är skadad eller har ändrats.
    .data = Ditt valv och dina andra säkerhetskopior är orörda.
    .todo = Använd en annan säkerhetskopia.
error-backup-newer = Säkerhetskopian är gjord av en nyare version av Farled.
    .data = { -unchanged }
    .todo = Uppdatera Farled på den här datorn.
error-cancelled = Det avbröts.
    .data = { -unchanged }
    .todo = Börja om när det passar.
error-vault-not-encrypted = Databasen kunde inte öppnas krypterad.
    .data = Ingenting har skrivits.
    .todo = Installera om Farled. Händer det igen: använd inte datorn till detta.
error-randomness-failed = Datorn kunde inte ge slumptal.
    .data = { -unchanged }
    .todo = Starta om datorn och försök igen.
error-out-of-memory = Det finns inte tillräckligt med ledigt minne för att låsa upp.
    .data = { -unchanged }
    .todo = Stäng andra program och försök igen.

## Vad en kontroll av valvet hittade

error-page-damaged = En del av filen vault.db har ändrats utanför Farled.
    .data = Det som går att läsa är kvar.
    .todo = Ta en kopia av mappen som den är. Återställ sedan valvet från en säkerhetskopia.
error-structure-damaged = Databasens inre ordning är trasig.
    .data = Det som går att läsa är kvar.
    .todo = Ta en kopia av mappen som den är. Återställ sedan valvet från en säkerhetskopia.
error-document-damaged = En uppgift i valvet går inte att läsa.
    .data = Allt annat är kvar.
    .todo = Hämta uppgiften från en säkerhetskopia.
error-projection-stale = Registret över uppgifterna stämmer inte med uppgifterna.
    .data = Uppgifterna är kvar.
    .todo = Bygg om registret.
error-search-damaged = Sökregistret stämmer inte med uppgifterna.
    .data = Uppgifterna är kvar, men en sökning kan missa något.
    .todo = Bygg om registret.
error-erased-present = Något som har raderats finns kvar i valvet.
    .data = Allt annat är kvar.
    .todo = Radera uppgiften en gång till.
error-audit-broken = Valvets kedja av ändringar hänger inte ihop.
    .data = Det som går att läsa är kvar. Något kan ha ändrats eller tagits bort utanför Farled.
    .todo = Ta en kopia av mappen och berätta för den som ansvarar för säkerheten.

## Lagring

error-disk-full = Disken är full.
    .data = Det som redan var sparat är kvar. Det senaste är inte sparat.
    .todo = Frigör plats på disken och försök igen. Låt fönstret vara öppet tills det har sparats.
error-read-only-folder = Det går inte att skriva i mappen.
    .data = Det som redan var sparat är kvar. Det senaste är inte sparat.
    .todo = Kontrollera att disken inte är skrivskyddad och att mappen är din, och försök igen.
error-storage-failed = Datorn kunde inte läsa eller skriva på disken.
    .data = Det som redan var sparat är kvar. Det senaste kanske inte är sparat.
    .todo = Försök igen. Händer det igen: ta en säkerhetskopia till en annan disk.
error-file-missing = Filen finns inte.
    .data = { -unchanged }
    .todo = Kontrollera namnet och försök igen.
error-file-unreadable = Filen går inte att läsa.
    .data = { -unchanged }
    .todo = Kontrollera att filen är din och att disken är ansluten.
error-file-not-text = Filen är ingen text i UTF-8.
    .data = { -unchanged }
    .todo = Spara den som ren text i UTF-8 och försök igen.
error-folder-missing = Mappen där filen skulle sparas finns inte.
    .data = Allt i valvet är kvar. Ingen fil har skapats.
    .todo = Skapa mappen, eller välj en annan.
error-file-not-written = Filen kunde inte sparas.
    .data = Allt i valvet är kvar. Ingen halv fil har lämnats.
    .todo = Välj en annan mapp och försök igen.

## Det som sparas

error-record-missing = Det du söker finns inte längre.
    .data = Allt annat är kvar.
    .todo = Gå tillbaka och öppna listan igen.
error-record-erased = Det här har raderats.
    .data = Allt annat är kvar.
    .todo = Det raderade går inte att få tillbaka. Skriv in det på nytt om det behövs.
error-record-damaged = En uppgift i valvet går inte att läsa.
    .data = Allt annat är kvar. Den skadade uppgiften har inte skrivits över.
    .todo = Kontrollera valvet i Inställningar, och hämta uppgiften från en säkerhetskopia.
error-field-missing = En del av uppgiften finns inte.
    .data = { -unchanged }
    .todo = Öppna uppgiften igen och försök en gång till.
error-record-kind-mismatch = Samma id används redan för något av ett annat slag.
    .data = { -unchanged }
    .todo = Kom uppgiften med en fil: be avsändaren om en ny.
error-record-moved = Uppgiften hör redan till en annan person.
    .data = { -unchanged }
    .todo = Kom uppgiften med en fil: be avsändaren om en ny. Annars: öppna rätt person och försök igen.
error-signed-changed = En signerad anteckning skulle ha ändrats, och det går inte.
    .data = Den signerade anteckningen är kvar som den var.
    .todo = Skriv ett tillägg till anteckningen i stället. Kom texten med en fil: fråga avsändaren.
error-nothing-to-undo = Det finns inget att ångra.
    .data = { -unchanged }
    .todo = Ändra direkt i stället.
error-undo-overtaken = Det går inte längre att ångra; samma uppgift har ändrats sedan dess.
    .data = { -unchanged }
    .todo = Ändra direkt i stället.
error-setting-out-of-range = Inställningen ligger utanför det som går att välja.
    .data = Den tidigare inställningen gäller.
    .todo = Välj ett av de värden som visas.

## Personer

error-alias-unknown = Det finns ingen person med det namnet.
    .data = { -unchanged }
    .todo = Kontrollera namnet, eller visa alla med listan över personer.
error-case-closed = Ärendet är avslutat, så ingenting skrivs i det.
    .data = Allt i ärendet är kvar och går att läsa.
    .todo = Öppna ärendet igen om stödet fortsätter.
error-name-missing = Farled vet inte vad du heter.
    .data = { -unchanged }
    .todo = Skriv ditt namn i Inställningar och försök igen.
error-alias-missing = Personen behöver ett alias.
    .data = { -unchanged }
    .todo = Skriv ett ord som inte säger vem det är, till exempel ett träd.
error-alias-taken = En annan person har redan det namnet.
    .data = { -unchanged }
    .todo = Välj ett annat namn, så att ni aldrig blandar ihop dem.

## Plan

error-goal-missing = Målet är tomt.
    .data = { -unchanged }
    .todo = Skriv målet i jag-form: ”Jag ska …”.
error-measure-missing = Insatsen är tom.
    .data = { -unchanged }
    .todo = Skriv vad som ska göras.
error-request-missing = Ansökan säger inte vad den gäller.
    .data = { -unchanged }
    .todo = Skriv vad ni söker.
error-party-name-missing = Parten saknar namn.
    .data = { -unchanged }
    .todo = Skriv myndighetens eller organisationens namn.
error-reason-missing = Det behövs ett skäl.
    .data = { -unchanged }
    .todo = Skriv en rad om varför.
error-day-in-future = Dagen har inte varit ännu.
    .data = { -unchanged }
    .todo = Välj dagens datum eller ett tidigare.
error-need-has-goals = Behovet har mål och kan inte tas bort.
    .data = { -unchanged }
    .todo = Ta bort målen först, eller ändra behovets status.
error-agreement-detail-missing = Svaret på planen behöver en förklaring.
    .data = { -unchanged }
    .todo = Skriv vad personen inte håller med om, eller varför svaret saknas.
error-request-decided = Ansökan har redan fått besked.
    .data = { -unchanged }
    .todo = Lägg in en ny ansökan om det gäller något nytt.

## Kalender

error-end-before-start = Slutet ligger före början.
    .data = { -unchanged }
    .todo = Ändra sluttiden.
error-appointment-no-title = Mötet behöver en rubrik.
    .data = { -unchanged }
    .todo = Skriv vad mötet gäller.
error-appointment-too-long = Mötet skulle vara längre än en vecka.
    .data = { -unchanged }
    .todo = Kontrollera sluttiden, eller boka flera möten.
error-appointment-has-outcome = Mötet har ett utfall och kan inte tas bort.
    .data = { -unchanged }
    .todo = Ta bort utfallet först om det blev fel.
error-appointment-not-yet = Mötet har inte varit ännu.
    .data = { -unchanged }
    .todo = Vänta tills mötet är över, eller ställ in det.
error-already-rescheduled = Mötet är redan ombokat.
    .data = { -unchanged }
    .todo = Öppna det nya mötet och ändra där.
error-recurrence-unreadable = Upprepningen går inte att förstå.
    .data = { -unchanged }
    .todo = Välj hur ofta mötet återkommer på nytt.
error-recurrence-too-many = Upprepningen ger fler möten än en kalender kan visa.
    .data = { -unchanged }
    .todo = Ange ett slutdatum, eller låt mötet återkomma mer sällan.
error-recurrence-never = Upprepningen ger inget möte alls.
    .data = { -unchanged }
    .todo = Kontrollera veckodagarna och slutdatumet.
error-series-has-outcome = Seriens möten har redan utfall, och de ändras inte.
    .data = { -unchanged }
    .todo = Ändra de möten som följer i stället.
error-series-rule-needed = Serien har redan haft möten, så en ny upprepning måste anges.
    .data = { -unchanged }
    .todo = Ange hur ofta mötet återkommer från och med nu.
error-quick-line-empty = Raden är tom.
    .data = { -unchanged }
    .todo = Skriv till exempel ”tis 14 tandläkare 45m”.
error-quick-line-no-title = Raden säger inte vad mötet gäller.
    .data = { -unchanged }
    .todo = Skriv vad det gäller efter tiden, till exempel ”tis 14 tandläkare 45m”.
error-quick-line-no-such-length = Längden på mötet går inte att förstå.
    .data = { -unchanged }
    .todo = Skriv den som 45m eller 1h.
error-quick-line-too-long = Raden är för lång.
    .data = { -unchanged }
    .todo = Skriv dag, tid, vad och längd, och lägg till resten i mötet.
error-day-invalid = Datumet finns inte.
    .data = { -unchanged }
    .todo = Skriv datumet som 2026-11-23.
error-time-invalid = Tiden finns inte.
    .data = { -unchanged }
    .todo = Skriv tiden som 14:30.
error-range-too-long = Perioden är för lång.
    .data = { -unchanged }
    .todo = Välj en kortare period.

## Rutiner

error-routine-without-days = Rutinen gäller inte på någon dag.
    .data = { -unchanged }
    .todo = Välj minst en veckodag.
error-routine-not-that-day = Rutinen gäller inte den dagen.
    .data = { -unchanged }
    .todo = Välj en annan dag, eller ändra rutinens veckodagar.
error-routine-missing = Rutinen är tom.
    .data = { -unchanged }
    .todo = Skriv vad som ska göras.
error-routine-unknown = Det finns ingen sådan rutin.
    .data = { -unchanged }
    .todo = Kontrollera namnet mot personens rutiner.

## Anteckningar

error-note-empty = Anteckningen är tom.
    .data = { -unchanged }
    .todo = Skriv något innan du signerar.
error-note-signed = Anteckningen är signerad och ändras inte mer.
    .data = Den signerade texten är kvar som den var.
    .todo = Skriv ett tillägg i stället.
error-note-not-signed = Anteckningen är inte signerad ännu.
    .data = Utkastet är sparat.
    .todo = Skriv klart i utkastet och signera det.
error-scale-out-of-range = En skala går från 0 till 10.
    .data = { -unchanged }
    .todo = Välj ett tal från 0 till 10.
error-draft-of-other-case = Utkastet hör till en annan person.
    .data = Utkastet är sparat hos rätt person.
    .todo = Öppna rätt person och fortsätt där.

## Import och export

error-import-not-utf8 = Rad { $line } är inte skriven i UTF-8.
    .data = Ingenting ur filen har lagts in.
    .todo = Spara filen som UTF-8 och försök igen.
error-import-unknown-kind = Rad { $line } har ett slag som Farled inte känner till.
    .data = Ingenting ur filen har lagts in.
    .todo = Kontrollera kind på rad { $line } mot formatets beskrivning.
error-import-missing-field = Fältet { $field } saknas på rad { $line }.
    .data = Ingenting ur filen har lagts in.
    .todo = Lägg till fältet och försök igen.
error-import-not-json = Rad { $line } är inte JSON. Felet står vid tecken { $column }.
    .data = Ingenting ur filen har lagts in.
    .todo = Rätta rad { $line } och försök igen. Varje rad ska vara en hel uppgift.
error-import-not-a-record = Rad { $line } är ingen uppgift. Den saknar kind eller value.
    .data = Ingenting ur filen har lagts in.
    .todo = Rätta rad { $line } enligt formatets beskrivning och försök igen.
error-import-unknown-term = Fältet { $field } på rad { $line } har ett ord som formatet inte har.
    .data = Ingenting ur filen har lagts in.
    .todo = Välj ett av orden i formatets beskrivning.
error-import-wrong-value = Fältet { $field } på rad { $line } har ett värde av fel slag.
    .data = Ingenting ur filen har lagts in.
    .todo = Rätta fältet enligt formatets beskrivning och försök igen.
error-import-line-too-long = Rad { $line } är längre än en uppgift kan vara.
    .data = Ingenting ur filen har lagts in.
    .todo = Kontrollera att filen har en uppgift per rad.
error-import-without-case = Rad { $line } hör till en person som inte finns, varken i filen eller i valvet.
    .data = Ingenting ur filen har lagts in.
    .todo = Lägg till personens ärende i filen och försök igen.
error-file-too-large = Filen är för stor för att läsas in.
    .data = Ingenting ur filen har lagts in.
    .todo = Kontrollera att det är rätt fil, eller dela upp den.
error-import-newer = Filen är skapad av en nyare version av Farled.
    .data = { -unchanged }
    .todo = Uppdatera Farled på den här datorn.
error-sample-damaged = De påhittade personerna kunde inte läsas.
    .data = { -unchanged }
    .todo = Installera om Farled.
error-sample-too-large = Så många påhittade ärenden går inte att skapa på en gång.
    .data = { -unchanged }
    .todo = Ange ett lägre antal.

## Kalenderfiler

error-ics-not-a-calendar = Filen är ingen kalenderfil.
    .data = { -unchanged }
    .todo = Exportera kalendern som .ics och försök igen.
error-ics-unreadable = Kalenderfilen går inte att läsa från rad { $line }.
    .data = Inga möten har lagts in.
    .todo = Exportera kalendern på nytt och försök igen.
error-ics-too-large = Kalenderfilen är för stor.
    .data = Inga möten har lagts in.
    .todo = Exportera en kortare period och försök igen.
error-ics-recurrence = Ett möte i kalenderfilen återkommer oftare eller längre än Farled kan visa.
    .data = Inga möten har lagts in.
    .todo = Ge mötet ett slutdatum i det andra programmet och exportera igen.
error-ics-time-zone = Ett möte i kalenderfilen har en tidszon som Farled inte känner till.
    .data = Mötet har inte lagts in.
    .todo = Exportera kalendern med en vanlig tidszon, till exempel Europe/Stockholm.
error-ics-event-unsupported = Ett möte i kalenderfilen använder något som Farled inte kan läsa.
    .data = Mötet har inte lagts in. Resten av filen har lagts in.
    .todo = Lägg in mötet för hand.
error-ics-event-cancelled = Ett möte i kalenderfilen är inställt.
    .data = Mötet har inte lagts in. Resten av filen har lagts in.
    .todo = Du behöver inte göra något.
error-ics-event-no-start = Ett möte i kalenderfilen saknar början.
    .data = Mötet har inte lagts in. Resten av filen har lagts in.
    .todo = Lägg in mötet för hand.
error-ics-event-unreadable-time = Ett möte i kalenderfilen har en tid som inte går att läsa.
    .data = Mötet har inte lagts in. Resten av filen har lagts in.
    .todo = Lägg in mötet för hand.
error-ics-event-ends-before-start = Ett möte i kalenderfilen slutar innan det börjar.
    .data = Mötet har inte lagts in. Resten av filen har lagts in.
    .todo = Lägg in mötet för hand.

error-ics-first-day-only = Ett möte i kalenderfilen börjar på en annan dag än de dagar då det återkommer.
    .data = Mötet har lagts in, med den första dagen som ett möte för sig.
    .todo = Kontrollera den första dagen i kalendern.
error-ics-zone-converted = Ett möte i kalenderfilen återkommer efter en annan tidszons klocka.
    .data = Mötet har lagts in, omräknat till svensk tid.
    .todo = Kontrollera tiderna kring sommartidens början och slut.
error-ics-series-expanded = Ett möte i kalenderfilen återkommer på ett sätt som bara kan läggas in ett möte i taget.
    .data = Mötena det närmaste året har lagts in.
    .todo = Läs in filen igen när året är slut, eller boka serien här.

## Utskrift

error-print-leak = Ordet ”{ $word }” får inte stå på papper.
    .data = Ingenting har skrivits ut.
    .todo = Skriv om det som visar vem personen är eller vilken verksamhet det gäller, och försök igen.
error-print-failed = Sidan kunde inte sättas.
    .data = Allt i valvet är kvar. Ingenting har skrivits ut.
    .todo = Försök igen. Händer det igen: spara som PDF och skriv ut den.
error-print-characters = Tecknen { $characters } finns inte i typsnittet.
    .data = Ingenting har skrivits ut.
    .todo = Skriv om dem med vanliga bokstäver och försök igen.
error-recovery-sheet-gone = Återställningsnyckeln visas inte mer.
    .data = Valvet är orört. Nyckeln finns bara på det papper du skrev ut.
    .todo = Lås upp med lösenfrasen. Utan papper: för över till ett nytt valv.
error-ground-missing = Det behövs en grund för att lämna ut något.
    .data = Ingenting har lämnats ut.
    .todo = Skriv varför det lämnas ut.

## Visitkort

error-card-invalid = Filen är inget giltigt visitkort.
    .data = { -unchanged }
    .todo = Be kollegan exportera sitt kort igen och skicka det på nytt.
error-card-newer = Visitkortet är skapat av en nyare version av Farled.
    .data = { -unchanged }
    .todo = Uppdatera Farled på den här datorn.
error-card-expired = Visitkortet har gått ut.
    .data = { -unchanged }
    .todo = Be kollegan om ett nytt kort.
error-card-unknown = Det finns inget sådant visitkort.
    .data = { -unchanged }
    .todo = Kontrollera namnet, eller importera kollegans kort först.
error-card-not-verified = Visitkortet för { $name } är inte kontrollerat.
    .data = Ingenting har skickats.
    .todo = Jämför siffrorna med kollegan, på telefon eller ansikte mot ansikte.
error-card-older = Du har redan ett nyare kort för { $name }.
    .data = Det nyare kortet är kvar.
    .todo = Du behöver inte göra något.
error-card-own = Det här är ditt eget visitkort.
    .data = { -unchanged }
    .todo = Importera kollegans kort, och ge ditt eget till kollegan.
error-card-ambiguous = Flera visitkort har namnet { $name }.
    .data = Ingenting har skickats.
    .todo = Välj kort efter siffrorna.
error-digits-differ = Siffrorna stämmer inte med kortet.
    .data = Kortet är fortfarande inte kontrollerat.
    .todo = Läs siffrorna för varandra en gång till. Stämmer de ändå inte: använd inte kortet.
error-digits-too-few = Det är för få siffror för att kontrollera kortet.
    .data = Kortet är fortfarande inte kontrollerat.
    .todo = Skriv alla siffror som efterfrågas.
error-identity-damaged = Valvets egna nycklar går inte att läsa.
    .data = Allt annat i valvet är kvar.
    .todo = Återställ valvet från en säkerhetskopia innan du skickar eller öppnar försändelser.

## Försändelser

error-bundle-not-a-bundle = Filen är ingen försändelse från Farled.
    .data = { -unchanged }
    .todo = Kontrollera att det är rätt fil; namnet slutar på .farled.
error-bundle-truncated = Försändelsen är inte hel. En del av filen saknas.
    .data = { -unchanged }
    .todo = Kopiera filen igen, eller be avsändaren skicka den på nytt.
error-bundle-altered = Försändelsen har ändrats på vägen.
    .data = Ingenting ur den har lästs in.
    .todo = Be avsändaren om en ny. Berätta för den som ansvarar för säkerheten om det händer igen.
error-bundle-not-for-you = Försändelsen är inte förseglad till dig.
    .data = { -unchanged }
    .todo = Fråga avsändaren vem den är till, och om avsändaren har ditt senaste visitkort.
error-bundle-too-large = Försändelsen är för stor för att öppnas.
    .data = { -unchanged }
    .todo = Be avsändaren välja färre delar.
error-bundle-newer = Försändelsen är skapad av en nyare version av Farled.
    .data = { -unchanged }
    .todo = Uppdatera Farled på den här datorn och öppna den igen.
error-bundle-expired = Försändelsen har gått ut.
    .data = { -unchanged }
    .todo = Be avsändaren om en ny.
error-bundle-unknown-sender = Du har inget visitkort för avsändaren.
    .data = Ingenting ur försändelsen har lästs in.
    .todo = Importera avsändarens kort, jämför siffrorna och öppna försändelsen igen.
error-bundle-sender-unverified = Avsändarens visitkort är inte kontrollerat.
    .data = Ingenting ur försändelsen har lästs in.
    .todo = Jämför siffrorna med avsändaren och öppna försändelsen igen.
error-bundle-already-opened = Försändelsen har redan öppnats här.
    .data = Det som kom med den finns redan i valvet.
    .todo = Du behöver inte göra något.
error-bundle-forged = Avsändarens underskrift stämmer inte.
    .data = Ingenting ur försändelsen har lästs in.
    .todo = Lita inte på filen. Berätta för avsändaren på ett annat sätt.
error-bundle-forwarded = Avsändaren skickade inte försändelsen till dig. Någon annan har skickat den vidare.
    .data = Ingenting ur försändelsen har lästs in.
    .todo = Berätta för avsändaren på ett annat sätt.
error-bundle-put-aside = Försändelsen är inte öppen längre.
    .data = { -unchanged }
    .todo = Öppna filen igen.
error-bundle-no-recipients = Försändelsen har ingen mottagare.
    .data = Ingen fil har skapats.
    .todo = Välj minst en kollega med kontrollerat visitkort.
error-bundle-too-many-recipients = Försändelsen har för många mottagare.
    .data = { -unchanged }
    .todo = Skapa flera försändelser.
error-bundle-recipient-twice = Samma mottagare är vald två gånger.
    .data = Ingen fil har skapats.
    .todo = Ta bort den ena och försök igen.
error-bundle-record-stays = Något som skulle skickas får inte lämna valvet.
    .data = Ingen fil har skapats.
    .todo = Välj bara de delar som ska skickas och försök igen.
error-nothing-chosen = Ingen person eller mottagare är vald.
    .data = Ingen fil har skapats.
    .todo = Välj vem det gäller och vem det skickas till.
error-bundle-not-sealed = Försändelsen kunde inte förseglas.
    .data = Allt i valvet är kvar. Ingen fil har skapats.
    .todo = Försök igen.

## Övrigt

error-unexpected = Något oväntat hände.
    .data = Allt som var sparat är kvar.
    .todo = Försök igen. Händer det igen: starta om Farled.
error-folder-not-empty = Mappen är inte tom.
    .data = Det som finns i mappen är orört.
    .todo = Välj en tom mapp.
error-demo-failed = De två valven blev inte likadana.
    .data = Inga andra valv har rörts.
    .todo = Spara mappen och berätta för den som utvecklar Farled.

error-conflict-gone = De två versionerna finns inte längre: någon har redan valt.
    .data = { -unchanged }
    .todo = Läs om sidan.
