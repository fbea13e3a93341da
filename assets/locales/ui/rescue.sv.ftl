# Ett skadat valv som är öppnat bara för att läsas, och ett som är äldre än det som sågs sist
rescue-offer = Det som går att läsa kan du ändå öppna. Ingenting ändras i valvet.
rescue-do = Öppna bara för att läsa
rescue-title = Valvet är skadat och öppnat bara för att läsas.
rescue-found = { $count ->
    [one] En uppgift går att läsa.
   *[other] { $count } uppgifter går att läsa.
}
rescue-lost = { $count ->
    [0] Ingen har fallit bort.
    [one] En går inte att läsa.
   *[other] { $count } går inte att läsa.
}
rescue-todo = Inget du skriver här sparas, och det du lämnar ut loggas inte: anteckna det själv. Dokumentens innehåll visas inte.
rescue-save = Spara hela ärendeboken
rescue-saved = Sparad som { $name }, i klartext. Ta bort filen när valvet är återställt.

vault-header-mended = Filen vault.header var skadad och är lagad från sin kopia. Allt är kvar.
vault-older = Valvet är äldre än det som sist öppnades här
vault-older-seen = Här sågs ändring { $number } från { $when }.
vault-older-here = Det här valvet slutar med ändring { $number } från { $when }.
vault-older-unreadable = Det som Farled har antecknat om valvet går inte att läsa med den här nyckeln.
vault-older-todo = Har du återställt en säkerhetskopia kan du fortsätta. Annars kan någon ha lagt tillbaka en gammal kopia: lås, och prata med den som ansvarar för säkerheten.
vault-older-lock = Lås
vault-older-accept = Jag har återställt en kopia

settings-check-last = Senast hel { $when }.
settings-mend = Laga valvet
settings-change-text = Valvets senaste ändring. Anteckna siffrorna om du vill kunna se att inget har tagits bort.
settings-change = Ändring { $number }, { $when }: { $groups }
