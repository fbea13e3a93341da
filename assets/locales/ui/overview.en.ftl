# The overview of a person
overview-summary = Where things stand
overview-summary-hint = A few lines at hand: where the person is now and what matters most.
overview-goals = What you are working on
overview-measures-done = { $done } of { $of }
overview-no-goals = No goals yet. Begin in the plan.
overview-to-do = To do
overview-to-do-print_week = Print the week
overview-to-do-print_week-open = Print
overview-to-do-risk_review = Review the risk assessment
overview-to-do-risk_review-open = Set a new day
overview-to-do-plan_review = Go through the plan
overview-to-do-plan_review-open = Open the plan
overview-to-do-done = The measure is completed.
overview-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
overview-notes = Notes
overview-no-notes = Nothing written yet.
overview-draft = Draft
overview-addition = Addition begun
overview-draft-words = { $count ->
    [0] Nothing written yet
    [one] One word so far
   *[other] { $count } words so far
}
overview-draft-open = Continue

# Requests
overview-requests = Waiting for a decision
overview-no-requests = Nothing is waiting for a decision.
overview-request-new = New request
overview-request-edit = Edit the request
overview-request-menu = More about the request { $what }
overview-request-what = What is it about?
overview-request-what-hint = For example “Income support during work practice”.
overview-request-what-missing = Write what the request is about.
overview-request-party = To whom?
overview-request-party-hint = Search or type a new one
overview-request-party-missing = Choose whom the request went to.
overview-request-submitted = Submitted
overview-request-reference = The recipient’s reference number
overview-request-added = The request is added.
overview-request-decided = The decision is saved.
overview-reminded = reminded { $day }
overview-decided = { $count ->
    [one] One decision has come
   *[other] { $count } decisions have come
}
overview-decision = What became of it?
overview-decision-reason = Reason
overview-decision-reason-missing = Write why the request was withdrawn.

# The case
overview-details = The case
overview-details-edit = Edit the case
overview-closed = The case is closed. Choose another phase to open it again.
overview-last-contact = Last contact
overview-no-contact = none yet
overview-alias = Alias
overview-alias-hint = Never the person’s own name.
overview-alias-missing = Write an alias.
overview-phase = Phase
overview-phase-now = The phase is now { $phase }.
overview-opened = Opened
overview-protection = Protected details
overview-contact-person = Contact person
overview-contact-person-since = Contact person since
overview-since = since { $day }
overview-deputies = Deputies
overview-deputies-hint = Separate several with commas.
overview-conditions = Conditions
overview-conditions-hint = Those that the person has agreed to.
overview-condition-agreed = Agreed
overview-condition-state = Is the condition kept?
overview-condition-since = Broken since
overview-calls = Numbers to call
overview-calls-hint = Printed on the week. Use a letter or a first name.
overview-call-label = Who
overview-call-number = Number
overview-call-add = Add a number
overview-call-remove = Remove the number for { $label }
overview-remember = Remember
overview-remember-hint = Printed on the week.
overview-risk-review = Review the risk
overview-safety-flag = Warning
overview-safety-flag-hint = Short, such as “Avoid the centre”. Shown beside the alias, never on paper.

# Identity
overview-identity = Identity
overview-identity-hidden = hidden
overview-identity-none = not filled in
overview-identity-add = Fill in
overview-identity-saved = The identity is saved and hidden again.
overview-ground = Why do you need to see it?
overview-ground-hint = Written into the disclosure log.
overview-ground-missing = Write a ground.
overview-given-name = Given name
overview-surname = Surname
overview-identity-number = Personal identity number
overview-identity-number-hint = Or coordination number.

# Disclosures
overview-log = Disclosures
overview-log-count = { $count }
overview-log-empty = Nothing has been disclosed.
overview-log-to = to { $recipient }
overview-log-caseload = All cases
overview-log-identity_key = Identity key
