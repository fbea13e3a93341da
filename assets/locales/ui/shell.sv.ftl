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

# The screens, in the navigation
shell-today = Idag
shell-people = Personer
shell-calendar = Kalender
shell-follow-up = Uppföljning
shell-share = Dela
shell-settings = Inställningar
shell-person = Person
