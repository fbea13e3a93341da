### Ordlistornas termer: ett meddelande per term, `<lista>-<term>`.

## Ärendets skede
phase-intake = Förfrågan
phase-assessment = Utredning
phase-active = Aktiv
phase-winding_down = Avtrappning
phase-follow_up = Uppföljning
phase-closed = Avslutad

## Skyddade personuppgifter
protection-none = Ingen
protection-secrecy_marking = Sekretessmarkering
protection-protected_registration = Skyddad folkbokföring
protection-assumed_identity = Fingerade personuppgifter

## Villkor för stödet
condition-kind-free_from_drugs = Drogfri
condition-kind-free_from_crime = Brottsfri
condition-kind-police_report = Polisanmälan gjord
condition-kind-demonstrable_risk = Hotbild som kan visas
condition-kind-information_exchange = Samtycker till informationsutbyte

condition-state-kept = Hålls
condition-state-broken = Brutet

## Behov
need-area-protection = Skydd
need-area-housing_emergency = Akut boende
need-area-housing_long_term = Boende
need-area-livelihood = Försörjning och skulder
need-area-employment = Arbete
need-area-education = Utbildning
need-area-physical_health = Fysisk hälsa
need-area-addiction = Missbruk och beroende
need-area-mental_health = Psykisk hälsa och terapi
need-area-family = Familj
need-area-social_network = Socialt nätverk
need-area-identity = Identitet och tillhörighet
need-area-routines = Rutiner och vardag
need-area-legal = Rättsliga frågor
need-area-authorities = Myndighetskontakter

need-status-not_assessed = Inte bedömt
need-status-no_need = Inget behov
need-status-need = Behov finns
need-status-being_met = Tillgodoses
need-status-met = Tillgodosett
need-status-declined = Avböjt

## Mål
goal-status-future = Längre fram
goal-status-active = Pågår
goal-status-achieved = Uppnått
goal-status-removed = Borttaget

achievement-improving = På väg framåt
achievement-no_change = Oförändrat
achievement-worsening = Åt fel håll

## Insatser
measure-kind-counselling = Stödsamtal
measure-kind-protection = Skydd
measure-kind-financial_support = Ekonomiskt stöd
measure-kind-medical_examination = Läkarundersökning
measure-kind-addiction_care = Missbruksvård
measure-kind-therapy = Terapi
measure-kind-employment = Arbete
measure-kind-education = Utbildning
measure-kind-emergency_housing = Akutboende
measure-kind-long_term_housing = Långsiktigt boende
measure-kind-relocation = Flytt till annan ort
measure-kind-social_network = Socialt nätverk
measure-kind-routines = Hjälp med rutiner
measure-kind-debt_relief = Skuldhjälp
measure-kind-other = Annat

measure-status-not_started = Inte påbörjad
measure-status-in_progress = Pågår
measure-status-cannot_yet = Går inte ännu
measure-status-not_needed = Behövs inte längre
measure-status-completed = Klar

## Överenskommelse om planen
agreement-state-draft = Inte tillfrågad ännu
agreement-state-agreed = Överenskommen
agreement-state-does_not_agree = Håller inte med
agreement-state-could_not_answer = Kunde inte svara

## Parter
party-kind-social_services = Socialtjänsten
party-kind-police = Polisen
party-kind-probation = Kriminalvården
party-kind-health_care = Hälso- och sjukvården
party-kind-employment_service = Arbetsförmedlingen
party-kind-social_insurance = Försäkringskassan
party-kind-enforcement = Kronofogden
party-kind-housing = Hyresvärd eller bostadsbolag
party-kind-school = Skola
party-kind-association = Förening
party-kind-employer = Arbetsgivare
party-kind-other = Annan

## Ansökningar
request-status-submitted = Väntar på besked
request-status-accepted = Beviljad
request-status-not_accepted = Avslagen
request-status-withdrawn = Återtagen

## Möten
medium-in_person = Träff
medium-phone = Telefon
medium-video = Videosamtal
medium-accompanied = Du följer med

outcome-attended = Genomfört
outcome-attended_late = Kom sent
outcome-cut_short = Avbröts i förtid
outcome-excused_absence = Uteblev, med besked
outcome-unexcused_absence = Uteblev, utan besked
outcome-absent_for_safety = Uteblev av säkerhetsskäl
outcome-cancelled_by_us = Inställt av oss
outcome-cancelled_by_other = Inställt av motparten
outcome-to_be_rescheduled = Ska bokas om

absence-illness = Sjukdom
absence-threat = Hot eller rädsla för hot
absence-transport = Resan
absence-forgot = Glömde
absence-overslept = Försov sig
absence-relapse = Återfall
absence-unwilling = Ville inte
absence-other = Annat

scope-this = Bara det här mötet
scope-this_and_following = Det här och alla som följer
scope-all = Alla möten i serien

scope-reason-kept_outcomes = Möten som redan har utfall är kvar som de var. Ändringen gäller från mötet efter dem.

recurrence-unit-day = dag
recurrence-unit-week = vecka
recurrence-unit-month = månad
recurrence-unit-year = år

weekday-mon = måndag
weekday-tue = tisdag
weekday-wed = onsdag
weekday-thu = torsdag
weekday-fri = fredag
weekday-sat = lördag
weekday-sun = söndag

## Rutiner
tick-done = Gjord
tick-missed = Inte gjord

## Anteckningar
note-type-counselling = Stödsamtal
note-type-phone_call = Telefonsamtal
note-type-message = Meddelande
note-type-practical_support = Praktiskt stöd
note-type-authority_contact = Myndighetskontakt
note-type-observation = Iakttagelse
note-type-incident = Händelse

theme-solitude = Ensamhet
theme-identity = Identitet
theme-family = Familj
theme-motivation = Motivation
theme-relapse = Återfall
theme-threat = Hot
theme-work = Arbete
theme-network = Nätverk
theme-grief = Sorg
theme-faith = Tro
theme-money = Pengar
theme-other = Annat

## Delning
section-plan = Plan
section-calendar = Kalender
section-routines = Rutiner
section-notes = Anteckningar
section-requests = Ansökningar
section-documents = Dokument
section-identity = Identitet

media-type-jpeg = JPEG-bild
media-type-png = PNG-bild
media-type-webp = WebP-bild
media-type-pdf = PDF

disclosure-kind-print = Utskrift
disclosure-kind-pdf = Sparad som PDF
disclosure-kind-export = Export utan kryptering
disclosure-kind-share = Förseglad försändelse
disclosure-kind-reveal = Visad på skärmen

ground-given_to_person = Ges till personen själv
ground-own_programme = Inom den egna verksamheten
ground-consent = Personen samtycker
ground-secrecy_rule = Sekretessbrytande regel

## Vad som sparas
kind-case = Ärende
kind-civil_identity = Identitet
kind-need = Behov
kind-goal = Mål
kind-measure = Insats
kind-agreement = Överenskommelse
kind-party = Part
kind-request = Ansökan
kind-series = Serie
kind-appointment = Möte
kind-routine = Rutin
kind-routine_week = Veckans rutiner
kind-note_draft = Utkast
kind-note = Anteckning
kind-amendment_draft = Påbörjat tillägg
kind-amendment = Tillägg
kind-attachment = Dokument
kind-disclosure = Utlämnande
