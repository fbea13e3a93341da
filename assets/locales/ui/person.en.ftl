# One person: the head and the views
person-title = Person
person-active-since = Active since { $day }
person-opened = { $phase } · opened { $day }
person-next = next appointment { $when }
person-no-appointment = no appointment booked
person-print-week = Print the week
person-book = Book
person-new-note = New note
person-tab-overview = Overview
person-tab-plan = Plan
person-tab-calendar = Calendar
person-tab-notes = Notes
person-tab-routines = Routines
person-tab-documents = Documents
person-changed = The change is saved.
