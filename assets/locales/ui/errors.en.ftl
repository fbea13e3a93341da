### Errors. The value says what happened, .data whether the data is safe, .todo what to do.

-unchanged = Nothing has been changed.

## Locked and unlocked

error-locked = Farled is locked.
    .data = Everything is saved, drafts included.
    .todo = Unlock with the passphrase and try again.
error-wrong-secret = The passphrase or recovery key does not match.
    .data = { -unchanged }
    .todo = Check Caps Lock and the keyboard language, then try again. If you have forgotten the passphrase, you can unlock with the printed recovery key.
error-passphrase-too-weak = The passphrase is too easy to guess.
    .data = { -unchanged }
    .todo = Make it longer, or use the one that Farled suggests.
error-passphrase-missing = There is no passphrase to unlock with.
    .data = { -unchanged }
    .todo = Type the passphrase, or name a file that holds it.
error-passphrase-mismatch = The two passphrases are not the same.
    .data = { -unchanged }
    .todo = Type the same passphrase once more.
error-recovery-key-group = Group { $group } of the recovery key has a typing mistake.
    .data = { -unchanged }
    .todo = Compare group { $group } with the sheet, character by character.
error-recovery-key-length = The recovery key is not complete.
    .data = { -unchanged }
    .todo = Type every group on the sheet, in the same order.
error-recovery-key-character = Group { $group } of the recovery key has a character that is never used.
    .data = { -unchanged }
    .todo = Compare group { $group } with the sheet.
error-recovery-key-checksum = The recovery key does not match its checksum.
    .data = { -unchanged }
    .todo = Compare every group with the sheet. Two groups may have changed places.

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
error-vault-database-missing = The file vault.db is missing from the folder.
    .data = Farled has changed nothing.
    .todo = Look for the file, or restore the vault from a backup.
error-vault-hostile-parameters = The file vault.header asks for an unreasonable amount of memory or time. Somebody may have altered it.
    .data = Farled did not open the vault and has changed nothing.
    .todo = Bring vault.header back from a backup and tell whoever is responsible for security.
error-vault-in-use = The vault is open in another window or program already.
    .data = Nothing has been changed from here.
    .todo = Close the other window and try again.
error-vault-rolled-back = The vault is older than it should be. An old copy may have been put back.
    .data = { -unchanged }
    .todo = Ask whoever looks after the computer. Don't write in it until you know why.
error-audit-chain-broken = The vault's chain of changes is broken.
    .data = The notes can be read. Something may have been removed outside Farled.
    .todo = Make a copy of the folder and tell whoever is responsible for security.
error-cipher-missing = The database could not be opened with encryption.
    .data = Nothing has been written.
    .todo = Install Farled again. If it happens again, don't use this computer for it.
error-randomness-failed = The computer could not give random numbers.
    .data = { -unchanged }
    .todo = Restart the computer and try again.
error-memory-missing = There is not enough free memory to unlock.
    .data = { -unchanged }
    .todo = Close other programs and try again.

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
error-folder-missing = The folder does not exist.
    .data = { -unchanged }
    .todo = Check the path, and that the disk is connected.
error-file-missing = The file does not exist.
    .data = { -unchanged }
    .todo = Check the name and try again.
error-file-unreadable = The file can't be read.
    .data = { -unchanged }
    .todo = Check that the file is yours and that the disk is connected.
error-file-exists = There is a file with that name already.
    .data = The file is untouched.
    .todo = Choose another name, or move the old file.
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
error-record-invalid = This can't be saved as it is.
    .data = { -unchanged }
    .todo = Check the fields and try again.
error-record-other-kind = The same id is already in use for something of another kind.
    .data = { -unchanged }
    .todo = Ask the sender for a new file.
error-record-other-case = This belongs to another person.
    .data = { -unchanged }
    .todo = Open the right person and try again.
