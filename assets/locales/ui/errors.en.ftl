### Errors. The value says what happened, .data whether the data is safe, .todo what to do.

-unchanged = Nothing has been changed.

## Locked and unlocked

error-locked = Farled is locked.
    .data = Everything is saved, drafts included.
    .todo = Unlock with the passphrase and try again.
error-cancelled = It was called off.
    .data = { -unchanged }
    .todo = Begin again when you like.
error-wrong-secret = The passphrase or recovery key does not match.
    .data = { -unchanged }
    .todo = Check Caps Lock and the keyboard language, then try again. If you have forgotten the passphrase, you can unlock with the printed recovery key.
error-passphrase-too-weak = The passphrase is too easy to guess.
    .data = { -unchanged }
    .todo = Make it longer, or use the one that Farled suggests.
error-passphrase-file-unreadable = The passphrase could not be read.
    .data = { -unchanged }
    .todo = Check that the file exists and is yours, or type the passphrase when asked.
error-passphrases-differ = The two passphrases are not the same.
    .data = { -unchanged }
    .todo = Type the same passphrase once more.
error-recovery-key-group = Group { $group } of the recovery key has a typing mistake.
    .data = { -unchanged }
    .todo = Compare group { $group } with the sheet, character by character.
error-recovery-key-length = The recovery key has { $found } of { $expected } characters.
    .data = { -unchanged }
    .todo = Type every group on the sheet, in the same order.
error-recovery-key-wrong = Each group is right by itself, but the recovery key as a whole is not.
    .data = { -unchanged }
    .todo = Compare the groups with the sheet. Two may have changed places, or the sheet is for another vault.

## The vault

error-vault-missing = There is no vault in this folder.
    .data = { -unchanged }
    .todo = Choose another folder, or create a new vault.
error-vault-exists = There is a vault in this folder already.
    .data = The vault is untouched.
    .todo = Unlock it, or choose an empty folder for a new one.
error-vault-newer = The vault was made by a newer version of Farled.
    .data = The vault is untouched.
    .todo = Update Farled on this computer.
error-vault-header-damaged = The file vault.header is damaged and can't be read.
    .data = Farled has changed nothing. The notes are in another file.
    .todo = Make a copy of the folder as it is. Then bring vault.header back from a backup.
error-vault-database-damaged = The file vault.db is damaged.
    .data = Farled has changed nothing and does not write to the file.
    .todo = Make a copy of the folder as it is. Then restore the vault from a backup.
error-vault-hostile-parameters = The file vault.header asks for an unreasonable amount of memory or time. Somebody may have altered it.
    .data = Farled did not open the vault and has changed nothing.
    .todo = Bring vault.header back from a backup and tell whoever is responsible for security.
error-vault-in-use = The vault is open in another window or program already.
    .data = Nothing has been changed from here.
    .todo = Close the other window and try again.
error-vault-not-backed-up = The vault has to be brought to the new version, but a backup must be made first, and that could not be done.
    .data = The vault is untouched.
    .todo = See that the disk has room and that the folder can be written. Then unlock again.
error-backup-no-folder = No folder is chosen for backups.
    .data = Everything in the vault is still there. No backup has been made.
    .todo = Choose a folder, best on a memory stick that is kept elsewhere than the computer.
error-backup-into-vault = The folder is the vault's own.
    .data = Nothing has been changed.
    .todo = Choose a folder on a memory stick, or another place that remains if the computer is gone.
error-backup-unknown = The file is no backup made by Farled.
    .data = { -unchanged }
    .todo = Choose a file whose name ends in .farledbackup.
error-backup-damaged = The backup is damaged or was altered.
    .data = Your vault and your other backups are untouched.
    .todo = Use another backup.
error-backup-newer = The backup was made by a newer version of Farled.
    .data = { -unchanged }
    .todo = Update Farled on this computer.
error-cancelled = It was cancelled.
    .data = { -unchanged }
    .todo = Start again when it suits you.
