# Inställningar
settings-subtitle = Det du väljer sparas direkt, i valvet.
settings-saved = Sparat.

settings-appearance = Utseende
settings-language = Språk
settings-theme = Tema
settings-theme-system = Som datorn
settings-theme-light = Ljust
settings-theme-dark = Mörkt
settings-size = Textstorlek
settings-size-100 = Vanlig
settings-size-112 = Större
settings-size-125 = Stor
settings-size-150 = Störst

settings-habits = Lås och tangenter
settings-lock = Lås efter
settings-lock-hint = Räknas från senaste tangent eller klick. Utkast sparas först.
settings-lock-after = { $count ->
    [one] En minut
   *[other] { $count } minuter
}

# Vem som arbetar här
settings-who = Vem som arbetar här
settings-who-text = Står under det du signerar och på ditt visitkort. Aldrig på en persons papper.
settings-name = Namn
settings-name-hint = Så som dina kollegor känner dig.
settings-role = Roll
settings-organisation = Organisation
settings-programme = Verksamhetens namn
settings-programme-hint = Skrivs aldrig på papper: Farled stoppar utskriften om namnet finns med.

# Valvet
settings-vault = Valvet
settings-passphrase = Byt lösenfras
settings-passphrase-how = Gamla kopior av valvet öppnas fortfarande med den gamla.
settings-passphrase-present = Nuvarande lösenfras
settings-passphrase-do = Byt
settings-passphrase-changed = Lösenfrasen är bytt.
settings-check = Kontrollera valvet
settings-check-text = Går igenom allt som är sparat och ser efter att det är helt. Inget av det du har skrivit ändras.
settings-checking = Kontrollerar valvet …
settings-check-well = { $count ->
    [0] Valvet är tomt och helt.
    [one] En uppgift är genomgången. Allt är helt.
   *[other] { $count } uppgifter är genomgångna. Allt är helt.
}

# Om
settings-about = Om Farled
settings-version = Version
settings-licence = Licens
settings-network = Nätverk
settings-network-none = Inget. Farled skickar och hämtar ingenting.
settings-limits = Det Farled inte kan skydda mot
settings-limit-screen = Att någon ser skärmen eller fotar den, eller att ett annat program tar en skärmbild.
settings-limit-keys = Ett program på datorn som läser tangenterna medan du skriver lösenfrasen.
settings-limit-open = En dator som lämnas olåst. Lås när du går, även för en kort stund.
settings-limit-memory = Någon som tar datorn medan Farled är olåst och kan läsa dess minne.
settings-limit-forgotten = Att både lösenfrasen och papperet försvinner. Då går valvet inte att öppna.
settings-recovery = Ny återställningsnyckel
settings-recovery-text = Har papperet kommit bort eller setts av någon? En ny nyckel gör den gamla obrukbar.
settings-recovery-how = Skriv lösenfrasen. Den gamla nyckeln öppnar ingenting efteråt.
settings-recovery-do = Gör en ny nyckel
settings-recovery-done = Den nya återställningsnyckeln gäller