error-signed-changed = A signed note would have been changed, and that can't be done.
    .data = The signed note is as it was.
    .todo = Write an addition to the note instead. If the text came with a file, ask the sender.
error-nothing-to-undo = There is nothing to undo.
    .data = { -unchanged }
    .todo = Make the change directly instead.
error-cannot-undo = This can no longer be undone.
    .data = { -unchanged }
    .todo = Make the change directly instead.
error-setting-out-of-range = The setting is outside what can be chosen.
    .data = The earlier setting stays.
    .todo = Choose one of the values shown.

## People

error-case-missing = There is no person by that name.
    .data = { -unchanged }
    .todo = Check the name, or look in the list of people.
error-case-closed = The case is closed, so nothing is written in it.
    .data = Everything in the case is still there to read.
    .todo = Open the case again if support goes on.
error-name-missing = The name is missing.
    .data = { -unchanged }
    .todo = Type a name.
error-alias-missing = The person needs an alias.
    .data = { -unchanged }
    .todo = Type a word that does not say who it is, such as a tree.
error-alias-taken = Another person has that name already.
    .data = { -unchanged }
    .todo = Choose another name, so that the two are never confused.
error-identity-number-invalid = The identity number's check digit does not match.
    .data = { -unchanged }
    .todo = Check the digits, or leave the field empty.

## Plan

error-title-missing = The title is missing.
    .data = { -unchanged }
    .todo = Type what it is about.
error-reason-missing = A reason is needed.
    .data = { -unchanged }
    .todo = Type a line about why.
error-day-in-future = That day has not been yet.
    .data = { -unchanged }
    .todo = Choose today or an earlier day.
error-need-has-goals = The need has goals and can't be removed.
    .data = { -unchanged }
    .todo = Remove the goals first, or change the need's status.
error-goal-has-measures = The goal has measures and can't be erased.
    .data = { -unchanged }
    .todo = Take the goal out of the plan instead, so that its history stays.
error-agreement-detail-missing = The answer to the plan needs a detail.
    .data = { -unchanged }
    .todo = Type what the person does not agree with, or why there is no answer.
error-request-decided = The request has been decided already.
    .data = { -unchanged }
    .todo = Enter a new request if it is about something new.
error-party-missing = The party is not there.
    .data = { -unchanged }
    .todo = Choose a party from the list, or add a new one.
error-party-in-use = The party is used in plans, appointments or requests and can't be removed.
    .data = { -unchanged }
    .todo = Choose another party there first.

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
error-appointment-superseded = The appointment has been rescheduled already.
    .data = { -unchanged }
    .todo = Open the new appointment and change it there.
error-outcome-missing = The appointment has no outcome yet.
    .data = { -unchanged }
    .todo = Choose how the appointment went.
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
error-occurrence-missing = The series has no appointment at that time.
    .data = { -unchanged }
    .todo = Open the calendar again and choose the appointment there.
error-quick-line-empty = The line is empty.
    .data = { -unchanged }
    .todo = Type for example “tue 14 dentist 45m”.
error-quick-line-no-day = The line does not say which day.
    .data = { -unchanged }
    .todo = Begin with a day, for example “tue 14 dentist 45m”.
error-quick-line-no-time = The line does not say what time.
    .data = { -unchanged }
    .todo = Type the time after the day, for example “tue 14 dentist 45m”.
error-quick-line-no-title = The line does not say what the appointment is about.
    .data = { -unchanged }
    .todo = Type it after the time, for example “tue 14 dentist 45m”.
error-day-invalid = There is no such date.
    .data = { -unchanged }
    .todo = Type the date as 2026-11-23.
error-time-invalid = There is no such time.
    .data = { -unchanged }
    .todo = Type the time as 14:30.
error-week-invalid = There is no such week.
    .data = { -unchanged }
    .todo = Type the week as 2026-W48.
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
error-note-too-long = The note is too long to be kept as one.
    .data = What was saved already is still there.
    .todo = Split the text into two notes.