error-vault-not-encrypted = The database could not be opened with encryption.
    .data = Nothing has been written.
    .todo = Install Farled again. If it happens again, don't use this computer for it.
error-randomness-failed = The computer could not give random numbers.
    .data = { -unchanged }
    .todo = Restart the computer and try again.
error-out-of-memory = There is not enough free memory to unlock.
    .data = { -unchanged }
    .todo = Close other programs and try again.

## What a check of the vault found

error-page-damaged = A part of the file vault.db was altered outside Farled.
    .data = What can be read is still there.
    .todo = Make a copy of the folder as it is. Then restore the vault from a backup.
error-structure-damaged = The database's own order is broken.
    .data = What can be read is still there.
    .todo = Make a copy of the folder as it is. Then restore the vault from a backup.
error-document-damaged = One record in the vault can't be read.
    .data = Everything else is still there.
    .todo = Bring the record back from a backup.
error-projection-stale = The index of the records does not match the records.
    .data = The records are still there.
    .todo = Rebuild the index.
error-search-damaged = The search index does not match the records.
    .data = The records are still there, but a search may miss something.
    .todo = Rebuild the index.
error-erased-present = Something that was erased is still in the vault.
    .data = Everything else is still there.
    .todo = Erase the record once more.
error-audit-broken = The vault's chain of changes is broken.
    .data = What can be read is still there. Something may have been altered or removed outside Farled.
    .todo = Make a copy of the folder and tell whoever is responsible for security.

## Storage

error-disk-full = The disk is full.
    .data = What was saved already is still there. The latest change is not saved.
    .todo = Free some space on the disk and try again. Keep the window open until it has been saved.
error-read-only-folder = The folder can't be written to.
    .data = What was saved already is still there. The latest change is not saved.
    .todo = Check that the disk is not write-protected and that the folder is yours, then try again.
error-storage-failed = The computer could not read from or write to the disk.
    .data = What was saved already is still there. The latest change may not be saved.
    .todo = Try again. If it happens again, make a backup on another disk.
error-file-missing = The file does not exist.
    .data = { -unchanged }
    .todo = Check the name and try again.
error-file-unreadable = The file can't be read.
    .data = { -unchanged }
    .todo = Check that the file is yours and that the disk is connected.
error-file-not-text = The file is not text in UTF-8.
    .data = { -unchanged }
    .todo = Save it as plain text in UTF-8 and try again.
error-folder-missing = The folder that the file was to be saved in does not exist.
    .data = Everything in the vault is still there. No file has been made.
    .todo = Make the folder, or choose another one.
error-file-not-written = The file could not be saved.
    .data = Everything in the vault is still there. No half-made file was left.
    .todo = Choose another folder and try again.

## Records

error-record-missing = What you are looking for is no longer there.
    .data = Everything else is still there.
    .todo = Go back and open the list again.
error-record-erased = This has been erased.
    .data = Everything else is still there.
    .todo = What was erased can't be had back. Enter it again if it is needed.
error-record-damaged = One record in the vault can't be read.
    .data = Everything else is still there. The damaged record has not been overwritten.
    .todo = Check the vault in Settings, and bring the record back from a backup.
error-field-missing = A part of the record is not there.
    .data = { -unchanged }
    .todo = Open the record again and try once more.
error-record-kind-mismatch = The same id is already in use for something of another kind.
    .data = { -unchanged }
    .todo = If it came with a file, ask the sender for a new one.
error-record-moved = The record belongs to another person already.
    .data = { -unchanged }
    .todo = If it came with a file, ask the sender for a new one. Otherwise open the right person and try again.
error-signed-changed = A signed note would have been changed, and that can't be done.
    .data = The signed note is as it was.
    .todo = Write an addition to the note instead. If the text came with a file, ask the sender.
error-nothing-to-undo = There is nothing to undo.
    .data = { -unchanged }
    .todo = Make the change directly instead.
