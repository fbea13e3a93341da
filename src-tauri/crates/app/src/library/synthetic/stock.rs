//! What made-up people have in common: aliases, plans, routines, titles.

use farled_case::{MeasureKind, NeedArea};

/// Aliases; a number tells one Tall from the next.
pub(super) const TREES: [&str; 24] = [
    "Tall", "Ek", "Björk", "Lönn", "Rönn", "Asp", "Gran", "Hassel", "Lind", "Alm", "Ask", "Bok", "Sälg",
    "Hägg", "Lärk", "Idegran", "Oxel", "Avenbok", "Al", "Pil", "Kastanj", "Valnöt", "Poppel", "En",
];

/// An area, a goal and its measures.
pub(super) type StockPlan = (NeedArea, &'static str, &'static [(MeasureKind, &'static str)]);

/// Plans: an area, a goal in the first person and what is done for it.
pub(super) const PLANS: [StockPlan; 8] = [
    (
        NeedArea::HousingLongTerm,
        "Jag ska ha en egen dörr att låsa.",
        &[
            (MeasureKind::LongTermHousing, "Söka lägenhet, två annonser i veckan"),
            (MeasureKind::EmergencyHousing, "Akutboende tills vidare"),
        ],
    ),
    (
        NeedArea::Livelihood,
        "Jag ska veta vad jag är skyldig och betala av det.",
        &[
            (MeasureKind::DebtRelief, "Skuldöversikt med budgetrådgivare"),
            (MeasureKind::FinancialSupport, "Ansökan om försörjningsstöd"),
        ],
    ),
    (
        NeedArea::Employment,
        "Jag ska ha ett arbete jag inte vill sluta på.",
        &[
            (MeasureKind::Employment, "Praktik tre dagar i veckan"),
            (MeasureKind::Employment, "CV och intervjuträning"),
        ],
    ),
    (
        NeedArea::Education,
        "Jag ska läsa klart det jag hoppade av.",
        &[(MeasureKind::Education, "Kvällskurs i svenska")],
    ),
    (
        NeedArea::PhysicalHealth,
        "Jag ska kunna sova en hel natt.",
        &[(MeasureKind::MedicalExamination, "Läkarundersökning"), (MeasureKind::Other, "Tandläkare")],
    ),
    (
        NeedArea::Addiction,
        "Jag ska kunna vara ledsen utan att ta något.",
        &[
            (MeasureKind::AddictionCare, "Tid på mottagningen varje vecka"),
            (MeasureKind::Therapy, "Samtal med psykolog"),
        ],
    ),
    (
        NeedArea::SocialNetwork,
        "Jag ska ha något att göra på söndagar.",
        &[
            (MeasureKind::SocialNetwork, "Prova en förening tre gånger"),
            (MeasureKind::Counselling, "Stödsamtal varje vecka"),
        ],
    ),
    (
        NeedArea::Routines,
        "Jag ska vara uppe när andra är uppe.",
        &[(MeasureKind::Routines, "Veckans rutiner på kylskåpet")],
    ),
];

/// Routines: what, on which days (Monday first), when on weekdays and at the weekend (hours).
pub(super) const ROUTINES: [(&str, [bool; 7], u32, u32); 6] = [
    ("Kliva upp och bädda", [true; 7], 7, 9),
    ("Äta frukost", [true; 7], 8, 10),
    ("Öppna posten", [true, true, true, true, true, false, false], 16, 16),
    ("Gå ut en halvtimme", [true; 7], 12, 12),
    ("Laga mat", [true; 7], 18, 17),
    ("Träna", [false, true, false, true, false, true, false], 18, 11),
];

/// Titles of talks.
pub(super) const TALKS: [&str; 5] =
    ["Samtal", "Stödsamtal", "Avstämning", "Veckosamtal", "Promenad och samtal"];
/// Titles of errands.
pub(super) const ERRANDS: [&str; 6] = [
    "Läkarbesök",
    "Möte med socialtjänsten",
    "Visning av lägenhet",
    "Tandläkare",
    "Frivården",
    "Budgetrådgivaren",
];
/// Places, as the person knows them.
pub(super) const PLACES: [&str; 5] =
    ["kansliet, lilla rummet", "fiket vid stationen", "biblioteket", "bänken vid vattnet", ""];
/// What is asked of authorities.
pub(super) const ASKED: [&str; 5] =
    ["Försörjningsstöd", "Akutboende", "Praktikplats", "Remiss till psykolog", "Anställning med stöd"];
