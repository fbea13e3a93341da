# Share: sealed files between colleagues
share-title = Share
share-subtitle = Sealed files that only those you choose can open
share-tab-send = Send
share-tab-receive = Receive
share-tab-colleagues = Colleagues
share-tab-journal = Journal

# Who you are
share-who = Who are you?
share-who-text = The name stands on your card, so that colleagues know whom a file comes from. You share the card only with those you choose.
share-who-name = Name
share-who-missing = Write your name.
share-who-role = Role
share-who-organisation = Organisation

# Send
share-persons = Whom is it about?
share-persons-hint = Search by alias
share-persons-chosen = People chosen
share-persons-missing = Choose at least one person.
share-nobody = There is nobody to share
share-nobody-text = Once you have added a person you can send the case to a colleague from here.
share-sections = What goes along?
share-sections-hint = The basics of the case and the parties named always go along. Drafts never do.
share-sections-missing = Choose at least one part.
share-identity-warning = The person's real name and number now go along. Send them only if the recipient must have them, and never an old and a new identity together.
share-recipients = To whom?
share-recipients-missing = Choose at least one recipient.
share-no-cards = You have no colleagues' cards yet. Add a card and compare the digits, then you can send to them.
share-ground = Ground
share-ground-hint = Why you may disclose this. It is written into the disclosure log.
share-ground-missing = Choose a ground.
share-seal = Seal
share-incomplete = Something is missing. It says so beside the fields.
share-records = { $count ->
    [one] one record
   *[other] { $count } records
}
share-sealed-next = The file is sealed and saved. Send it the way you usually send files: only the chosen recipients can open it.
share-sealed-confirm = Ask the recipient to tell you when the file is opened, then remove your copy.
share-again = Send something else
share-size-kb = { $size } kB
share-size-mb = { $size } MB

# Receive
share-open = Open a sealed file
share-open-other = Open another
share-receive-title = Receive a sealed file
share-receive-text = Choose the file you were sent. You see what it changes before anything is saved.
share-from = From { $sender }
share-sealed-at = Sealed { $when }
share-changes = What changes
share-preview-text = Nothing has changed yet.
share-merge = Take in
share-put-aside = Put aside
share-merged = Taken in from { $sender }
share-merged-text = All of it is saved here. The file can't be taken in a second time.
share-merged-toast = The file is taken in.
share-nothing-new = Everything in the file is here already. Nothing changes.
share-open-person = Open { $alias }
share-new-person = New person here
share-new = New: { $what }
share-changed = Changes: { $what }
share-conflicts = { $count ->
    [one] One record was changed both here and by the sender. Both versions are kept.
   *[other] { $count } records were changed both here and by the sender. Both versions are kept.
}
share-alias-taken = You already have another person with the alias { $alias }. Change one of them afterwards so that they aren't mixed up.
share-parties = { $count ->
    [one] One party is new or changes.
   *[other] { $count } parties are new or change.
}
share-erased = { $count ->
    [one] One record was erased by the sender and goes here too.
   *[other] { $count } records were erased by the sender and go here too.
}
share-stay-erased = { $count ->
    [one] One record was erased here and doesn't come back.
   *[other] { $count } records were erased here and don't come back.
}
share-same = { $count ->
    [one] One record is the same here.
   *[other] { $count } records are the same here.
}
share-count-case = { $count ->
    [one] the basics of the case
   *[other] the basics of { $count } cases
}
share-count-civil_identity = { $count ->
    [one] identity
   *[other] { $count } identities
}
share-count-need = { $count ->
    [one] one need
   *[other] { $count } needs
}
share-count-goal = { $count ->
    [one] one goal
   *[other] { $count } goals
}
share-count-measure = { $count ->
    [one] one measure
   *[other] { $count } measures
}
share-count-agreement = { $count ->
    [one] one agreement
   *[other] { $count } agreements
}
share-count-request = { $count ->
    [one] one request
   *[other] { $count } requests
}
share-count-series = { $count ->
    [one] one series
   *[other] { $count } series
}
share-count-appointment = { $count ->
    [one] one appointment
   *[other] { $count } appointments
}
share-count-routine = { $count ->
    [one] one routine
   *[other] { $count } routines
}
share-count-routine_week = { $count ->
    [one] one week of routines
   *[other] { $count } weeks of routines
}
share-count-note = { $count ->
    [one] one note
   *[other] { $count } notes
}
share-count-amendment = { $count ->
    [one] one addition
   *[other] { $count } additions
}

# Colleagues
share-cards = Colleagues' cards
share-cards-empty = No cards yet
share-cards-empty-text = Ask a colleague to save their card and send you the file. Add it here and compare the digits by phone.
share-import-card = Add a card
share-card-added = The card of { $name } is added. Compare the digits before you send anything.
share-card-known = The card of { $name } is updated. The keys are the same.
share-card-removed = The card of { $name } is removed.
share-remove-card = Remove the card
share-remove-of = Remove the card of { $name }
share-use-ready = Compared
share-use-unverified = Not compared
share-use-changed = New key
share-use-expired = Has expired
share-valid-until = Valid until { $day }
share-expired-on = Expired { $day }
share-key-changed = The key of { $name } is another than before
share-key-changed-text = It may be a new computer, but also somebody who pretends to be your colleague. Nothing can be sent there until you have compared the digits. Call a number that you had already.
share-mine = My card
share-mine-text = Read the digits aloud when a colleague compares your card. The card holds no secrets.
share-digits = Digits to compare
share-save-card = Save my card
share-card-saved = The card is saved as { $name }. Send the file to your colleague.

# Comparing
share-compare = Compare digits
share-compare-with = Compare with { $name }
share-compare-call = Call your colleague on a number that you have already.
share-compare-read = Ask them to read groups { $first } and { $last } from their own card in Farled.
share-compare-type = Type the digits as you hear them.
share-group = Group { $group }
share-group-five = A group has five digits.
share-compare-done = Compare
share-verified = The digits agree. You can now send to { $name }.

# The key for an emergency
share-key = If Farled can't be used
share-key-text = With the secret key, files sealed to you can be opened with the program age, without Farled. Save it only if it is really needed, and keep it locked away.
share-key-danger = Whoever has the file can read everything that is ever sent to you.
share-key-ground = Why is the key needed?
share-key-ground-hint = It is written into the disclosure log.
share-key-ground-missing = Write why.
share-key-save = Save the secret key
share-key-saved = The key is saved as { $name }. Lock it away.

# Journal
share-journal-empty = Nothing sent or received
share-journal-empty-text = Every file that you send or take in stands here afterwards.
share-sent-to = To { $who }
share-received-from = From { $who }
share-number = no. { $number }
share-alias-before = Is called { $alias } here today.
share-phase-then = The phase becomes: { $phase }.
share-sealing = Sealing …
share-opening = Opening and comparing …
share-merging = Taking in …
share-count-attachment = { $count ->
    [one] one document
   *[other] { $count } documents
}
share-documents-size = The documents are { $size } together.
share-alias-was = Was called { $alias } here before.
share-phase-now = The phase is now: { $phase }.
