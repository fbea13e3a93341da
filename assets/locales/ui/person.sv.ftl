# En person: huvudet och vyerna
person-title = Person
person-active-since = Aktiv sedan { $day }
person-opened = { $phase } · öppnat { $day }
person-next = nästa möte { $when }
person-no-appointment = inget möte bokat
person-print-week = Skriv ut veckan
person-book = Boka
person-new-note = Ny anteckning
person-tab-overview = Översikt
person-tab-plan = Plan
person-tab-calendar = Kalender
person-tab-notes = Anteckningar
person-tab-routines = Rutiner
person-tab-documents = Dokument
person-changed = Ändringen är sparad.