error-undo-overtaken = This can no longer be undone; the same record has changed since.
    .data = { -unchanged }
    .todo = Make the change directly instead.
error-setting-out-of-range = The setting is outside what can be chosen.
    .data = The earlier setting stays.
    .todo = Choose one of the values shown.

## People

error-alias-unknown = There is no person by that name.
    .data = { -unchanged }
    .todo = Check the name, or look in the list of people.
error-case-closed = The case is closed, so nothing is written in it.
    .data = Everything in the case is still there to read.
    .todo = Open the case again if support goes on.
error-name-missing = Farled does not know your name.
    .data = { -unchanged }
    .todo = Write your name in Settings and try again.
error-alias-missing = The person needs an alias.
    .data = { -unchanged }
    .todo = Type a word that does not say who it is, such as a tree.
error-alias-taken = Another person has that name already.
    .data = { -unchanged }
    .todo = Choose another name, so that the two are never confused.

## Plan

error-goal-missing = The goal is empty.
    .data = { -unchanged }
    .todo = Type the goal in the first person: “I will …”.
error-measure-missing = The measure is empty.
    .data = { -unchanged }
    .todo = Type what is to be done.
error-request-missing = The request does not say what is asked for.
    .data = { -unchanged }
    .todo = Type what is asked for.
error-party-name-missing = The party has no name.
    .data = { -unchanged }
    .todo = Type the name of the authority or organisation.
error-reason-missing = A reason is needed.
    .data = { -unchanged }
    .todo = Type a line about why.
error-day-in-future = That day has not been yet.
    .data = { -unchanged }
    .todo = Choose today or an earlier day.
error-need-has-goals = The need has goals and can't be removed.
    .data = { -unchanged }
    .todo = Remove the goals first, or change the need's status.
error-agreement-detail-missing = The answer to the plan needs a detail.
    .data = { -unchanged }
    .todo = Type what the person does not agree with, or why there is no answer.
error-request-decided = The request has been decided already.
    .data = { -unchanged }
    .todo = Enter a new request if it is about something new.

## Calendar

error-end-before-start = The end is before the start.
    .data = { -unchanged }
    .todo = Change the end.
error-appointment-no-title = The appointment needs a title.
    .data = { -unchanged }
    .todo = Type what the appointment is about.
error-appointment-too-long = The appointment would last longer than a week.
    .data = { -unchanged }
    .todo = Check the end, or book several appointments.
error-appointment-has-outcome = The appointment has an outcome and can't be removed.
    .data = { -unchanged }
    .todo = Remove the outcome first if it was a mistake.
error-appointment-not-yet = The appointment has not been yet.
    .data = { -unchanged }
    .todo = Wait until it is over, or cancel it.
error-already-rescheduled = The appointment has been rescheduled already.
    .data = { -unchanged }
    .todo = Open the new appointment and change it there.
error-recurrence-unreadable = The recurrence can't be understood.
    .data = { -unchanged }
    .todo = Choose again how often the appointment comes back.
error-recurrence-too-many = The recurrence gives more appointments than a calendar can show.
    .data = { -unchanged }
    .todo = Set a last day, or let the appointment come back less often.
error-recurrence-never = The recurrence gives no appointment at all.
    .data = { -unchanged }
    .todo = Check the days of the week and the last day.
error-series-has-outcome = Appointments of the series have outcomes already, and those don't change.
    .data = { -unchanged }
    .todo = Change the ones that follow instead.
error-series-rule-needed = The series has had appointments already, so a new recurrence is needed.
    .data = { -unchanged }
    .todo = Say how often the appointment comes back from now on.
error-quick-line-empty = The line is empty.
    .data = { -unchanged }
    .todo = Type for example “tue 14 dentist 45m”.
error-quick-line-no-title = The line does not say what the appointment is about.
    .data = { -unchanged }
    .todo = Type it after the time, for example “tue 14 dentist 45m”.
error-quick-line-no-such-length = The length of the appointment can't be understood.
    .data = { -unchanged }
    .todo = Type it as 45m or 1h.
