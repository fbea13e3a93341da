# Säkerhetskopior: inställningarna, raden på Idag och att återställa
backup = Säkerhetskopior
backup-text = En krypterad fil med allt. Den öppnas med lösenfrasen eller återställningsnyckeln.
backup-last = Senaste säkerhetskopian
backup-never = Ingen är gjord än
backup-checked = Öppnad och genomgången när den gjordes.
backup-all-in = Allt som är sparat finns i den.
backup-folder = Mapp
backup-no-folder = Ingen mapp är vald
backup-folder-hint = Helst på ett USB-minne som inte förvaras tillsammans med datorn.
backup-choose = Välj mapp
backup-change = Byt mapp
backup-away = Mappen finns inte just nu.
backup-away-since = Mappen har inte funnits sedan { $when }. Farled försöker igen när den är tillbaka.
backup-trouble-since = Det har inte gått att göra någon sedan { $when }.
backup-frequency = Görs av sig själv
backup-frequency-each_lock = Varje gång jag låser
backup-frequency-daily = En gång om dagen
backup-frequency-weekly = En gång i veckan
backup-frequency-by_hand = Aldrig, bara när jag säger till
backup-frequency-hint = Bara när något har ändrats, och utan att du behöver vänta.
backup-keep = Antal som sparas
backup-keep-count = { $count ->
    [one] Bara den senaste
   *[other] De { $count } senaste
}
backup-now = Säkerhetskopiera nu
backup-making = Gör säkerhetskopian …
backup-made = Säkerhetskopian är gjord och går att öppna.
backup-generations = I mappen
backup-size = { $size } MB

# Idag
backup-nag-never = Ingen säkerhetskopia är gjord än
backup-nag-never-text = Går datorn sönder eller försvinner den, försvinner allt du har skrivit.
backup-nag-old = { $count ->
    [one] Senaste säkerhetskopian är en dag gammal
   *[other] Senaste säkerhetskopian är { $count } dagar gammal
}
backup-nag-old-text = Det du har skrivit sedan dess finns bara på den här datorn.
backup-nag-away-text = Mappen för säkerhetskopior finns inte just nu. Sätt i USB-minnet, så görs en ny av sig själv.
backup-nag-settings = Inställningar

# Återställa
backup-restore = Återställ från en säkerhetskopia
backup-restore-way = Har du haft Farled förut? Hämta tillbaka allt från en fil.
backup-restore-text = Välj filen. Dess namn börjar på farled och slutar på .farledbackup.
backup-restore-choose = Välj fil
backup-restore-other = Välj en annan fil
backup-restore-from = Gjord { $when }
backup-restore-passphrase = Lösenfras
backup-restore-passphrase-hint = Den som valvet hade när säkerhetskopian gjordes.
backup-restore-look = Öppna säkerhetskopian
backup-restore-looking = Går igenom säkerhetskopian …
backup-restore-well = { $count ->
    [0] Den är hel och tom.
    [one] Den är hel, med en uppgift.
   *[other] Den är hel, med { $count } uppgifter.
}
backup-restore-present = Valvet på den här datorn läggs undan i en egen mapp. Det försvinner inte.
backup-restore-later = { $count ->
    [0] Inget har ändrats i valvet sedan dess.
    [one] En ändring har gjorts i valvet sedan dess. Den finns inte i säkerhetskopian.
   *[other] { $count } ändringar har gjorts i valvet sedan dess. De finns inte i säkerhetskopian.
}
backup-restore-do = Återställ
backup-restoring = Återställer …
backup-restored = Allt är tillbaka
backup-restored-text = Valvet är som det var { $when }.
backup-restored-aside = Valvet som fanns här ligger nu i mappen
backup-restored-done = Lås upp
