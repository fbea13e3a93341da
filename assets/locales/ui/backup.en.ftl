# Backups: the settings, the line on Today, and restoring
backup = Backups
backup-text = One encrypted file with everything. It opens with the passphrase or the recovery key.
backup-last = Latest backup
backup-never = None has been made yet
backup-checked = Opened and gone through when it was made.
backup-all-in = Everything that is saved is in it.
backup-folder = Folder
backup-no-folder = No folder is chosen
backup-folder-hint = Best on a memory stick that is not kept together with the computer.
backup-choose = Choose a folder
backup-change = Change folder
backup-away = The folder is not there just now.
backup-away-since = The folder has not been there since { $when }. Farled tries again when it is back.
backup-trouble-since = None could be made since { $when }.
backup-frequency = Made by itself
backup-frequency-each_lock = Each time I lock
backup-frequency-daily = Once a day
backup-frequency-weekly = Once a week
backup-frequency-by_hand = Never, only when I say so
backup-frequency-hint = Only when something has changed, and without making you wait.
backup-keep = How many are kept
backup-keep-count = { $count ->
    [one] Only the latest
   *[other] The latest { $count }
}
backup-now = Back up now
backup-making = Making the backup …
backup-made = The backup is made and opens.
backup-generations = In the folder
backup-size = { $size } MB

# Today
backup-nag-never = No backup has been made yet
backup-nag-never-text = If the computer breaks or is gone, so is everything you have written.
backup-nag-old = { $count ->
    [one] The latest backup is one day old
   *[other] The latest backup is { $count } days old
}
backup-nag-old-text = What you have written since then is only on this computer.
backup-nag-away-text = The folder for backups is not there just now. Plug in the memory stick, and a new one is made by itself.
backup-nag-settings = Settings

# Restoring
backup-restore = Restore from a backup
backup-restore-way = Have you used Farled before? Get everything back from a file.
backup-restore-text = Choose the file. Its name begins with farled and ends in .farledbackup.
backup-restore-choose = Choose the file
backup-restore-other = Choose another file
backup-restore-from = Made { $when }
backup-restore-passphrase = Passphrase
backup-restore-passphrase-hint = The one that the vault had when the backup was made.
backup-restore-look = Open the backup
backup-restore-looking = Going through the backup …
backup-restore-well = { $count ->
    [0] It is whole and empty.
    [one] It is whole, with one record.
   *[other] It is whole, with { $count } records.
}
backup-restore-present = The vault on this computer is put aside in a folder of its own. It is not lost.
backup-restore-later = { $count ->
    [0] Nothing has been changed in the vault since then.
    [one] One change has been made in the vault since then. It is not in the backup.
   *[other] { $count } changes have been made in the vault since then. They are not in the backup.
}
backup-restore-do = Restore
backup-restoring = Restoring …
backup-restored = Everything is back
backup-restored-text = The vault is as it was { $when }.
backup-restored-aside = The vault that was here is now in the folder
backup-restored-done = Unlock