error-amendment-empty = The addition is empty.
    .data = { -unchanged }
    .todo = Type what is to be added.
error-scale-out-of-range = A scale goes from 0 to 10.
    .data = { -unchanged }
    .todo = Choose a number from 0 to 10.
error-draft-of-other-case = The draft belongs to another person.
    .data = The draft is saved with the right person.
    .todo = Open the right person and go on there.
error-author-missing = Farled does not know who signs.
    .data = The draft is saved.
    .todo = Type your name in Settings.

## Search

error-search-empty = There is nothing to search for.
    .data = { -unchanged }
    .todo = Type a word.

## Import and export

error-import-not-utf8 = Line { $line } is not written in UTF-8.
    .data = Nothing from the file has been taken in.
    .todo = Save the file as UTF-8 and try again.
error-import-not-json = Line { $line } is not valid JSON.
    .data = Nothing from the file has been taken in.
    .todo = Correct line { $line } and try again.
error-import-unknown-kind = Line { $line } has an unknown kind: { $kind }.
    .data = Nothing from the file has been taken in.
    .todo = Check kind on line { $line } against the description of the format.
error-import-field-missing = The field { $field } is missing on line { $line }.
    .data = Nothing from the file has been taken in.
    .todo = Add the field and try again.
error-import-field-invalid = The field { $field } on line { $line } can't be read.
    .data = Nothing from the file has been taken in.
    .todo = Correct the field after the description of the format and try again.
error-import-line-invalid = Line { $line } does not follow the format.
    .data = Nothing from the file has been taken in.
    .todo = Correct line { $line } after the description of the format and try again.
error-import-line-too-long = Line { $line } is longer than a record can be.
    .data = Nothing from the file has been taken in.
    .todo = Check that the file has one record a line.
error-import-end-before-start = On line { $line } the end is before the start.
    .data = Nothing from the file has been taken in.
    .todo = Correct the times on line { $line } and try again.
error-import-id-twice = The same id stands on two lines; the second is line { $line }.
    .data = Nothing from the file has been taken in.
    .todo = Give each record an id of its own.
error-import-reference-missing = Line { $line } refers to something that is not there.
    .data = Nothing from the file has been taken in.
    .todo = Add what is missing to the file and try again.
error-import-signed-changed = Line { $line } would have changed a signed note.
    .data = Nothing from the file has been taken in. The note is as it was.
    .todo = Remove the line, or write an addition to the note.
error-import-too-large = The file is too large to be taken in.
    .data = Nothing from the file has been taken in.
    .todo = Split the file and take in the parts one by one.
error-import-empty = The file is empty.
    .data = { -unchanged }
    .todo = Check that it is the right file.
error-sample-too-large = That many made-up cases can't be made at once.
    .data = { -unchanged }
    .todo = Give a lower number.
error-vault-not-empty = The vault holds people already.
    .data = { -unchanged }
    .todo = Use a new vault for the made-up people.

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
error-ics-time-zone = The time zone { $zone } in the calendar file is unknown.
    .data = No appointments have been taken in.
    .todo = Export the calendar with a common time zone, such as Europe/Stockholm.
error-ics-no-appointments = The calendar file holds no appointments.
    .data = { -unchanged }
    .todo = Check that it is the right file and the right period.

## Print

error-print-leak = The word “{ $word }” must not stand on paper.
    .data = Nothing has been printed.
    .todo = Reword what shows who the person is or which programme it is about, then try again.
error-print-empty = There is nothing to print for that week.
    .data = { -unchanged }
    .todo = Choose another week, or add appointments, routines or goals.
error-print-failed = The page could not be laid out.
    .data = Everything in the vault is still there. Nothing has been printed.
    .todo = Try again. If it happens again, save as PDF and print that.
error-print-too-long = The week is too long to print.
    .data = Nothing has been printed.
    .todo = Take appointments or goals off the paper and try again.
