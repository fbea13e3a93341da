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
