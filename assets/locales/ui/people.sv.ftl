# Personer
people-count = { $count ->
    [0] Inget pågående ärende
    [one] Ett pågående ärende
   *[other] { $count } pågående ärenden
}
people-filter = Filtrera på alias
people-found = { $count ->
    [0] Inget hittades
    [one] En person
   *[other] { $count } personer
}
people-alias = Alias
people-phase = Skede
people-next = Nästa möte
people-contact = Senaste kontakt
people-risk = Risk ses över
people-left = Kvar att göra
people-never = ingen än
people-drafts = { $count ->
    [one] Ett utkast
   *[other] { $count } utkast
}
people-waiting = { $count ->
    [one] En ansökan som väntar på besked
   *[other] { $count } ansökningar som väntar på besked
}
people-closed = { $count ->
    [one] Ett avslutat ärende
   *[other] { $count } avslutade ärenden
}
people-none-open = Alla ärenden är avslutade.
people-next-row = Nästa person
people-previous-row = Föregående person
people-empty-text = Lägg till den första under ett alias. Det riktiga namnet behövs inte.

# Ny person
people-add = Lägg till person
people-alias-hint = Ett ord som inte säger vem det är, till exempel ett träd.
people-protection = Skyddade personuppgifter
