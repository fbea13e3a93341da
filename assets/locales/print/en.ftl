### Words on paper. None of them may say what the paper is for.

## The week

paper-week = Week { $week }
paper-dates-within-month = { $from }–{ $to } { $month }
paper-dates-across-months = { $from } { $from_month } – { $to } { $to_month }
paper-date = { $day } { $month } { $year }

paper-month-1 = January
paper-month-2 = February
paper-month-3 = March
paper-month-4 = April
paper-month-5 = May
paper-month-6 = June
paper-month-7 = July
paper-month-8 = August
paper-month-9 = September
paper-month-10 = October
paper-month-11 = November
paper-month-12 = December

paper-day-1 = Monday
paper-day-2 = Tuesday
paper-day-3 = Wednesday
paper-day-4 = Thursday
paper-day-5 = Friday
paper-day-6 = Saturday
paper-day-7 = Sunday

paper-day-short-1 = Mon
paper-day-short-2 = Tue
paper-day-short-3 = Wed
paper-day-short-4 = Thu
paper-day-short-5 = Fri
paper-day-short-6 = Sat
paper-day-short-7 = Sun

paper-span = { $from }–{ $until }
paper-bring = Bring: { $things }
paper-company = With { $who }
paper-weekend-time = weekend { $time }
paper-goals = What I’m working on
paper-remember = Remember
paper-call = Call
paper-quoted = “{ $words }”

## The recovery key

paper-recovery-title = Recovery key
paper-recovery-made = Made { $date }
paper-recovery-purpose = What it is for
paper-recovery-purpose-text = The key opens the locked archive on the computer if the passphrase is forgotten. Whoever has both the key and the computer can read everything.
paper-recovery-keep = How to keep it
paper-recovery-keep-text = Lock the paper away, in another place than the computer. Don’t photograph it, and don’t copy it into a phone or an e-mail.
paper-recovery-use = How to use it
paper-recovery-use-text = Start the program, choose recovery key instead of passphrase and type the groups in order: left to right, line by line. The last character of each group checks the others: a typing mistake is shown with the number of its group.
paper-recovery-lost = If the paper is lost
paper-recovery-lost-text = Tell whoever looks after the computers the same day.
