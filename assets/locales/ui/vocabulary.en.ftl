### The terms of the vocabularies: one message per term, `<list>-<term>`.

## Phase of the case
phase-intake = Enquiry
phase-assessment = Assessment
phase-active = Active
phase-winding_down = Winding down
phase-follow_up = Follow-up
phase-closed = Closed

## Protected identity
protection-none = None
protection-secrecy_marking = Secrecy marking
protection-protected_registration = Protected registration
protection-assumed_identity = Assumed identity

## Conditions for support
condition-kind-free_from_drugs = Free from drugs
condition-kind-free_from_crime = Free from crime
condition-kind-police_report = Police report made
condition-kind-demonstrable_risk = Risk that can be shown
condition-kind-information_exchange = Consents to exchange of information

condition-state-kept = Kept
condition-state-broken = Broken

## Needs
need-area-protection = Protection
need-area-housing_emergency = Emergency housing
need-area-housing_long_term = Housing
need-area-livelihood = Livelihood and debts
need-area-employment = Employment
need-area-education = Education
need-area-physical_health = Physical health
need-area-addiction = Addiction
need-area-mental_health = Mental health and therapy
need-area-family = Family
need-area-social_network = Social network
need-area-identity = Identity and belonging
need-area-routines = Routines and daily life
need-area-legal = Legal matters
need-area-authorities = Contact with authorities

need-status-not_assessed = Not assessed
need-status-no_need = No need
need-status-need = Need
need-status-being_met = Being met
need-status-met = Met
need-status-declined = Declined

## Goals
goal-status-future = Later
goal-status-active = Active
goal-status-achieved = Achieved
goal-status-removed = Removed

achievement-improving = Improving
achievement-no_change = No change
achievement-worsening = Worsening

## Measures
measure-kind-counselling = Counselling
measure-kind-protection = Protection
measure-kind-financial_support = Financial support
measure-kind-medical_examination = Medical examination
measure-kind-addiction_care = Addiction care
measure-kind-therapy = Therapy
measure-kind-employment = Employment
measure-kind-education = Education
measure-kind-emergency_housing = Emergency housing
measure-kind-long_term_housing = Long-term housing
measure-kind-relocation = Relocation
measure-kind-social_network = Social network
measure-kind-routines = Help with routines
measure-kind-debt_relief = Debt relief
measure-kind-other = Other

measure-status-not_started = Not started
measure-status-in_progress = In progress
measure-status-cannot_yet = Cannot be done yet
measure-status-not_needed = No longer needed
measure-status-completed = Completed

## Agreement to the plan
agreement-state-draft = Not asked yet
agreement-state-agreed = Agreed
agreement-state-does_not_agree = Does not agree
agreement-state-could_not_answer = Could not answer

## Parties
party-kind-social_services = Social services
party-kind-police = Police
party-kind-probation = Prison and probation
party-kind-health_care = Health care
party-kind-employment_service = Employment service
party-kind-social_insurance = Social insurance
party-kind-enforcement = Enforcement authority
party-kind-housing = Landlord or housing company
party-kind-school = School
party-kind-association = Association
party-kind-employer = Employer
party-kind-other = Other

## Requests
request-status-submitted = Waiting for a decision
request-status-accepted = Accepted
request-status-not_accepted = Not accepted
request-status-withdrawn = Withdrawn

## Appointments
medium-in_person = In person
medium-phone = Phone
medium-video = Video
medium-accompanied = You come along

outcome-attended = Attended
outcome-attended_late = Attended late
outcome-cut_short = Cut short
outcome-excused_absence = Excused absence
outcome-unexcused_absence = Unexcused absence
outcome-absent_for_safety = Absent for safety
outcome-cancelled_by_us = Cancelled by us
outcome-cancelled_by_other = Cancelled by the other party
outcome-to_be_rescheduled = To be rescheduled

absence-illness = Illness
absence-threat = A threat, or fear of one
absence-transport = Transport
absence-forgot = Forgot
absence-overslept = Overslept
absence-relapse = Relapse
absence-unwilling = Did not want to
absence-other = Other

scope-this = This appointment only
scope-this_and_following = This one and all that follow
scope-all = All in the series

scope-reason-kept_outcomes = Appointments that have an outcome stay as they were. The change begins after them.

recurrence-unit-day = day
recurrence-unit-week = week
recurrence-unit-month = month
recurrence-unit-year = year

weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday

## Routines
tick-done = Done
tick-missed = Not done

## Notes
note-type-counselling = Counselling session
note-type-phone_call = Phone call
note-type-message = Message
note-type-practical_support = Practical support
note-type-authority_contact = Contact with an authority
note-type-observation = Observation
note-type-incident = Incident

theme-solitude = Solitude
theme-identity = Identity
theme-family = Family
theme-motivation = Motivation
theme-relapse = Relapse
theme-threat = Threat
theme-work = Work
theme-network = Network
theme-grief = Grief
theme-faith = Faith
theme-money = Money
theme-other = Other

## Sharing
section-plan = Plan
section-calendar = Calendar
section-routines = Routines
section-notes = Notes
section-requests = Requests
section-documents = Documents
section-identity = Identity

media-type-jpeg = JPEG image
media-type-png = PNG image
media-type-webp = WebP image
media-type-pdf = PDF

disclosure-kind-print = Print
disclosure-kind-pdf = Saved as PDF
disclosure-kind-export = Export without encryption
disclosure-kind-share = Sealed bundle
disclosure-kind-reveal = Shown on the screen

ground-given_to_person = Given to the person
ground-own_programme = Within the own programme
ground-consent = The person consents
ground-secrecy_rule = A rule that breaks secrecy

## What is kept
kind-case = Case
kind-civil_identity = Identity
kind-need = Need
kind-goal = Goal
kind-measure = Measure
kind-agreement = Agreement
kind-party = Party
kind-request = Request
kind-series = Series
kind-appointment = Appointment
kind-routine = Routine
kind-routine_week = Week of routines
kind-note_draft = Draft
kind-note = Note
kind-amendment_draft = Addition begun
kind-amendment = Addition
kind-attachment = Document
kind-disclosure = Disclosure
