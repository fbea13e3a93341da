### The clipboard, and preferences that could not be read.

settings-clipboard = Empty the clipboard after
settings-clipboard-hint = What you copy in Farled is taken away again, and always when the vault locks. What you copied in other programs stays.
settings-clipboard-after = { $count ->
    [one] One second
   *[other] { $count } seconds
}

vault-settings-damaged = Some preferences could not be read. They now stand as in a new vault. Look through them in Settings.

error-not-copied = The text could not be copied.
    .data = Nothing has changed.
    .todo = Try again.
