# The calendar
calendar-book = Book
calendar-today = Today
calendar-previous = Previous
calendar-next = Next
calendar-views = View
calendar-view-week = Week
calendar-view-day = Day
calendar-view-list = List
calendar-count = { $count ->
    [0] no appointments
    [one] one appointment
   *[other] { $count } appointments
}
calendar-lacking = { $count ->
    [one] one lacks an outcome
   *[other] { $count } lack an outcome
}
calendar-empty = No appointments this week
calendar-empty-text = Book one and it shows here and on the printed week.
calendar-day-empty = No appointments
calendar-all-day = All day
calendar-and = { $first } and { $last }

# An appointment
calendar-replaced = Rescheduled
calendar-lacks-outcome = Lacks an outcome
calendar-has-note = has a note
calendar-repeated = repeated
calendar-clash = Clashes with { $who }
calendar-safety-spoken = safety: { $hint }
calendar-bring-short = Bring { $what }
calendar-replaces = Replaces the one on { $when }
calendar-replaced-by = Replaced by the one on { $when }

# The panel
calendar-new = New appointment
calendar-line = Write it on one line
calendar-line-hint = For example: tue 14 dentist 45m
calendar-title-label = What
calendar-title-missing = Write what the appointment is about.
calendar-person = Person
calendar-person-hint = Search by alias
calendar-person-missing = Choose whom the appointment is with.
calendar-day-label = Day
calendar-day-missing = Choose a day.
calendar-time = Time
calendar-time-missing = Write a time.
calendar-length = Length
calendar-length-wrong = Write a length, for example 50 min or 1 h 30.
calendar-place = Place
calendar-on-paper = Stands on the printed week
calendar-on-paper-hint = What, place, what to bring and company are printed as they stand here.
calendar-more = More about it
calendar-bring = Bring
calendar-company = Who comes along
calendar-medium = How you meet
calendar-party = Party
calendar-party-none = No party
calendar-safety = To mind for safety
calendar-safety-hint = For you alone. Never printed.
calendar-note = Write a note
calendar-open-note = Open the note
calendar-put-aside = The changes are not saved.
calendar-continue = Continue

# Outcome and rescheduling
calendar-outcome = Outcome
calendar-outcome-none = No outcome yet
calendar-outcome-why = Why?
calendar-outcome-text = Comment
calendar-outcome-saved = The outcome is saved: { $outcome }.
calendar-outcome-removed = The outcome is removed.
calendar-reschedule = Reschedule
calendar-new-day = New day
calendar-new-time = New time
calendar-rescheduled = Rescheduled to { $when }.

# Repetition
calendar-repeat = Repeats
calendar-repeat-never = Never
calendar-repeat-day = Daily
calendar-repeat-week = Weekly
calendar-repeat-month = Monthly
calendar-repeat-year = Yearly
calendar-interval = How often
calendar-every-day = { $count ->
    [one] Every day
   *[other] Every { $count } days
}
calendar-every-week = { $count ->
    [one] Every week
   *[other] Every { $count } weeks
}
calendar-every-month = { $count ->
    [one] Every month
   *[other] Every { $count } months
}
calendar-every-year = { $count ->
    [one] Every year
   *[other] Every { $count } years
}
calendar-weekdays = Weekdays
calendar-weekday-mon = Mon
calendar-weekday-tue = Tue
calendar-weekday-wed = Wed
calendar-weekday-thu = Thu
calendar-weekday-fri = Fri
calendar-weekday-sat = Sat
calendar-weekday-sun = Sun
calendar-weekday-the-mon = Monday
calendar-weekday-the-tue = Tuesday
calendar-weekday-the-wed = Wednesday
calendar-weekday-the-thu = Thursday
calendar-weekday-the-fri = Friday
calendar-weekday-the-sat = Saturday
calendar-weekday-the-sun = Sunday
calendar-monthly = Day of the month
calendar-monthly-date = day { $day } of the month
calendar-monthly-last-day = the last day
calendar-monthly-first = the first { $weekday }
calendar-monthly-second = the second { $weekday }
calendar-monthly-third = the third { $weekday }
calendar-monthly-fourth = the fourth { $weekday }
calendar-monthly-fifth = the fifth { $weekday }
calendar-monthly-last = the last { $weekday }
calendar-ends = Ends
calendar-ends-never = Never
calendar-ends-on = On a day
calendar-ends-after = After a number of times
calendar-until-label = Last day
calendar-until-missing = Choose the last day.
calendar-until-early = The last day is before the first.
calendar-count-label = Times
calendar-until = until { $day }
calendar-times = { $count ->
    [one] once
   *[other] { $count } times
}
calendar-foreign = The appointment repeats in a way that another program decided. It isn't changed here.

# A series
calendar-scope-edit = Which appointments is the change for?
calendar-scope-move = Which appointments are to be moved?
calendar-scope-remove = Which appointments are to be removed?

# Changing
calendar-move = Move with the arrow keys
calendar-lifted = Moving { $what }. The arrow keys change day and time, Enter drops, Esc cancels.
calendar-carrying = { $when } · Enter drops, Esc cancels
calendar-moving-to = Moves to { $when }
calendar-put-back = The move is cancelled.
calendar-booked = Booked: { $what }, { $when }.
calendar-saved = The appointment is saved.
calendar-moved = { $what } is moved to { $when }.
calendar-resized = The appointment now takes { $minutes } min.
calendar-removed = { $what } is removed.
calendar-removed-series = Several appointments called { $what } are removed.