error-quick-line-too-long = The line is too long.
    .data = { -unchanged }
    .todo = Type day, time, what and length, and add the rest in the appointment.
error-day-invalid = There is no such date.
    .data = { -unchanged }
    .todo = Type the date as 2026-11-23.
error-time-invalid = There is no such time.
    .data = { -unchanged }
    .todo = Type the time as 14:30.
error-range-too-long = The period is too long.
    .data = { -unchanged }
    .todo = Choose a shorter period.

## Routines

error-routine-without-days = The routine applies on no day.
    .data = { -unchanged }
    .todo = Choose at least one day of the week.
error-routine-not-that-day = The routine does not apply on that day.
    .data = { -unchanged }
    .todo = Choose another day, or change the routine's days.
error-routine-missing = The routine is empty.
    .data = { -unchanged }
    .todo = Type what is done.
error-routine-unknown = There is no such routine.
    .data = { -unchanged }
    .todo = Check the name against the person's routines.

## Notes

error-note-empty = The note is empty.
    .data = { -unchanged }
    .todo = Write something before you sign.
error-note-signed = The note is signed and does not change any more.
    .data = The signed text is as it was.
    .todo = Write an addition instead.
error-note-not-signed = The note is not signed yet.
    .data = The draft is saved.
    .todo = Finish the draft and sign it.
error-scale-out-of-range = A scale goes from 0 to 10.
    .data = { -unchanged }
    .todo = Choose a number from 0 to 10.
error-draft-of-other-case = The draft belongs to another person.
    .data = The draft is saved with the right person.
    .todo = Open the right person and go on there.

## Import and export

error-import-not-utf8 = Line { $line } is not written in UTF-8.
    .data = Nothing from the file has been taken in.
    .todo = Save the file as UTF-8 and try again.
error-import-unknown-kind = Line { $line } has a kind that Farled does not know.
    .data = Nothing from the file has been taken in.
    .todo = Check kind on line { $line } against the description of the format.
error-import-missing-field = The field { $field } is missing on line { $line }.
    .data = Nothing from the file has been taken in.
    .todo = Add the field and try again.
error-import-not-json = Line { $line } is not JSON. It goes wrong at character { $column }.
    .data = Nothing from the file has been added.
    .todo = Correct line { $line } and try again. Every line must be one whole record.
error-import-not-a-record = Line { $line } is not a record. It has no kind or no value.
    .data = Nothing from the file has been added.
    .todo = Correct line { $line } by the format’s description and try again.
error-import-unknown-term = The field { $field } on line { $line } has a word that the format does not have.
    .data = Nothing from the file has been added.
    .todo = Choose one of the words in the format’s description.
error-import-wrong-value = The field { $field } on line { $line } has a value of the wrong kind.
    .data = Nothing from the file has been added.
    .todo = Correct the field by the format’s description and try again.
error-import-line-too-long = Line { $line } is longer than a record can be.
    .data = Nothing from the file has been taken in.
    .todo = Check that the file has one record a line.
error-import-without-case = Line { $line } belongs to a person who is neither in the file nor in the vault.
    .data = Nothing from the file has been taken in.
    .todo = Add the person's case to the file and try again.
error-file-too-large = The file is too large to be taken in.
    .data = Nothing from the file has been taken in.
    .todo = Check that it is the right file, or split it.
error-import-newer = The file was made by a newer version of Farled.
    .data = { -unchanged }
    .todo = Update Farled on this computer.
error-sample-damaged = The made-up people could not be read.
    .data = { -unchanged }
    .todo = Install Farled again.
error-sample-too-large = That many made-up cases can't be made at once.
    .data = { -unchanged }
    .todo = Give a lower number.

## Calendar files

error-ics-not-a-calendar = The file is not a calendar file.
    .data = { -unchanged }
    .todo = Export the calendar as .ics and try again.
