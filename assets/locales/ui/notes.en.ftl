# Notes
notes-list = Notes
notes-all = All notes
notes-search = Search the notes
notes-hits = { $count ->
    [0] Nothing was found
    [one] One hit
   *[other] { $count } hits
}
notes-drafts = Drafts
notes-draft = { $count ->
    [0] Draft
    [one] Draft, one word
   *[other] Draft, { $count } words
}
notes-no-words = Nothing written yet
notes-additions = { $count ->
    [one] One addition
   *[other] { $count } additions
}
notes-added-to = Addition begun
notes-empty = No notes yet
notes-empty-text = Write the first about { $alias } once you have met or spoken.
notes-empty-closed = The case was closed without notes.

# Writing
notes-writing = Note being written
notes-type = Type
notes-day = Day
notes-time = Time
notes-minutes = Minutes
notes-body = Note
notes-body-hint = What happened, what was said, what did you see? Write roles rather than names.
notes-openings = Openings to start from
notes-themes = Themes
notes-goals = Goals you worked on
notes-scales = Scales 0–10
notes-scale-motivation = Motivation
notes-scale-motivation-low = none
notes-scale-motivation-high = very strong
notes-scale-safety = Safety
notes-scale-safety-low = not safe at all
notes-scale-safety-high = entirely safe
notes-scale-loneliness = Loneliness
notes-scale-loneliness-low = not lonely at all
notes-scale-loneliness-high = very lonely
notes-scale-sleep = Sleep
notes-scale-sleep-low = very poor
notes-scale-sleep-high = very good
notes-not-saved = Not saved.
notes-sign = Sign
notes-signed = The note is signed.
notes-discard = Discard the draft
notes-discarded = The draft is discarded.

# Next step
notes-next-step = Next step
notes-next-step-hint = For example: Tue 14 visit to the boxing club
notes-step-measure = Make it a measure
notes-step-appointment = Make it an appointment
notes-step-measure-add = Add the measure
notes-step-appointment-add = Book the appointment
notes-step-goal = For which goal?
notes-step-what = What
notes-step-what-missing = Write what the appointment is about.
notes-step-day-missing = Choose a day.
notes-step-place = Place
notes-step-place-hint = As the person knows it. Printed on the week.
notes-step-booked = The appointment is booked.

# Signed
notes-signed-by = Signed by { $author } { $when }
notes-addition = Addition
notes-add = Add
notes-add-label = Correction or addition
notes-add-hint = The note doesn’t change. What you write is added beneath it.
notes-add-sign = Sign the addition
notes-add-discard = Discard the addition
notes-adding = Addition being written
notes-addition-discarded = The addition is discarded.
notes-amended = The addition is signed.
notes-name-title = Who signs?
notes-name = Your name
notes-name-hint = As your colleagues know you. It is kept in the settings.
notes-name-missing = Write your name.
notes-name-sign = Save and sign
notes-came-from = Came from { $sender } on { $day }
