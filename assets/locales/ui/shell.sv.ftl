# The frame round every screen.
shell-navigation = Huvudmeny
shell-floats = Över sidan
shell-skip = Hoppa till innehållet
shell-search = Sök
shell-lock = Lås
shell-private = Avskilt
shell-private-end = Avsluta avskilt
shell-private-title = Avskilt läge är på
shell-private-what = Den här sidan visar fler än en person och är därför dold.
shell-private-text = Öppna den person som sitter bredvid innan du slår på avskilt.
shell-shortcuts = Kortkommandon
shell-shortcuts-single = Kortkommandon med en tangent
shell-shortcuts-single-hint = De är tysta medan du skriver. Kombinationer med Ctrl fungerar alltid.
shell-palette-hint = Sök person, anteckning, möte eller sida
shell-palette-answers = Träffar
shell-palette-place = Sida
shell-palette-failed = Sökningen gick inte att genomföra. Försök igen.
shell-sample = Övningspersoner: alla här är påhittade.
shell-sample-end = Avsluta övningen

# What could not be saved
shell-unsaved = { $count ->
    [one] Det du skrev är inte sparat än
   *[other] { $count } texter som du skrev är inte sparade än
}
shell-unsaved-held = Texten finns kvar här så länge valvet är öppet. Farled fortsätter att försöka spara den.
shell-unsaved-show = Visa texten
shell-leave = Det du skrev är inte sparat
shell-leave-lock = Det senaste finns bara här i fönstret. Låser du nu går det förlorat. Det som sparades tidigare finns kvar.
shell-leave-close = Det senaste finns bara här i fönstret. Stänger du nu går det förlorat. Det som sparades tidigare finns kvar.
shell-leave-stay = Stanna kvar
shell-leave-lock-anyway = Lås ändå
shell-leave-close-anyway = Stäng ändå

# The screens, in the navigation
shell-today = Idag
shell-people = Personer
shell-calendar = Kalender
shell-follow-up = Uppföljning
shell-share = Dela
shell-settings = Inställningar
shell-person = Person
