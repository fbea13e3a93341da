### Kommandoraden.

cli-passphrase = Lösenfras
cli-passphrase-again = Lösenfrasen igen
cli-vault-made =
    Valvet är skapat. Återställningsnyckeln visas bara nu. Skriv upp den på papper och förvara den inlåst:

    { $key }
cli-vault-well = Valvet är helt. { $records ->
    [one] En post är läst.
   *[other] { $records } poster är lästa.
}
cli-vault-problems =
    Något är fel i valvet. Ta en kopia av mappen som den är innan du gör något annat.
    { $problems }
cli-case-opened = Ärendet { $alias } är öppnat.
cli-in-line = Rad { $in_line }:
cli-imported = { $new } nya, { $changed } ändrade, { $same } redan här.
cli-exported = { $records ->
    [one] En post är skriven, i klartext.
   *[other] { $records } poster är skrivna, i klartext.
}
cli-documents-left-out = { $count ->
    [one] Ett dokument är inte med: foton och pdf:er ryms inte i textrader. Spara det med attachment save eller säkerhetskopiera.
   *[other] { $count } dokument är inte med: foton och pdf:er ryms inte i textrader. Spara dem med attachment save eller säkerhetskopiera.
}
cli-draft = utkast
cli-note-kept = Utkastet är sparat: { $id }
cli-note-signed = Anteckningen är signerad: { $id }
cli-note-amended = Tillägget är signerat.
cli-routine-ticked = Rutinen är ifylld.
cli-week-printed = Veckan är sparad som PDF, och det står i loggen över utlämnanden.
cli-calendar-imported = { $series } serier och { $appointments } möten är inlästa, { $remarks } har anmärkningar.
cli-card-saved = Visitkortet är sparat. Läs upp siffrorna för kollegan när ni ses eller talas vid.
cli-card-taken =
    { $name } är inläst men inte verifierad. Jämför siffrorna med kollegan:
    { $digits }
cli-card-verified = { $name } är verifierad.
cli-card-unverified = inte verifierad
cli-card-changed = ny nyckel, måste verifieras igen
cli-sealed = { $records ->
    [one] En post är förseglad.
   *[other] { $records } poster är förseglade.
}
cli-bundle-preview = Från { $sender }. Ingenting är inläst än:
cli-bundle-merged = Från { $sender }. Inläst:
cli-bundle-case = { $alias }: { $new } nya, { $changed } ändrade, { $conflicts } ändrade på båda håll
cli-identity-saved = Nyckeln är sparad. Den som har den kan öppna allt som skickas hit.
cli-backup-made = { $records ->
    [one] Säkerhetskopian är gjord och går att öppna: { $name }, med en uppgift.
   *[other] Säkerhetskopian är gjord och går att öppna: { $name }, med { $records } uppgifter.
}
cli-backup-nowhere = Ingen mapp är vald för säkerhetskopior.
cli-backup-well = { $records ->
    [one] Säkerhetskopian från { $at } är hel. En uppgift är läst.
   *[other] Säkerhetskopian från { $at } är hel. { $records } uppgifter är lästa.
}
cli-restored = { $records ->
    [one] Valvet är återställt som det var { $at }, med en uppgift.
   *[other] Valvet är återställt som det var { $at }, med { $records } uppgifter.
}
cli-restored-aside = Valvet som fanns här ligger nu i { $folder }.
cli-restored-later = { $later ->
    [one] En senare ändring finns bara där.
   *[other] { $later } senare ändringar finns bara där.
}
cli-key-own = din egen
cli-key-unknown = okänd nyckel: kom tillbaka med en äldre vault.header
cli-key-added = Lösenfrasen är tillagd. Från nu öppnar den valvet.
cli-key-changed = Lösenfrasen är bytt. Gamla kopior av valvet öppnas fortfarande med den gamla.
cli-key-removed = Lösenfrasen öppnar inte valvet längre. Gamla kopior öppnas fortfarande med den.
cli-recovery-proven = Nyckeln stämmer. Den räknas som undanlagd på papper.
cli-recovery-proven-on = Återställningsnyckeln skrevs av från papperet { $day }.
cli-recovery-unproven = Återställningsnyckeln har inte skrivits av från papperet än.
cli-recovery-renewed =
    En ny återställningsnyckel gäller, och den gamla öppnar ingenting här. Den visas bara nu. Skriv upp den på papper och förvara den inlåst:

    { $key }
cli-rotated =
    Allt är krypterat på nytt. Din lösenfras är densamma; alla andras måste läggas till igen. Gamla kopior och säkerhetskopior öppnas fortfarande med det gamla. Den nya återställningsnyckeln visas bara nu:

    { $key }
cli-attachment-saved = Kopian är sparad i { $file }. Den är inte krypterad.
cli-attachment-removed = Dokumentet är borttaget.

# En räddning (står på standardfel)
cli-rescued = Valvet är skadat och öppnat bara för att läsas. { $found } uppgifter går att läsa, { $bare } av dem utan sin historik. { $lost } går inte att läsa.
