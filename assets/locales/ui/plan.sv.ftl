# Planen: behov, mål och insatser
plan-quote = ”{ $text }”

# Överenskommelsen
plan-not-agreed = Planen är inte genomgången med personen än.
plan-agreement-open = Visa vad personen sagt om planen
plan-agreement-first = Skriv vad personen säger
plan-agreement-new = Ny genomgång
plan-agreement-title = Vad säger { $alias } om planen?
plan-agreement-answer = Svar
plan-agreement-detail = Med egna ord
plan-agreement-why-not = Varför gick det inte att svara?
plan-agreement-detail-missing = Skriv kort vad det gäller.
plan-agreement-took-part = Vilka var med
plan-agreement-took-part-hint = Skriv roller, inte namn.
plan-agreement-influence = Vad personen påverkade i planen
plan-agreement-on = Planen fastställd
plan-agreement-review = Nästa genomgång
plan-agreement-before = Tidigare svar
plan-agreement-with = Med: { $people }
plan-agreement-saved = Svaret på planen är sparat.
plan-review = Nästa genomgång { $day }
plan-review-late = Genomgång skulle ha varit { $day }

# Behov
plan-need-new = Nytt behov
plan-need-area = Vad gäller behovet?
plan-need-area-hint = Skriv eller välj ett område
plan-need-panel = Behov: { $area }
plan-need-text = Vad behovet består av
plan-need-added = Behovet { $area } är tillagt.
plan-need-remove = Ta bort behovet
plan-need-removed = Behovet är borttaget.
plan-area = Område
plan-assess = Ny bedömning
plan-assess-text = Vad du ser
plan-assess-save = Spara bedömningen
plan-assessed = Bedömningen är tillagd.
plan-assessments = Bedömningar
plan-history = Historik

# Mål
plan-goal = Mål
plan-goal-new = Nytt mål
plan-goal-write = Skriv ett mål
plan-goal-text = Målet med personens ord
plan-goal-text-hint = I jag-form, så som personen själv säger det.
plan-goal-hint = Jag ska …
plan-goal-example = Ett mål kan låta så här: ”{ $goal }”
plan-goal-empty = Skriv vad målet är.
plan-goal-added = Målet är tillagt.
plan-goal-menu = Mer om målet ”{ $goal }”
plan-goal-edit = Ändra målet
plan-goal-close = Avsluta målet
plan-goal-becomes = Hur blev det?
plan-goal-line = En rad om det
plan-goal-why = Varför?
plan-goal-why-missing = Skriv en rad om varför.
plan-goal-again = Ta upp igen
plan-goal-now-future = Målet ligger längre fram.
plan-goal-now-active = Målet är igång igen.
plan-goal-now-achieved = Målet är uppnått.
plan-goal-now-removed = Målet är borttaget ur planen.
plan-goal-notes = Anteckningar om målet
plan-goal-notes-hint = Syns i planen och följer med när den delas. Skrivs aldrig ut.
plan-target = Nås senast
plan-target-by = till { $day }
plan-achievement = Hur det går
plan-on-paper = Med på veckoschemat
plan-on-paper-hint = Skrivs ut under ”Det här jobbar jag med”.
plan-related = Rör också
plan-closed-goals = { $count ->
    [one] Ett avslutat mål
   *[other] { $count } avslutade mål
}

# Insatser
plan-measure = Insats
plan-measures-of = Insatser för målet ”{ $goal }”
plan-measure-new = Ny insats
plan-measure-hint = Vad ska göras? Enter ger nästa rad.
plan-measure-text = Vad som ska göras
plan-measure-empty = Skriv vad som ska göras.
plan-measure-added = Insatsen är tillagd.
plan-measure-edit = Ändra insatsen
plan-measure-menu = Mer om insatsen { $measure }
plan-measure-now = { $measure }: { $status }.
plan-dot = { $status }. Klicka för: { $next }
plan-kind = Slag
plan-who = Vem gör det?
plan-who-is = Vem gör det: { $who }
plan-party-unknown = Okänd part
plan-due = Klart före
plan-when-label = När:
plan-before = före { $day }
plan-done-on = klart { $day }
plan-done = klart
plan-not-needed = behövs inte längre
plan-waited = { $count ->
    [0] väntar sedan idag
    [one] väntat { $count } dag
   *[other] väntat { $count } dagar
}
plan-late = { $count ->
    [one] { $count } dag försenad
   *[other] { $count } dagar försenad
}
plan-no-day = ingen dag
plan-waits-for = Väntar på
plan-waits-for-hint = Till exempel ”efter översikten”.
plan-waits-for-request = Väntar på besked om
plan-cost = Vem betalar
plan-remind = Påminn
plan-reminded = Påminnelsen är noterad med dagens datum.
plan-reminded-today = påmind idag

# En tom plan
plan-empty-title = { $alias } har ingen plan än
plan-empty-text = Börja med ett av områdena nedan. Fråga, lyssna, och skriv målet med personens egna ord.
plan-empty-closed = Ärendet är avslutat utan plan.
