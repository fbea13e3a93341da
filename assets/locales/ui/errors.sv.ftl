### Felmeddelanden. Värdet säger vad som hände, .data om uppgifterna är säkra, .todo vad man gör.

-unchanged = Ingenting har ändrats.

## Låst och olåst

error-locked = Farled är låst.
    .data = Allt är sparat, även utkast.
    .todo = Lås upp med lösenfrasen och försök igen.
error-wrong-secret = Lösenfrasen eller återställningsnyckeln stämmer inte.
    .data = { -unchanged }
    .todo = Kontrollera Caps Lock och tangentbordets språk och försök igen. Har du glömt lösenfrasen kan du låsa upp med återställningsnyckeln på papper.
error-passphrase-too-weak = Lösenfrasen är för lätt att gissa.
    .data = { -unchanged }
    .todo = Gör den längre, eller använd den som Farled föreslår.
error-passphrase-missing = Det finns ingen lösenfras att låsa upp med.
    .data = { -unchanged }
    .todo = Skriv lösenfrasen, eller ange en fil som innehåller den.
error-passphrase-mismatch = De två lösenfraserna är inte likadana.
    .data = { -unchanged }
    .todo = Skriv samma lösenfras en gång till.
error-recovery-key-group = Grupp { $group } i återställningsnyckeln innehåller ett skrivfel.
    .data = { -unchanged }
    .todo = Jämför grupp { $group } med papperet, tecken för tecken.
error-recovery-key-length = Återställningsnyckeln är inte hel.
    .data = { -unchanged }
    .todo = Skriv alla grupper på papperet, i samma ordning.
error-recovery-key-character = Grupp { $group } i återställningsnyckeln innehåller ett tecken som aldrig används.
    .data = { -unchanged }
    .todo = Jämför grupp { $group } med papperet.
error-recovery-key-checksum = Återställningsnyckeln stämmer inte med sin kontrollsumma.
    .data = { -unchanged }
    .todo = Jämför alla grupper med papperet. Två grupper kan ha bytt plats.

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
error-vault-database-missing = Filen vault.db saknas i mappen.
    .data = Farled har inte ändrat något.
    .todo = Leta efter filen, eller återställ valvet från en säkerhetskopia.
error-vault-hostile-parameters = Filen vault.header begär orimligt mycket minne eller tid. Någon kan ha ändrat den.
    .data = Farled öppnade inte valvet och har inte ändrat något.
    .todo = Hämta vault.header från en säkerhetskopia och berätta för den som ansvarar för säkerheten.
error-vault-in-use = Valvet är redan öppet i ett annat fönster eller program.
    .data = Ingenting har ändrats härifrån.
    .todo = Stäng det andra fönstret och försök igen.
error-vault-rolled-back = Valvet är äldre än det ska vara. En gammal kopia kan ha lagts tillbaka.
    .data = { -unchanged }
    .todo = Fråga den som sköter datorn. Fortsätt inte att skriva förrän du vet varför.
error-audit-chain-broken = Valvets kedja av ändringar hänger inte ihop.
    .data = Anteckningarna går att läsa. Något kan ha tagits bort utanför Farled.
    .todo = Ta en kopia av mappen och berätta för den som ansvarar för säkerheten.
error-cipher-missing = Databasen kunde inte öppnas krypterad.
    .data = Ingenting har skrivits.
    .todo = Installera om Farled. Händer det igen: använd inte datorn till detta.
error-randomness-failed = Datorn kunde inte ge slumptal.
    .data = { -unchanged }
    .todo = Starta om datorn och försök igen.
error-memory-missing = Det finns inte tillräckligt med ledigt minne för att låsa upp.
    .data = { -unchanged }
    .todo = Stäng andra program och försök igen.

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
error-folder-missing = Mappen finns inte.
    .data = { -unchanged }
    .todo = Kontrollera sökvägen och att disken är ansluten.
error-file-missing = Filen finns inte.
    .data = { -unchanged }
    .todo = Kontrollera namnet och försök igen.
error-file-unreadable = Filen går inte att läsa.
    .data = { -unchanged }
    .todo = Kontrollera att filen är din och att disken är ansluten.
error-file-exists = Det finns redan en fil med det namnet.
    .data = Filen är orörd.
    .todo = Välj ett annat namn, eller flytta den gamla filen.
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
error-record-invalid = Uppgiften kan inte sparas som den är.
    .data = { -unchanged }
    .todo = Kontrollera fälten och försök igen.
error-record-other-kind = Samma id används redan för något av ett annat slag.
    .data = { -unchanged }
    .todo = Be avsändaren om en ny fil.
error-record-other-case = Uppgiften hör till en annan person.
    .data = { -unchanged }
    .todo = Öppna rätt person och försök igen.