error-ics-unreadable = The calendar file can't be read from line { $line }.
    .data = No appointments have been taken in.
    .todo = Export the calendar again and try again.
error-ics-too-large = The calendar file is too large.
    .data = No appointments have been taken in.
    .todo = Export a shorter period and try again.
error-ics-recurrence = An appointment in the calendar file comes back more often or for longer than Farled can show.
    .data = No appointments have been taken in.
    .todo = Give the appointment a last day in the other program and export again.
error-ics-time-zone = An appointment in the calendar file has a time zone that Farled does not know.
    .data = The appointment has not been taken in.
    .todo = Export the calendar with a common time zone, such as Europe/Stockholm.
error-ics-event-unsupported = An appointment in the calendar file uses something that Farled can't read.
    .data = The appointment has not been taken in. The rest of the file has.
    .todo = Enter the appointment by hand.
error-ics-event-cancelled = An appointment in the calendar file is cancelled.
    .data = The appointment has not been taken in. The rest of the file has.
    .todo = There is nothing to do.
error-ics-event-no-start = An appointment in the calendar file has no start.
    .data = The appointment has not been taken in. The rest of the file has.
    .todo = Enter the appointment by hand.
error-ics-event-unreadable-time = An appointment in the calendar file has a time that can't be read.
    .data = The appointment has not been taken in. The rest of the file has.
    .todo = Enter the appointment by hand.
error-ics-event-ends-before-start = An appointment in the calendar file ends before it starts.
    .data = The appointment has not been taken in. The rest of the file has.
    .todo = Enter the appointment by hand.

error-ics-first-day-only = An appointment in the calendar file begins on another day than those on which it comes back.
    .data = The appointment has been added, its first day as an appointment of its own.
    .todo = Check the first day in the calendar.
error-ics-zone-converted = An appointment in the calendar file comes back by another time zone’s clock.
    .data = The appointment has been added, converted to Swedish time.
    .todo = Check the times around the beginning and the end of summer time.
error-ics-series-expanded = An appointment in the calendar file comes back in a way that can only be added one by one.
    .data = The appointments of the coming year have been added.
    .todo = Read the file again when the year is over, or book the series here.

## Print

error-print-leak = The word “{ $word }” must not stand on paper.
    .data = Nothing has been printed.
    .todo = Reword what shows who the person is or which programme it is about, then try again.
error-print-failed = The page could not be laid out.
    .data = Everything in the vault is still there. Nothing has been printed.
    .todo = Try again. If it happens again, save as PDF and print that.
error-print-characters = The characters { $characters } are not in the typeface.
    .data = Nothing has been printed.
    .todo = Write them with ordinary letters and try again.
error-recovery-sheet-gone = The recovery key is not shown any more.
    .data = The vault is untouched. The key is only on the sheet that you printed.
    .todo = Unlock with the passphrase. Without the sheet, move to a new vault.
error-ground-missing = A ground is needed before anything is disclosed.
    .data = Nothing has been disclosed.
    .todo = Type why it is disclosed.

## Cards

error-card-invalid = The file is not a valid card.
    .data = { -unchanged }
    .todo = Ask your colleague to export the card again and send it once more.
error-card-newer = The card was made by a newer version of Farled.
    .data = { -unchanged }
    .todo = Update Farled on this computer.
error-card-expired = The card has expired.
    .data = { -unchanged }
    .todo = Ask your colleague for a new card.
error-card-unknown = There is no such card.
    .data = { -unchanged }
    .todo = Check the name, or import your colleague's card first.
error-card-not-verified = The card of { $name } is not verified.
    .data = Nothing has been sent.
    .todo = Compare the digits with your colleague, by phone or face to face.
error-card-older = You have a newer card of { $name } already.
    .data = The newer card is kept.
    .todo = There is nothing to do.
error-card-own = This is your own card.
    .data = { -unchanged }
    .todo = Import your colleague's card, and give your own to your colleague.
