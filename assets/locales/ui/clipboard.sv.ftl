### Urklipp, och inställningar som inte gick att läsa.

settings-clipboard = Töm urklipp efter
settings-clipboard-hint = Det du kopierar i Farled tas bort igen, och alltid när valvet låses. Det du kopierat i andra program rörs inte.
settings-clipboard-after = { $count ->
    [one] En sekund
   *[other] { $count } sekunder
}

vault-settings-damaged = En del inställningar gick inte att läsa. De står nu som i ett nytt valv. Gå igenom dem under Inställningar.

error-not-copied = Texten kunde inte kopieras.
    .data = Inget har ändrats.
    .todo = Försök igen.
