# Rutiner
routines-grid = Veckans rutiner
routines-routine = Rutin
routines-new = Ny rutin
routines-edit = Ändra rutinen
routines-added = Rutinen är tillagd.
routines-ended = Rutinen är avslutad. Det som är ikryssat är kvar.
routines-week-before = Föregående vecka
routines-week-after = Nästa vecka
routines-this-week = Den här veckan
routines-count = { $done } av { $of } gjorda
routines-times = { $days }, helg { $weekend }
routines-box = { $title }, { $day }: { $said }
routines-ticked = { $title }, { $day }: { $said }
routines-help = Klicka när något är gjort. Skift och klick: inte gjort. En tom ruta säger ingenting.
routines-why = { $title }, { $day }. Varför inte?
routines-why-hint = Om personen vill säga det

routines-trend = Veckorna innan
routines-trend-label = Gjorda rutiner per vecka: { $text }
routines-trend-week = vecka { $week } { $done } av { $of }
routines-as-table = Visa som tabell
routines-as-bars = Visa som staplar
routines-week = Vecka
routines-done = Gjorda
routines-of = Av

routines-title = Vad
routines-title-hint = Så som personen säger det. Skrivs ut på veckan.
routines-title-missing = Skriv vad rutinen är.
routines-templates = Eller utgå från en av dessa
routines-days = Dagar
routines-days-missing = Välj minst en dag.
routines-days-all = Alla dagar
routines-days-weekdays = Vardagar
routines-days-weekend = Helg
routines-time-weekday = Tid på vardagar
routines-time-weekend = Tid på helgen
routines-from = Från och med
routines-end = Avsluta rutinen
routines-end-hint = Den gäller inte längre från och med idag. Det som är ikryssat är kvar.

routines-empty = Inga rutiner den här veckan
routines-empty-text = Välj några få tillsammans med personen. De skrivs ut som rutor att kryssa i.
routines-empty-closed = Ärendet är avslutat.