error-card-ambiguous = Several cards have the name { $name }.
    .data = Nothing has been sent.
    .todo = Choose the card by its digits.
error-digits-differ = The digits don't match the card.
    .data = The card is still not verified.
    .todo = Read the digits to each other once more. If they still don't match, don't use the card.
error-digits-too-few = There are too few digits to verify the card.
    .data = The card is still not verified.
    .todo = Type all the digits that are asked for.
error-identity-damaged = The vault's own keys can't be read.
    .data = Everything else in the vault is still there.
    .todo = Restore the vault from a backup before you send or open bundles.

## Bundles

error-bundle-not-a-bundle = The file is not a bundle from Farled.
    .data = { -unchanged }
    .todo = Check that it is the right file; its name ends in .farled.
error-bundle-truncated = The bundle is not whole. Part of the file is missing.
    .data = { -unchanged }
    .todo = Copy the file again, or ask the sender to send it once more.
error-bundle-altered = The bundle was altered on its way.
    .data = Nothing from it has been taken in.
    .todo = Ask the sender for a new one. If it happens again, tell whoever is responsible for security.
error-bundle-not-for-you = The bundle is not sealed to you.
    .data = { -unchanged }
    .todo = Ask the sender whom it is for, and whether they have your latest card.
error-bundle-too-large = The bundle is too large to be opened.
    .data = { -unchanged }
    .todo = Ask the sender to choose fewer parts.
error-bundle-newer = The bundle was made by a newer version of Farled.
    .data = { -unchanged }
    .todo = Update Farled on this computer and open it again.
error-bundle-expired = The bundle has expired.
    .data = { -unchanged }
    .todo = Ask the sender for a new one.
error-bundle-unknown-sender = You have no card of the sender.
    .data = Nothing from the bundle has been taken in.
    .todo = Import the sender's card, compare the digits and open the bundle again.
error-bundle-sender-unverified = The sender's card is not verified.
    .data = Nothing from the bundle has been taken in.
    .todo = Compare the digits with the sender and open the bundle again.
error-bundle-already-opened = The bundle has been opened here already.
    .data = What came with it is in the vault.
    .todo = There is nothing to do.
error-bundle-forged = The sender's signature does not match.
    .data = Nothing from the bundle has been taken in.
    .todo = Don't trust the file. Tell the sender by another way.
error-bundle-forwarded = The sender did not address this bundle to you. Somebody else passed it on.
    .data = Nothing from the bundle has been taken in.
    .todo = Tell the sender by another way.
error-bundle-put-aside = The bundle is not open any more.
    .data = { -unchanged }
    .todo = Open the file again.
error-bundle-no-recipients = The bundle has no recipient.
    .data = No file was made.
    .todo = Choose at least one colleague with a verified card.
error-bundle-too-many-recipients = The bundle has too many recipients.
    .data = { -unchanged }
    .todo = Make several bundles.
error-bundle-recipient-twice = The same recipient is chosen twice.
    .data = No file was made.
    .todo = Remove one and try again.
error-bundle-record-stays = Something that was to be sent may not leave the vault.
    .data = No file was made.
    .todo = Choose only the parts to be sent and try again.
error-nothing-chosen = No person or recipient is chosen.
    .data = No file was made.
    .todo = Choose whom it is about and to whom it is sent.
error-bundle-not-sealed = The bundle could not be sealed.
    .data = Everything in the vault is still there. No file was made.
    .todo = Try again.

## Other

error-unexpected = Something unexpected happened.
    .data = Everything that was saved is still there.
    .todo = Try again. If it happens again, restart Farled.
error-folder-not-empty = The folder is not empty.
    .data = What is in the folder is untouched.
    .todo = Choose an empty folder.
error-demo-failed = The two vaults did not come out the same.
    .data = No other vault was touched.
    .todo = Keep the folder and tell those who develop Farled.

error-conflict-gone = The two versions are no longer there: somebody has chosen already.
    .data = { -unchanged }
    .todo = Open the page again.
