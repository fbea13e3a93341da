# Settings
settings-subtitle = What you choose is kept at once, in the vault.
settings-saved = Saved.

settings-appearance = Appearance
settings-language = Language
settings-theme = Theme
settings-theme-system = As the computer
settings-theme-light = Light
settings-theme-dark = Dark
settings-size = Text size
settings-size-100 = Ordinary
settings-size-112 = Larger
settings-size-125 = Large
settings-size-150 = Largest

settings-habits = Lock and keys
settings-lock = Lock after
settings-lock-hint = Counted from the last key or click. Drafts are saved first.
settings-lock-after = { $count ->
    [one] One minute
   *[other] { $count } minutes
}

# Who works here
settings-who = Who works here
settings-who-text = Stands under what you sign and on your card. Never on a person’s paper.
settings-name = Name
settings-name-hint = As your colleagues know you.
settings-role = Role
settings-organisation = Organisation
settings-programme = The programme’s name
settings-programme-hint = Never goes on paper: Farled stops the print if the name is on it.

# The vault
settings-vault = The vault
settings-passphrase = Change passphrase
settings-passphrase-how = Old copies of the vault still open with the old one.
settings-passphrase-present = Present passphrase
settings-passphrase-do = Change
settings-passphrase-changed = The passphrase is changed.
settings-check = Check the vault
settings-check-text = Goes through everything that is kept and sees that it is whole. Nothing you have written is changed.
settings-checking = Checking the vault …
settings-check-well = { $count ->
    [0] The vault is empty and whole.
    [one] One record has been gone through. All is whole.
   *[other] { $count } records have been gone through. All is whole.
}

# About
settings-about = About Farled
settings-version = Version
settings-licence = Licence
settings-network = Network
settings-network-none = None. Farled sends and fetches nothing.
settings-limits = What Farled can’t protect against
settings-limit-screen = Somebody who sees the screen or takes a photo of it, or another program that captures it.
settings-limit-keys = A program on the computer that reads the keys while you type the passphrase.
settings-limit-open = A computer that is left unlocked. Lock when you leave, also for a short while.
settings-limit-memory = Somebody who takes the computer while Farled is unlocked and can read its memory.
settings-limit-forgotten = Losing both the passphrase and the paper. The vault can’t be opened then.
settings-recovery = New recovery key
settings-recovery-text = Is the paper lost, or has somebody seen it? A new key makes the old one useless.
settings-recovery-how = Type the passphrase. The old key opens nothing afterwards.
settings-recovery-do = Make a new key
settings-recovery-done = The new recovery key holds
