### Orden på papper. Inget av dem får säga vad papperet är till för.

## Veckan

paper-week = Vecka { $week }
paper-dates-within-month = { $from }–{ $to } { $month }
paper-dates-across-months = { $from } { $from_month } – { $to } { $to_month }
paper-date = { $day } { $month } { $year }

paper-month-1 = januari
paper-month-2 = februari
paper-month-3 = mars
paper-month-4 = april
paper-month-5 = maj
paper-month-6 = juni
paper-month-7 = juli
paper-month-8 = augusti
paper-month-9 = september
paper-month-10 = oktober
paper-month-11 = november
paper-month-12 = december

paper-day-1 = Måndag
paper-day-2 = Tisdag
paper-day-3 = Onsdag
paper-day-4 = Torsdag
paper-day-5 = Fredag
paper-day-6 = Lördag
paper-day-7 = Söndag

paper-day-short-1 = Mån
paper-day-short-2 = Tis
paper-day-short-3 = Ons
paper-day-short-4 = Tors
paper-day-short-5 = Fre
paper-day-short-6 = Lör
paper-day-short-7 = Sön

paper-span = { $from }–{ $until }
paper-bring = Ta med: { $things }
paper-company = Med { $who }
paper-weekend-time = helg { $time }
paper-goals = Det här jobbar jag med
paper-remember = Kom ihåg
paper-call = Ring
paper-quoted = ”{ $words }”

## Återställningsnyckeln

paper-recovery-title = Återställningsnyckel
paper-recovery-made = Gjord { $date }
paper-recovery-purpose = Vad den är till för
paper-recovery-purpose-text = Nyckeln öppnar datorns låsta arkiv om lösenfrasen är glömd. Den som har både nyckeln och datorn kan läsa allt.
paper-recovery-keep = Så förvaras den
paper-recovery-keep-text = Lägg papperet inlåst, på en annan plats än datorn. Fotografera det inte och skriv inte av det i en telefon eller ett mejl.
paper-recovery-use = Så används den
paper-recovery-use-text = Starta programmet, välj återställningsnyckel i stället för lösenfras och skriv grupperna i ordning: från vänster till höger, rad för rad. Det sista tecknet i varje grupp kontrollerar de andra: vid ett skrivfel visas gruppens nummer.
paper-recovery-lost = Om papperet försvinner
paper-recovery-lost-text = Säg till den som sköter datorerna samma dag.
