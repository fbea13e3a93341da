# The week on paper
print-screen = Print the week
print-title = The week for { $alias }
print-print = Print
print-save = Save PDF
print-saved = Saved as { $name }.
print-person = Person
print-person-hint = Search by alias
print-week = Week
print-previous = Previous week
print-next = Next week
print-language = Language
print-paper = Paper
print-landscape = Landscape
print-portrait = Portrait
print-items = On the paper
print-kind-appointment = Appointments
print-kind-routine = Routines
print-kind-goal = Goals
print-kind-remember = Remember
print-kind-call = Numbers to call
print-nothing = There is nothing to print this week. Book an appointment or add a routine and it shows here.
print-ground = Ground
print-ground-hint = Why the paper is handed out. It is written into the disclosure log.
print-queue = The computer's print queue may keep a copy for a while. Print on a printer you trust and fetch the paper at once.
print-choose = Choose a person
print-choose-text = The week shows here as it will be on paper.
print-setting = Preparing the page …
print-page = Page { $page } of { $pages }
print-leak-title = { $count ->
    [one] One word may give the person away
   *[other] { $count } words may give the person away
}
print-leak-todo = Nothing is printed while it stands there. Rewrite it in the plan or the calendar, or leave it out below.
