# People
people-count = { $count ->
    [0] No open case
    [one] One open case
   *[other] { $count } open cases
}
people-filter = Filter by alias
people-found = { $count ->
    [0] Nothing found
    [one] One person
   *[other] { $count } people
}
people-alias = Alias
people-phase = Phase
people-next = Next appointment
people-contact = Last contact
people-risk = Risk review
people-left = Left to do
people-never = none yet
people-drafts = { $count ->
    [one] One draft
   *[other] { $count } drafts
}
people-waiting = { $count ->
    [one] One request that waits for a decision
   *[other] { $count } requests that wait for a decision
}
people-closed = { $count ->
    [one] One closed case
   *[other] { $count } closed cases
}
people-none-open = All cases are closed.
people-next-row = Next person
people-previous-row = Previous person
people-empty-text = Add the first one under an alias. The real name isn’t needed.

# A new person
people-add = Add person
people-alias-hint = A word that doesn’t say who it is, such as a tree.
people-protection = Protected identity