error-signed-changed = En signerad anteckning skulle ha ändrats, och det går inte.
    .data = Den signerade anteckningen är kvar som den var.
    .todo = Skriv ett tillägg till anteckningen i stället. Kom texten med en fil: fråga avsändaren.
error-nothing-to-undo = Det finns inget att ångra.
    .data = { -unchanged }
    .todo = Ändra direkt i stället.
error-cannot-undo = Det går inte längre att ångra det här.
    .data = { -unchanged }
    .todo = Ändra direkt i stället.
error-setting-out-of-range = Inställningen ligger utanför det som går att välja.
    .data = Den tidigare inställningen gäller.
    .todo = Välj ett av de värden som visas.

## Personer

error-case-missing = Det finns ingen person med det namnet.
    .data = { -unchanged }
    .todo = Kontrollera namnet, eller visa alla i listan Personer.
error-case-closed = Ärendet är avslutat, så ingenting skrivs i det.
    .data = Allt i ärendet är kvar och går att läsa.
    .todo = Öppna ärendet igen om stödet fortsätter.
error-name-missing = Namnet saknas.
    .data = { -unchanged }
    .todo = Skriv ett namn.
error-alias-missing = Personen behöver ett alias.
    .data = { -unchanged }
    .todo = Skriv ett ord som inte säger vem det är, till exempel ett träd.
error-alias-taken = En annan person har redan det namnet.
    .data = { -unchanged }
    .todo = Välj ett annat namn, så att ni aldrig blandar ihop dem.
error-identity-number-invalid = Personnumrets kontrollsiffra stämmer inte.
    .data = { -unchanged }
    .todo = Kontrollera siffrorna, eller lämna fältet tomt.

## Plan

error-title-missing = Rubriken saknas.
    .data = { -unchanged }
    .todo = Skriv vad det gäller.
error-reason-missing = Det behövs ett skäl.
    .data = { -unchanged }
    .todo = Skriv en rad om varför.
error-day-in-future = Dagen har inte varit ännu.
    .data = { -unchanged }
    .todo = Välj dagens datum eller ett tidigare.
error-need-has-goals = Behovet har mål och kan inte tas bort.
    .data = { -unchanged }
    .todo = Ta bort målen först, eller ändra behovets status.
error-goal-has-measures = Målet har insatser och kan inte raderas.
    .data = { -unchanged }
    .todo = Ta bort målet ur planen i stället, så finns historiken kvar.
error-agreement-detail-missing = Svaret på planen behöver en förklaring.
    .data = { -unchanged }
    .todo = Skriv vad personen inte håller med om, eller varför svaret saknas.
error-request-decided = Ansökan har redan fått besked.
    .data = { -unchanged }
    .todo = Lägg in en ny ansökan om det gäller något nytt.
error-party-missing = Parten finns inte.
    .data = { -unchanged }
    .todo = Välj en part i listan, eller lägg till en ny.
error-party-in-use = Parten används i planer, möten eller ansökningar och kan inte tas bort.
    .data = { -unchanged }
    .todo = Byt part där den används först.

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
error-appointment-superseded = Mötet är redan ombokat.
    .data = { -unchanged }
    .todo = Öppna det nya mötet och ändra där.
error-outcome-missing = Mötet har inget utfall ännu.
    .data = { -unchanged }
    .todo = Välj hur mötet gick.
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
error-occurrence-missing = Serien har inget möte på den tiden.
    .data = { -unchanged }
    .todo = Öppna kalendern igen och välj mötet där.
error-quick-line-empty = Raden är tom.
    .data = { -unchanged }
    .todo = Skriv till exempel ”tis 14 tandläkare 45m”.
error-quick-line-no-day = Raden säger inte vilken dag.
    .data = { -unchanged }
    .todo = Börja med en dag, till exempel ”tis 14 tandläkare 45m”.
error-quick-line-no-time = Raden säger inte vilken tid.
    .data = { -unchanged }
    .todo = Skriv tiden efter dagen, till exempel ”tis 14 tandläkare 45m”.
error-quick-line-no-title = Raden säger inte vad mötet gäller.
    .data = { -unchanged }
    .todo = Skriv vad det gäller efter tiden, till exempel ”tis 14 tandläkare 45m”.
error-day-invalid = Datumet finns inte.
    .data = { -unchanged }
    .todo = Skriv datumet som 2026-11-23.
error-time-invalid = Tiden finns inte.
    .data = { -unchanged }
    .todo = Skriv tiden som 14:30.
error-week-invalid = Veckan finns inte.
    .data = { -unchanged }
    .todo = Skriv veckan som 2026-W48.
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
error-note-too-long = Anteckningen är för lång för att sparas som en.
    .data = Det som redan var sparat är kvar.
    .todo = Dela upp texten på två anteckningar.
error-amendment-empty = Tillägget är tomt.
    .data = { -unchanged }
    .todo = Skriv vad som ska läggas till.
