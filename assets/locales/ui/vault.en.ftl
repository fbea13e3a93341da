# The vault from outside: unlocking it, making it, keeping its key
vault-unlock = Unlock
vault-unlocking = Unlocking …
vault-unlock-title = Farled is locked
vault-passphrase = Passphrase
vault-use-key = Use the recovery key
vault-use-passphrase = Use the passphrase
vault-wrong = The passphrase isn’t right.
vault-wrong-todo = Check Caps Lock and the keyboard’s language, and try again.
vault-key-wrong = The key is typed correctly but doesn’t belong to this vault.
vault-wait = { $seconds ->
    [one] That isn’t right. Wait a second and try again.
   *[other] That isn’t right. Wait { $seconds } seconds and try again.
}
vault-last-changed = Last changed { $when }, change number { $number }.

# The recovery key
vault-key-title = Unlock with the recovery key
vault-key-text = It is on the paper that you put away when the vault was made.
vault-key = Recovery key
vault-key-hint = Type all groups in order. Capital and small letters make no difference.
vault-replace-title = Choose a new passphrase
vault-replace-text = It takes the place of the one you have forgotten. The recovery key on paper still works.
vault-new-passphrase = New passphrase
vault-replace = Change and continue
vault-replace-later = Keep the old one and continue

# The first time
vault-welcome = Welcome
vault-welcome-text = Farled keeps the support for one person at a time together: plan, appointments, routines and notes. Everything stays on this computer, encrypted.
vault-create = Make a vault
vault-create-text = For your real work. It is locked with a passphrase that only you know.
vault-sample = Try it with made-up people
vault-sample-opening = Fetching the made-up people …
vault-sample-text = Eight people to practise on. Nothing you do there is kept.

# The passphrase
vault-create-what = Choose the passphrase that unlocks the vault. Nobody can find it for you.
vault-passphrase-hint = A few ordinary words in a row are easier to remember than tangled signs.
vault-suggest = Suggest a passphrase
vault-suggest-again = Suggest another
vault-suggested = Read the words to yourself a few times, or write them down until you know them.
vault-again = The passphrase once more
vault-create-do = Make the vault
vault-creating = Making the vault …
vault-fault-missing = Type a passphrase.
vault-fault-weak = It is too easy to guess. Add a word or two.
vault-fault-differ = The two are not the same.
vault-strength-none = Its strength shows while you type
vault-strength-0 = Guessed at once
vault-strength-1 = Very weak
vault-strength-2 = Weak
vault-strength-3 = Strong
vault-strength-4 = Very strong

# The recovery sheet
vault-sheet = Print the recovery key
vault-sheet-picture = The recovery sheet as it is printed
vault-sheet-why = If you forget the passphrase, this paper is the only way in. Nobody else has a copy.
vault-sheet-where = Put it where you keep other things under lock, not with the computer.
vault-sheet-print = Print
vault-sheet-save = Save as PDF
vault-sheet-saved = Saved as { $name }. Move the file off this computer as soon as you can.
vault-sheet-confirm = I have put the paper away
vault-sheet-once = The key is shown this once.
vault-sheet-confirm-first = Print or save the sheet, and confirm that it is put away.

# Who works here
vault-who = Who works here?
vault-who-text = The name stands under what you sign and on your card to colleagues. You can change it in the settings.
vault-who-done = Begin
vault-who-skip = Skip
