# Valvet utifrån: att låsa upp, skapa och spara nyckeln
vault-unlock = Lås upp
vault-unlocking = Låser upp …
vault-unlock-title = Farled är låst
vault-passphrase = Lösenfras
vault-use-key = Använd återställningsnyckeln
vault-use-passphrase = Använd lösenfrasen
vault-wrong = Lösenfrasen stämmer inte.
vault-wrong-todo = Kontrollera Caps Lock och tangentbordets språk och försök igen.
vault-key-wrong = Nyckeln är rätt skriven men hör inte till det här valvet.
vault-wait = { $seconds ->
    [one] Det stämmer inte. Vänta en sekund och försök igen.
   *[other] Det stämmer inte. Vänta { $seconds } sekunder och försök igen.
}
vault-last-changed = Senast ändrat { $when }, ändring nummer { $number }.

# Återställningsnyckeln
vault-key-title = Lås upp med återställningsnyckeln
vault-key-text = Den står på papperet som du lade undan när valvet skapades.
vault-key = Återställningsnyckel
vault-key-hint = Skriv alla grupper i ordning. Stora och små bokstäver gör ingen skillnad.
vault-replace-title = Välj en ny lösenfras
vault-replace-text = Den ersätter den du har glömt. Återställningsnyckeln på papperet gäller fortfarande.
vault-new-passphrase = Ny lösenfras
vault-replace = Byt och fortsätt
vault-replace-later = Behåll den gamla och fortsätt

# Första gången
vault-welcome = Välkommen
vault-welcome-text = Farled håller ihop stödet till en person i taget: plan, möten, rutiner och anteckningar. Allt stannar på den här datorn, krypterat.
vault-create = Skapa ett valv
vault-create-text = För ditt riktiga arbete. Det låses med en lösenfras som bara du kan.
vault-sample = Prova med påhittade personer
vault-sample-opening = Hämtar de påhittade personerna …
vault-sample-text = Åtta personer att öva på. Inget av det du gör där sparas.

# Lösenfrasen
vault-create-what = Välj lösenfrasen som låser upp valvet. Ingen kan ta fram den åt dig.
vault-passphrase-hint = Några vanliga ord i följd är lättare att minnas än krångliga tecken.
vault-suggest = Föreslå en lösenfras
vault-suggest-again = Föreslå en annan
vault-suggested = Läs orden för dig själv några gånger, eller skriv ner dem tills de sitter.
vault-again = Lösenfrasen en gång till
vault-create-do = Skapa valvet
vault-creating = Skapar valvet …
vault-fault-missing = Skriv en lösenfras.
vault-fault-weak = Den är för lätt att gissa. Lägg till ett ord eller två.
vault-fault-differ = De två är inte likadana.
vault-strength-none = Styrkan visas medan du skriver
vault-strength-0 = Gissas direkt
vault-strength-1 = Mycket svag
vault-strength-2 = Svag
vault-strength-3 = Stark
vault-strength-4 = Mycket stark

# Återställningsbladet
vault-sheet = Skriv ut återställningsnyckeln
vault-sheet-picture = Återställningsbladet som det skrivs ut
vault-sheet-why = Glömmer du lösenfrasen är det här papperet den enda vägen in. Ingen annan har en kopia.
vault-sheet-where = Lägg det där du förvarar annat som är låst, inte tillsammans med datorn.
vault-sheet-print = Skriv ut
vault-sheet-save = Spara som PDF
vault-sheet-saved = Sparat som { $name }. Flytta filen från den här datorn så snart du kan.
vault-sheet-confirm = Jag har lagt undan papperet
vault-sheet-once = Nyckeln visas bara den här gången.
vault-sheet-confirm-first = Skriv ut eller spara bladet och bekräfta att det är undanlagt.

# Vem som arbetar här
vault-who = Vem arbetar här?
vault-who-text = Namnet står under det du signerar och på ditt visitkort till kollegor. Du kan ändra det i inställningarna.
vault-who-done = Börja
vault-who-skip = Hoppa över
