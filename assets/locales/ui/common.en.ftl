# Words that every screen shares.
common-save = Save
common-cancel = Cancel
common-close = Close
common-undo = Undo
common-retry = Try again
common-back = Back
common-next = Next
common-done = Done
common-add = Add
common-edit = Change
common-remove = Remove
common-open = Open
common-show = Show
common-hide = Hide
common-show-more = Show more
common-show-passphrase = Show the passphrase
common-hide-passphrase = Hide the passphrase
common-caps-lock = Caps Lock is on
common-optional = (optional)
common-choose = Choose
common-clear = Clear
common-clear-of = Clear { $label }
common-show-list = Show the list
common-add-text = Add “{ $text }”
common-nothing-found = Nothing found
common-loading = Loading …
common-messages = Messages
common-resumed = Begun earlier, not saved yet.
common-start-over = Start over
common-not-kept = What you write can’t be kept right now.
common-saved-at = Saved { $time }
common-yes = Yes
common-no = No
common-none = None
common-you = You

# Dates and times
common-today = today
common-tomorrow = tomorrow
common-yesterday = yesterday
common-now = now
common-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
common-in-days = in { common-days }
common-days-ago = { common-days } ago
common-minutes = { $count } min
common-hours = { $count } h
common-week = Week { $week }
common-empty = Empty
common-date-day = day
common-date-month = month
common-date-year = year
common-date-day-empty = dd
common-date-month-empty = mm
common-date-year-empty = yyyy
common-open-calendar = Open the calendar for { $label }
common-previous-month = Previous month
common-next-month = Next month
common-week-column = Week
common-time-empty = hh:mm
common-time-wrong = Write a time, such as 09:30.

common-error-unknown = Something went wrong ({ $code }).
    .data = What is already saved is not affected.
    .todo = Try again. Restart Farled if that does not help.