error-scale-out-of-range = En skala går från 0 till 10.
    .data = { -unchanged }
    .todo = Välj ett tal från 0 till 10.
error-draft-of-other-case = Utkastet hör till en annan person.
    .data = Utkastet är sparat hos rätt person.
    .todo = Öppna rätt person och fortsätt där.
error-author-missing = Farled vet inte vem som signerar.
    .data = Utkastet är sparat.
    .todo = Skriv ditt namn i Inställningar.

## Sök

error-search-empty = Det finns inget att söka efter.
    .data = { -unchanged }
    .todo = Skriv ett ord.

## Import och export

error-import-not-utf8 = Rad { $line } är inte skriven i UTF-8.
    .data = Ingenting ur filen har lagts in.
    .todo = Spara filen som UTF-8 och försök igen.
error-import-not-json = Rad { $line } är inte giltig JSON.
    .data = Ingenting ur filen har lagts in.
    .todo = Rätta rad { $line } och försök igen.
error-import-unknown-kind = Rad { $line } har ett okänt slag: { $kind }.
    .data = Ingenting ur filen har lagts in.
    .todo = Kontrollera kind på rad { $line } mot formatets beskrivning.
error-import-field-missing = Fältet { $field } saknas på rad { $line }.
    .data = Ingenting ur filen har lagts in.
    .todo = Lägg till fältet och försök igen.
error-import-field-invalid = Fältet { $field } på rad { $line } går inte att läsa.
    .data = Ingenting ur filen har lagts in.
    .todo = Rätta fältet enligt formatets beskrivning och försök igen.
error-import-line-invalid = Rad { $line } följer inte formatet.
    .data = Ingenting ur filen har lagts in.
    .todo = Rätta rad { $line } enligt formatets beskrivning och försök igen.
error-import-line-too-long = Rad { $line } är längre än en uppgift kan vara.
    .data = Ingenting ur filen har lagts in.
    .todo = Kontrollera att filen har en uppgift per rad.
error-import-end-before-start = På rad { $line } ligger slutet före början.
    .data = Ingenting ur filen har lagts in.
    .todo = Rätta tiderna på rad { $line } och försök igen.
error-import-id-twice = Samma id står på två rader; den andra är rad { $line }.
    .data = Ingenting ur filen har lagts in.
    .todo = Ge varje uppgift ett eget id.
error-import-reference-missing = Rad { $line } hänvisar till något som inte finns.
    .data = Ingenting ur filen har lagts in.
    .todo = Lägg till det som saknas i filen och försök igen.
error-import-signed-changed = Rad { $line } skulle ha ändrat en signerad anteckning.
    .data = Ingenting ur filen har lagts in. Anteckningen är kvar som den var.
    .todo = Ta bort raden, eller skriv ett tillägg till anteckningen.
error-import-too-large = Filen är för stor för att läsas in.
    .data = Ingenting ur filen har lagts in.
    .todo = Dela upp filen och läs in delarna var för sig.
error-import-empty = Filen är tom.
    .data = { -unchanged }
    .todo = Kontrollera att det är rätt fil.
error-sample-too-large = Så många påhittade ärenden går inte att skapa på en gång.
    .data = { -unchanged }
    .todo = Ange ett lägre antal.
error-vault-not-empty = Valvet innehåller redan personer.
    .data = { -unchanged }
    .todo = Använd ett nytt valv för de påhittade personerna.

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
error-ics-time-zone = Tidszonen { $zone } i kalenderfilen är okänd.
    .data = Inga möten har lagts in.
    .todo = Exportera kalendern med en vanlig tidszon, till exempel Europe/Stockholm.
error-ics-no-appointments = Kalenderfilen innehåller inga möten.
    .data = { -unchanged }
    .todo = Kontrollera att det är rätt fil och rätt period.

## Utskrift

error-print-leak = Ordet ”{ $word }” får inte stå på papper.
    .data = Ingenting har skrivits ut.
    .todo = Skriv om det som visar vem personen är eller vilken verksamhet det gäller, och försök igen.
error-print-empty = Det finns inget att skriva ut för den veckan.
    .data = { -unchanged }
    .todo = Välj en annan vecka, eller lägg till möten, rutiner eller mål.
error-print-failed = Sidan kunde inte sättas.
    .data = Allt i valvet är kvar. Ingenting har skrivits ut.
    .todo = Försök igen. Händer det igen: spara som PDF och skriv ut den.
error-print-too-long = Veckan blir för lång för att skriva ut.
    .data = Ingenting har skrivits ut.
    .todo = Ta bort möten eller mål från pappret och försök igen.
error-ground-missing = Det behövs en grund för att lämna ut något.
    .data = Ingenting har lämnats ut.
    .todo = Skriv varför det lämnas ut.

## Visitkort

