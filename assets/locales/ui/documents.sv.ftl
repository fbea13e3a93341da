# Dokument
documents-title = Dokument
documents-add = Lägg till dokument
documents-hint = Foton (JPEG, PNG, WebP) och PDF, upp till 100 MB. Släpp filer här, eller välj dem. Plats, tid och telefonens uppgifter tas bort ur foton. Det som en PDF säger om sig själv följer med.
documents-none = Inga dokument än
documents-none-text = Foton och PDF:er av beslut, avtal och brev. De krypteras i valvet och visas bara här.
documents-none-closed = Ärendet är avslutat.
documents-adding = Lägger till dokument
documents-added = { $count ->
    [one] Dokumentet är tillagt.
   *[other] { $count } dokument är tillagda.
}
documents-left = { $count ->
    [one] Du avbröt. En fil lades inte till.
   *[other] Du avbröt. { $count } filer lades inte till.
}
documents-refused-count = { $count ->
    [one] En fil kunde inte läggas till
   *[other] { $count } filer kunde inte läggas till
}
documents-refused = { $name }: { $what } { $todo }
documents-originals = { $count ->
    [one] Ska originalet tas bort?
   *[other] Ska de { $count } originalen tas bort?
}
documents-originals-text = { $count ->
    [one] Filen ligger kvar där du hämtade den. Att ta bort den är ingen garanti: på SSD och USB-minnen, i molnmappar och säkerhetskopior kan den gå att få fram igen. Töm också papperskorgen, och ta bort bilden i telefonen.
   *[other] Filerna ligger kvar där du hämtade dem. Att ta bort dem är ingen garanti: på SSD och USB-minnen, i molnmappar och säkerhetskopior kan de gå att få fram igen. Töm också papperskorgen, och ta bort bilderna i telefonen.
}
documents-originals-keep = Låt ligga
documents-originals-remove = { $count ->
    [one] Ta bort originalet
   *[other] Ta bort originalen
}
documents-originals-removed = { $count ->
    [one] Originalet är borttaget.
   *[other] { $count } original är borttagna.
}
documents-edit = Byt namn och beskriv
documents-name = Namn
documents-name-missing = Skriv vad dokumentet ska heta.
documents-description = Beskrivning
documents-dated = Datum
documents-saved = Dokumentet är sparat.
documents-remove = Ta bort
documents-removed = { $name } är borttaget.
documents-copy = Spara en kopia
documents-copy-text = Kopian av { $name } sparas okrypterad där du väljer. Det skrivs i loggen över utlämnanden.
documents-copy-save = Välj plats
documents-copied = Kopian är sparad som { $name }. Den är inte krypterad.
documents-ground = Grund
documents-ground-hint = Varför kopian lämnar valvet
documents-ground-missing = Välj en grund.
documents-show = Visa { $name }
documents-more = Mer om { $name }
documents-before = Föregående
documents-after = Nästa
documents-page = Sida { $page } av { $of }
documents-smaller = Förminska
documents-larger = Förstora
documents-turn = Vrid
