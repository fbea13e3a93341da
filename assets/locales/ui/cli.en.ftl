### The command line.

cli-passphrase = Passphrase
cli-passphrase-again = Passphrase again
cli-vault-made =
    The vault is made. The recovery key is shown only now. Write it down on paper and keep it locked away:

    { $key }
cli-vault-well = The vault is whole. { $records ->
    [one] One record was read.
   *[other] { $records } records were read.
}
cli-vault-problems =
    Something is wrong in the vault. Copy the folder as it is before you do anything else.
    { $problems }
cli-case-opened = The case { $alias } is open.
cli-in-line = Line { $in_line }:
cli-imported = { $new } new, { $changed } changed, { $same } here already.
cli-exported = { $records ->
    [one] One record is written, in the clear.
   *[other] { $records } records are written, in the clear.
}
cli-documents-left-out = { $count ->
    [one] One document is left out: photos and PDFs do not fit in lines of text. Save it with attachment save, or make a backup.
   *[other] { $count } documents are left out: photos and PDFs do not fit in lines of text. Save them with attachment save, or make a backup.
}
cli-draft = draft
cli-note-kept = The draft is kept: { $id }
cli-note-signed = The note is signed: { $id }
cli-note-amended = The addition is signed.
cli-routine-ticked = The routine is ticked.
cli-week-printed = The week is saved as PDF, and the disclosure log says so.
cli-calendar-imported = { $series } series and { $appointments } appointments were read, { $remarks } have remarks.
cli-card-saved = The card is saved. Read the digits to your colleague when you meet or talk.
cli-card-taken =
    { $name } is taken in but not verified. Compare the digits with your colleague:
    { $digits }
cli-card-verified = { $name } is verified.
cli-card-unverified = not verified
cli-card-changed = new key, has to be verified again
cli-sealed = { $records ->
    [one] One record is sealed.
   *[other] { $records } records are sealed.
}
cli-bundle-preview = From { $sender }. Nothing is taken in yet:
cli-bundle-merged = From { $sender }. Taken in:
cli-bundle-case = { $alias }: { $new } new, { $changed } changed, { $conflicts } changed on both sides
cli-identity-saved = The key is saved. Whoever has it can open everything that is sent here.
cli-backup-made = { $records ->
    [one] The backup is made and opens: { $name }, with one record.
   *[other] The backup is made and opens: { $name }, with { $records } records.
}
cli-backup-nowhere = No folder is chosen for backups.
cli-backup-well = { $records ->
    [one] The backup of { $at } is whole. One record was read.
   *[other] The backup of { $at } is whole. { $records } records were read.
}
cli-restored = { $records ->
    [one] The vault is restored as it was at { $at }, with one record.
   *[other] The vault is restored as it was at { $at }, with { $records } records.
}
cli-restored-aside = The vault that was here lies in { $folder } now.
cli-restored-later = { $later ->
    [one] One later change is only there.
   *[other] { $later } later changes are only there.
}
cli-key-own = your own
cli-key-unknown = unknown key: came back with an older vault.header
cli-key-added = The passphrase is added. It opens the vault from now on.
cli-key-changed = The passphrase is changed. Old copies of the vault still open with the old one.
cli-key-removed = The passphrase no longer opens the vault. Old copies still open with it.
cli-recovery-proven = The key is right. It counts as put away on paper.
cli-recovery-proven-on = The recovery key was typed back from its sheet on { $day }.
cli-recovery-unproven = The recovery key has not been typed back from its sheet yet.
cli-recovery-renewed =
    A new recovery key is in force, and the old one opens nothing here. It is shown only now. Write it down on paper and keep it locked away:

    { $key }
cli-rotated =
    Everything is encrypted anew. Your passphrase is the same; everybody else's has to be added again. Old copies and backups still open with the old ones. The new recovery key is shown only now:

    { $key }
cli-attachment-saved = The copy is saved in { $file }. It is not encrypted.
cli-attachment-removed = The document is removed.

# A rescue (on standard error)
cli-rescued = The vault is damaged and was opened only to be read. { $found } records can be read, { $bare } of them without their history. { $lost } can’t be read.
