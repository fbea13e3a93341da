# The day
today-meetings = { $count ->
    [0] no appointments
    [one] one appointment
    [2] two appointments
    [3] three appointments
    [4] four appointments
    [5] five appointments
    [6] six appointments
    [7] seven appointments
    [8] eight appointments
    [9] nine appointments
    [10] ten appointments
   *[other] { $count } appointments
}
today-to-write = { $count ->
    [one] one note to write
    [2] two notes to write
    [3] three notes to write
    [4] four notes to write
    [5] five notes to write
    [6] six notes to write
    [7] seven notes to write
    [8] eight notes to write
    [9] nine notes to write
    [10] ten notes to write
   *[other] { $count } notes to write
}
today-appointments = Today’s appointments
today-no-appointments = No appointments today.
today-all-day = all day
today-now-in = now, in { $count } min
today-without-outcome = Without an outcome
today-without-note = Without a note
today-drafts = Drafts
today-draft = { $count ->
    [0] draft
    [one] draft, one word
   *[other] draft, { $count } words
}
today-addition = { $count ->
    [one] addition begun, one word
   *[other] addition begun, { $count } words
}
today-free = A quiet day
today-free-text = No appointments today, and nothing that waits.
today-no-people = Nobody here yet
today-no-people-text = Add the first person, and what you need for the day gathers here.

# Steps
today-outcome = Outcome
today-outcome-remove = Remove the outcome
today-outcome-why = Why?
today-outcome-text = Comment
today-outcome-saved = The outcome is saved: { $outcome }.
today-outcome-removed = The outcome is removed.
today-note = Write note
today-open-note = Open the note
today-write = Write
today-continue = Continue
today-reschedule = Reschedule
today-reschedule-title = Reschedule the appointment with { $alias }
today-new-day = New day
today-new-time = New time
today-day-missing = Choose a day.
today-rescheduled = The appointment is moved to { $when }.

# Beside the day
today-waiting = Waiting for a decision
today-remind = Remind
today-reminded = The reminder to { $party } is noted.
today-reminded-on = reminded { $day }
today-to-do = To do
today-print-week = Print the week for { $alias }
today-risk-review = Go through the risk assessment, { $alias }
today-plan-review = Go through the plan, { $alias }
today-late = { $count ->
    [one] one day late
   *[other] { $count } days late
}
today-done = done
today-ticked = The measure is done.
today-unticked = The measure is in progress again.
today-quiet = A long time ago
today-no-contact = { $count ->
    [one] No contact for a day
   *[other] No contact for { $count } days
}

# Booking and writing
today-book = Book
today-book-title = Book an appointment
today-book-with = Book an appointment with { $alias }
today-person = Person
today-person-hint = Type an alias
today-person-missing = Choose who the appointment is with.
today-line = When and what
today-line-hint = For example: tue 14 dentist 45m
today-line-empty = This is how the line is read while you type.
today-booked = Booked: { $what }, { $when }.
today-note-about = A note about whom?

# Keys
today-next-row = Next row
today-previous-row = Previous row
today-act = Do what the row is about
