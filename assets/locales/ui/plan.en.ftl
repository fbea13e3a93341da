# The plan: needs, goals and measures
plan-quote = “{ $text }”

# The agreement
plan-not-agreed = The plan hasn’t been gone through with the person yet.
plan-agreement-open = Show what the person said about the plan
plan-agreement-first = Write what the person says
plan-agreement-new = New review
plan-agreement-title = What does { $alias } say about the plan?
plan-agreement-answer = Answer
plan-agreement-detail = In their own words
plan-agreement-why-not = Why was there no answer?
plan-agreement-detail-missing = Say briefly what it is about.
plan-agreement-took-part = Who took part
plan-agreement-took-part-hint = Write roles, not names.
plan-agreement-influence = What the person shaped in the plan
plan-agreement-on = Plan fixed on
plan-agreement-review = Next review
plan-agreement-before = Earlier answers
plan-agreement-with = With: { $people }
plan-agreement-saved = The answer to the plan is saved.
plan-review = Next review { $day }
plan-review-late = A review was due { $day }

# Needs
plan-need-new = New need
plan-need-area = What is the need about?
plan-need-area-hint = Type or choose an area
plan-need-panel = Need: { $area }
plan-need-text = What the need consists of
plan-need-added = The need { $area } is added.
plan-need-remove = Remove the need
plan-need-removed = The need is removed.
plan-area = Area
plan-assess = New assessment
plan-assess-text = What you see
plan-assess-save = Save the assessment
plan-assessed = The assessment is added.
plan-assessments = Assessments
plan-history = History

# Goals
plan-goal = Goal
plan-goal-new = New goal
plan-goal-write = Write a goal
plan-goal-text = The goal in the person’s words
plan-goal-text-hint = In the first person, the way the person says it.
plan-goal-hint = I will …
plan-goal-example = A goal may sound like this: “{ $goal }”
plan-goal-empty = Write what the goal is.
plan-goal-added = The goal is added.
plan-goal-menu = More about the goal “{ $goal }”
plan-goal-edit = Edit the goal
plan-goal-close = Close the goal
plan-goal-becomes = How did it turn out?
plan-goal-line = A line about it
plan-goal-why = Why?
plan-goal-why-missing = Write a line about why.
plan-goal-again = Take up again
plan-goal-now-future = The goal is for later.
plan-goal-now-active = The goal is under way again.
plan-goal-now-achieved = The goal is achieved.
plan-goal-now-removed = The goal is out of the plan.
plan-goal-notes = Notes about the goal
plan-goal-notes-hint = Shown in the plan and sent along when it is shared. Never printed.
plan-target = Reached by
plan-target-by = by { $day }
plan-achievement = How it is going
plan-on-paper = On the printed week
plan-on-paper-hint = Printed under “What I am working on”.
plan-related = Also touches
plan-closed-goals = { $count ->
    [one] One closed goal
   *[other] { $count } closed goals
}

# Measures
plan-measure = Measure
plan-measures-of = Measures for the goal “{ $goal }”
plan-measure-new = New measure
plan-measure-hint = What is to be done? Enter gives the next line.
plan-measure-text = What is to be done
plan-measure-empty = Write what is to be done.
plan-measure-added = The measure is added.
plan-measure-edit = Edit the measure
plan-measure-menu = More about the measure { $measure }
plan-measure-now = { $measure }: { $status }.
plan-dot = { $status }. Click for: { $next }
plan-kind = Kind
plan-who = Who does it?
plan-who-is = Who does it: { $who }
plan-party-unknown = Unknown party
plan-due = Done by
plan-when-label = When:
plan-before = by { $day }
plan-done-on = done { $day }
plan-done = done
plan-not-needed = no longer needed
plan-waited = { $count ->
    [0] waiting since today
    [one] waited { $count } day
   *[other] waited { $count } days
}
plan-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
plan-no-day = no date
plan-waits-for = Waits for
plan-waits-for-hint = For example “after the overview”.
plan-waits-for-request = Waits for a decision on
plan-cost = Who pays
plan-remind = Remind
plan-reminded = The reminder is noted with today’s date.
plan-reminded-today = reminded today

# An empty plan
plan-empty-title = { $alias } has no plan yet
plan-empty-text = Begin with one of the areas below. Ask, listen, and write the goal in the person’s own words.
plan-empty-closed = The case was closed without a plan.