error-ground-missing = A ground is needed before anything is disclosed.
    .data = Nothing has been disclosed.
    .todo = Type why it is disclosed.

## Cards

error-card-invalid = The file is not a valid card.
    .data = { -unchanged }
    .todo = Ask your colleague to export the card again and send it once more.
error-card-altered = The card has been altered since it was made.
    .data = The card has not been kept.
    .todo = Ask your colleague for the card by another way, best face to face.
error-card-too-large = The file is too large to be a card.
    .data = { -unchanged }
    .todo = Check that it is the right file.
error-card-newer = The card was made by a newer version of Farled.
    .data = { -unchanged }
    .todo = Update Farled on this computer.
error-card-expired = The card has expired.
    .data = { -unchanged }
    .todo = Ask your colleague for a new card.
error-card-missing = There is no card for { $name }.
    .data = { -unchanged }
    .todo = Import your colleague's card first.
error-card-unverified = The card of { $name } is not verified.
    .data = Nothing has been sent.
    .todo = Compare the digits with your colleague, by phone or face to face.
error-card-changed = The keys on the card of { $name } are new. Somebody else may be behind it.
    .data = The earlier card is kept. Nothing is sent to the new one until it is verified.
    .todo = Call your colleague on a number you already have and compare the digits.
error-card-revoked = The card of { $name } is revoked.
    .data = Nothing has been sent.
    .todo = Ask your colleague for a new card.
error-card-older = You have a newer card of { $name } already.
    .data = The newer card is kept.
    .todo = There is nothing to do.
error-card-own = This is your own card.
    .data = { -unchanged }
    .todo = Import your colleague's card, and give your own to your colleague.
error-card-ambiguous = Several cards have the name { $name }.
    .data = Nothing has been sent.
    .todo = Choose the card by its digits.
error-digits-mismatch = The digits don't match the card.
    .data = The card is still not verified.
    .todo = Read the digits to each other once more. If they still don't match, don't use the card.
error-identity-missing = The vault has no card of its own yet.
    .data = { -unchanged }
    .todo = Type your name and organisation in Settings.

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
error-bundle-unverified-sender = The sender's card is not verified.
    .data = Nothing from the bundle has been taken in.
    .todo = Compare the digits with the sender and open the bundle again.
error-bundle-opened-before = The bundle has been opened here already.
    .data = What came with it is in the vault.
    .todo = There is nothing to do.
error-bundle-older = A newer bundle from the same sender has been opened already.
    .data = { -unchanged }
    .todo = Ask the sender for a new one if something is missing.
error-bundle-gap = An earlier bundle from the same sender has not arrived.
    .data = { -unchanged }
    .todo = Open the earlier bundle first, or ask the sender for a new one.
error-bundle-signature = The sender's signature does not match.
    .data = Nothing from the bundle has been taken in.
    .todo = Don't trust the file. Tell the sender by another way.
error-bundle-record-invalid = The bundle holds something that Farled can't read.
    .data = Nothing from it has been taken in.
    .todo = Ask the sender to update Farled and send a new one.
error-bundle-own = You made this bundle yourself.
    .data = { -unchanged }
    .todo = Send it to the recipient.
error-recipient-missing = The bundle has no recipient.
    .data = { -unchanged }
    .todo = Choose at least one colleague with a verified card.
error-recipients-too-many = The bundle has too many recipients.
    .data = { -unchanged }
    .todo = Make several bundles.
error-section-missing = No part of the case is chosen.
    .data = { -unchanged }
    .todo = Choose at least one part, such as the plan.
error-section-unknown = There is no part called { $section }.
    .data = { -unchanged }
    .todo = Choose among the parts that the help names.
error-seal-failed = The bundle could not be sealed.
    .data = Everything in the vault is still there. No file was made.
    .todo = Try again.

## Other

error-unexpected = Something unexpected happened.
    .data = Everything that was saved is still there.
    .todo = Try again. If it happens again, restart Farled.