error-card-invalid = Filen är inget giltigt visitkort.
    .data = { -unchanged }
    .todo = Be kollegan exportera sitt kort igen och skicka det på nytt.
error-card-altered = Visitkortet har ändrats efter att det skapades.
    .data = Kortet har inte sparats.
    .todo = Be kollegan om kortet på ett annat sätt, helst ansikte mot ansikte.
error-card-too-large = Filen är för stor för att vara ett visitkort.
    .data = { -unchanged }
    .todo = Kontrollera att det är rätt fil.
error-card-newer = Visitkortet är skapat av en nyare version av Farled.
    .data = { -unchanged }
    .todo = Uppdatera Farled på den här datorn.
error-card-expired = Visitkortet har gått ut.
    .data = { -unchanged }
    .todo = Be kollegan om ett nytt kort.
error-card-missing = Det finns inget visitkort för { $name }.
    .data = { -unchanged }
    .todo = Importera kollegans kort först.
error-card-unverified = Visitkortet för { $name } är inte kontrollerat.
    .data = Ingenting har skickats.
    .todo = Jämför siffrorna med kollegan, på telefon eller ansikte mot ansikte.
error-card-changed = Nycklarna på kortet för { $name } är nya. Någon annan kan stå bakom kortet.
    .data = Det tidigare kortet är kvar. Ingenting skickas till det nya förrän det är kontrollerat.
    .todo = Ring kollegan på ett nummer du redan har och jämför siffrorna.
error-card-revoked = Visitkortet för { $name } är återkallat.
    .data = Ingenting har skickats.
    .todo = Be kollegan om ett nytt kort.
error-card-older = Du har redan ett nyare kort för { $name }.
    .data = Det nyare kortet är kvar.
    .todo = Du behöver inte göra något.
error-card-own = Det här är ditt eget visitkort.
    .data = { -unchanged }
    .todo = Importera kollegans kort, och ge ditt eget till kollegan.
error-card-ambiguous = Flera visitkort har namnet { $name }.
    .data = Ingenting har skickats.
    .todo = Välj kort efter siffrorna.
error-digits-mismatch = Siffrorna stämmer inte med kortet.
    .data = Kortet är fortfarande inte kontrollerat.
    .todo = Läs siffrorna för varandra en gång till. Stämmer de ändå inte: använd inte kortet.
error-identity-missing = Valvet har inget eget visitkort ännu.
    .data = { -unchanged }
    .todo = Skriv ditt namn och din organisation i Inställningar.

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
    .todo = Kontrollera med avsändaren vem den är till, och att avsändaren har ditt senaste visitkort.
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
error-bundle-unverified-sender = Avsändarens visitkort är inte kontrollerat.
    .data = Ingenting ur försändelsen har lästs in.
    .todo = Jämför siffrorna med avsändaren och öppna försändelsen igen.
error-bundle-opened-before = Försändelsen har redan öppnats här.
    .data = Det som kom med den finns redan i valvet.
    .todo = Du behöver inte göra något.
error-bundle-older = En nyare försändelse från samma avsändare har redan öppnats.
    .data = { -unchanged }
    .todo = Be avsändaren om en ny om något saknas.
error-bundle-gap = En tidigare försändelse från samma avsändare har inte kommit fram.
    .data = { -unchanged }
    .todo = Öppna den tidigare försändelsen först, eller be avsändaren om en ny.
error-bundle-signature = Avsändarens underskrift stämmer inte.
    .data = Ingenting ur försändelsen har lästs in.
    .todo = Lita inte på filen. Berätta för avsändaren på ett annat sätt.
error-bundle-record-invalid = Försändelsen innehåller något som Farled inte kan läsa.
    .data = Ingenting ur den har lästs in.
    .todo = Be avsändaren uppdatera Farled och skicka en ny.
error-bundle-own = Du har själv skapat den här försändelsen.
    .data = { -unchanged }
    .todo = Skicka den till mottagaren.
error-recipient-missing = Försändelsen har ingen mottagare.
    .data = { -unchanged }
    .todo = Välj minst en kollega med kontrollerat visitkort.
error-recipients-too-many = Försändelsen har för många mottagare.
    .data = { -unchanged }
    .todo = Skapa flera försändelser.
error-section-missing = Ingen del av ärendet är vald.
    .data = { -unchanged }
    .todo = Välj minst en del, till exempel planen.
error-section-unknown = Det finns ingen del som heter { $section }.
    .data = { -unchanged }
    .todo = Välj bland delarna som hjälptexten nämner.
error-seal-failed = Försändelsen kunde inte förseglas.
    .data = Allt i valvet är kvar. Ingen fil har skapats.
    .todo = Försök igen.

## Övrigt

error-unexpected = Något oväntat hände.
    .data = Allt som var sparat är kvar.
    .todo = Försök igen. Händer det igen: starta om Farled.
