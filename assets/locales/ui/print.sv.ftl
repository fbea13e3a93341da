# Utskriften av veckan
print-screen = Skriv ut veckan
print-title = Veckan för { $alias }
print-print = Skriv ut
print-save = Spara PDF
print-saved = Sparad som { $name }.
print-person = Person
print-person-hint = Sök på alias
print-week = Vecka
print-previous = Föregående vecka
print-next = Nästa vecka
print-language = Språk
print-paper = Papper
print-landscape = Liggande
print-portrait = Stående
print-items = På pappret
print-kind-appointment = Möten
print-kind-routine = Rutiner
print-kind-goal = Mål
print-kind-remember = Kom ihåg
print-kind-call = Telefonnummer
print-nothing = Det finns inget att skriva ut den här veckan. Boka ett möte eller lägg till en rutin, så hamnar det här.
print-ground = Grund
print-ground-hint = Varför pappret lämnas ut. Det skrivs i loggen över utlämnanden.
print-queue = Datorns utskriftskö kan spara en kopia en stund efter utskriften. Skriv ut på en skrivare du litar på och hämta pappret direkt.
print-choose = Välj en person
print-choose-text = Veckan visas här som den blir på papper.
print-setting = Sidan förbereds …
print-page = Sida { $page } av { $pages }
print-leak-title = { $count ->
    [one] Ett ord kan avslöja personen
   *[other] { $count } ord kan avslöja personen
}
print-leak-todo = Ingenting skrivs ut så länge det står där. Skriv om det i planen eller kalendern, eller ta bort det från pappret här nedanför.
