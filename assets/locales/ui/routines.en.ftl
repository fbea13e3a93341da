# Routines
routines-grid = The week’s routines
routines-routine = Routine
routines-new = New routine
routines-edit = Edit the routine
routines-added = The routine is added.
routines-ended = The routine has ended. Its ticks stay.
routines-week-before = Previous week
routines-week-after = Next week
routines-this-week = This week
routines-count = { $done } of { $of } done
routines-times = { $days }, weekend { $weekend }
routines-box = { $title }, { $day }: { $said }
routines-ticked = { $title }, { $day }: { $said }
routines-help = Click when something is done. Shift and click: not done. An empty box says nothing.
routines-why = { $title }, { $day }. Why not?
routines-why-hint = If the person wants to say

routines-trend = The weeks before
routines-trend-label = Routines done each week: { $text }
routines-trend-week = week { $week } { $done } of { $of }
routines-as-table = Show as table
routines-as-bars = Show as bars
routines-week = Week
routines-done = Done
routines-of = Of

routines-title = What
routines-title-hint = As the person says it. Printed on the week.
routines-title-missing = Write what the routine is.
routines-templates = Or start from one of these
routines-days = Days
routines-days-missing = Choose at least one day.
routines-days-all = Every day
routines-days-weekdays = Weekdays
routines-days-weekend = Weekend
routines-time-weekday = Time on weekdays
routines-time-weekend = Time at weekends
routines-from = From
routines-end = End the routine
routines-end-hint = It no longer applies from today. Its ticks stay.

routines-empty = No routines this week
routines-empty-text = Choose a few together with the person. They are printed as boxes to tick.
routines-empty-closed = The case is closed.
