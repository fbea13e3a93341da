# A damaged vault that was opened only to be read, and one that is older than what was seen last
rescue-offer = What can still be read can be opened all the same. Nothing in the vault changes.
rescue-do = Open only to read
rescue-title = The vault is damaged and was opened only to be read.
rescue-found = { $count ->
    [one] One record can be read.
   *[other] { $count } records can be read.
}
rescue-lost = { $count ->
    [0] None is missing.
    [one] One can’t be read.
   *[other] { $count } can’t be read.
}
rescue-todo = Nothing you write here is saved, and what you hand out is not logged: note it down yourself. What documents hold is not shown.
rescue-save = Save the whole caseload
rescue-saved = Saved as { $name }, in the clear. Remove the file once the vault is restored.

vault-header-mended = The file vault.header was damaged and has been mended from its copy. Everything is there.
vault-older = The vault is older than the one last opened here
vault-older-seen = Change { $number } of { $when } was seen here.
vault-older-here = This vault ends with change { $number } of { $when }.
vault-older-unreadable = What Farled noted about the vault can’t be read with this key.
vault-older-todo = If you have restored a backup, go on. Otherwise somebody may have put back an old copy: lock, and talk to whoever is responsible for security.
vault-older-lock = Lock
vault-older-accept = I have restored a backup

settings-check-last = Last found whole { $when }.
settings-mend = Mend the vault
settings-change-text = The vault’s latest change. Note the digits down if you want to be able to see that nothing was taken away.
settings-change = Change { $number }, { $when }: { $groups }
