# Nycklar: vem som kan öppna valvet
keys-title = Nycklar
keys-text = Vem som kan öppna valvet, och med vad.
keys-passphrases = Lösenfraser
keys-own = Din
keys-owner = Den som skapade valvet
keys-unknown = Okänd nyckel
keys-unknown-text = Valvet känner inte till den. Den kom tillbaka med en äldre vault.header. Ta bort den.
keys-added = Tillagd { $day }
keys-full = Det finns inte plats för fler lösenfraser. Ta bort en för att lägga till en annan.
keys-whose = Vems lösenfras?

# En ersättares lösenfras
keys-add = Lägg till en ersättare
keys-add-how = Din ersättare väljer en egen lösenfras här och ser sedan allt i valvet.
keys-name = Ersättarens namn
keys-name-hint = Sparas krypterat i valvet.
keys-their-passphrase = Ersättarens lösenfras
keys-own-passphrase = Din egen lösenfras
keys-added-toast = { $name } kan nu öppna valvet med sin lösenfras.
keys-remove-whose = Ta bort { $name }
keys-remove-title = Ta bort lösenfrasen: { $name }
keys-remove-how = Den öppnar inte valvet längre. Gamla kopior öppnas fortfarande med den. Har någon slutat: byt också valvets nyckel.
keys-removed = Lösenfrasen är borttagen: { $name }.

# Att skriva av återställningsnyckeln
keys-prove = Skriv av nyckeln från papperet
keys-prove-why = Då vet du att papperet finns och går att läsa den dag du behöver det.
keys-prove-begin = Skriv av den nu
keys-prove-do = Kontrollera
keys-prove-back = Visa bladet igen
keys-prove-later = Senare
keys-proven = Nyckeln stämmer. Den finns på papper.
keys-proven-on = Avskriven från papperet { $day }.
keys-unproven = Ingen har visat att nyckeln finns på papper.
keys-reminder = Återställningsnyckeln är inte kontrollerad. Utan den går allt förlorat om lösenfrasen glöms.
keys-reminder-do = Till nycklarna

# Att byta valvets nyckel
keys-rotate = Byt valvets nyckel
keys-rotate-text = När någon som kunde öppna valvet slutar. Allt krypteras på nytt.
keys-rotate-how = Allt krypteras på nytt med en ny nyckel. Din lösenfras är densamma.
keys-rotate-old = Gamla kopior och säkerhetskopior öppnas fortfarande med det gamla.
keys-rotate-paper = Du får en ny återställningsnyckel. Det gamla papperet öppnar ingenting sedan.
keys-rotate-others = De här måste läggas till igen: { $names }.
keys-rotate-space = Under tiden behövs lika mycket ledigt utrymme som valvet tar.
keys-rotate-do = Byt nyckel
keys-rotating = Krypterar allt på nytt
keys-rotated = Valvet har en ny nyckel.
