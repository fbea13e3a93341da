# The frame round every screen.
shell-navigation = Main menu
shell-floats = Above the page
shell-skip = Skip to the content
shell-search = Search
shell-lock = Lock
shell-private = Private
shell-private-end = End private mode
shell-private-title = Private mode is on
shell-private-what = This page shows more than one person, so it is hidden.
shell-private-text = Open the person who sits beside you before you turn on private mode.
shell-shortcuts = Keyboard shortcuts
shell-shortcuts-single = Single-key shortcuts
shell-shortcuts-single-hint = They are silent while you type. Combinations with Ctrl always work.
shell-palette-hint = Find a person, note, appointment or page
shell-palette-answers = Results
shell-palette-place = Page
shell-palette-failed = The search could not be done. Try again.
shell-sample = Practice people: everyone here is made up.
shell-sample-end = End the practice

# What could not be saved
shell-unsaved = { $count ->
    [one] What you wrote is not saved yet
   *[other] { $count } texts that you wrote are not saved yet
}
shell-unsaved-held = The text stays here for as long as the vault is open. Farled keeps trying to save it.
shell-unsaved-show = Show the text
shell-leave = What you wrote is not saved
shell-leave-lock = The latest of it is only here in the window. If you lock now, it is lost. What was saved before stays.
shell-leave-close = The latest of it is only here in the window. If you close now, it is lost. What was saved before stays.
shell-leave-stay = Stay
shell-leave-lock-anyway = Lock anyway
shell-leave-close-anyway = Close anyway

# The screens, in the navigation
shell-today = Today
shell-people = People
shell-calendar = Calendar
shell-follow-up = Follow-up
shell-share = Share
shell-settings = Settings
shell-person = Person
