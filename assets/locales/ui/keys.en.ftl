# Keys: who can open the vault
keys-title = Keys
keys-text = Who can open the vault, and with what.
keys-passphrases = Passphrases
keys-own = Yours
keys-owner = Who made the vault
keys-unknown = Unknown key
keys-unknown-text = The vault doesn't know it. It came back with an older vault.header. Remove it.
keys-added = Added { $day }
keys-full = There is no room for more passphrases. Remove one to add another.
keys-whose = Whose passphrase?

# A deputy's passphrase
keys-add = Add a deputy
keys-add-how = Your deputy chooses a passphrase of their own here, and then sees everything in the vault.
keys-name = The deputy's name
keys-name-hint = Kept encrypted in the vault.
keys-their-passphrase = The deputy's passphrase
keys-own-passphrase = Your own passphrase
keys-added-toast = { $name } can now open the vault with their passphrase.
keys-remove-whose = Remove { $name }
keys-remove-title = Remove the passphrase: { $name }
keys-remove-how = It no longer opens the vault. Old copies still open with it. If somebody has left, change the vault's key as well.
keys-removed = The passphrase is removed: { $name }.

# Typing the recovery key back
keys-prove = Type the key back from its paper
keys-prove-why = Then you know that the paper is there and can be read on the day you need it.
keys-prove-begin = Type it back now
keys-prove-do = Check
keys-prove-back = Show the sheet again
keys-prove-later = Later
keys-proven = The key is right. It is on paper.
keys-proven-on = Typed back from its paper on { $day }.
keys-unproven = Nobody has shown that the key is on paper.
keys-reminder = The recovery key has not been checked. Without it, everything is lost if the passphrase is forgotten.
keys-reminder-do = To the keys

# Changing the vault's key
keys-rotate = Change the vault's key
keys-rotate-text = When somebody leaves who could open the vault. Everything is encrypted anew.
keys-rotate-how = Everything is encrypted anew with a new key. Your passphrase stays the same.
keys-rotate-old = Old copies and backups still open with the old ones.
keys-rotate-paper = You get a new recovery key. The old paper opens nothing after that.
keys-rotate-others = These will have to be added again: { $names }.
keys-rotate-space = Meanwhile it needs as much free space as the vault takes.
keys-rotate-do = Change key
keys-rotating = Encrypting everything anew
keys-rotated = The vault has a new key.
