//! The week on paper.

use farled_app::{
    disclosure,
    people::{self, IdentityView},
    settings::{self, Language, Settings},
    week_plan::{PaperFormat, PrintItemKind, WeekPlanChoice, preview, record_print, save_pdf},
};
use farled_case::{CallNumber, CaseId, DisclosureKind, IsoWeek, Weekdays};

use crate::support::{Place, day, pdf_text, refused};

fn choice(case: CaseId) -> WeekPlanChoice {
    WeekPlanChoice {
        case,
        week: IsoWeek::of(day("2026-11-25")),
        language: Language::Sv,
        paper: PaperFormat::Landscape,
        left_out: Vec::new(),
    }
}

/// Somebody with something of everything that can stand on the paper.
fn somebody(place: &mut Place) -> CaseId {
    let case = place.case("Ek");
    place.appointment(case, "Tandläkaren", "2026-11-26 10:00");
    place.weekly(case, "Samtal i parken", "2026-11-05 13:15");
    place.routine(case, "Äta frukost", Weekdays::ALL);
    let need = place.need(case, "bostad");
    place.goal(need.id, "Jag ska ha en egen dörr");
    let mut ek = place.desk_case(case);
    ek.remember = "Ta med busskortet".to_owned();
    ek.calls = vec![CallNumber { label: "Kim".to_owned(), number: "070-174 06 05".to_owned() }];
    people::save(place, ek).unwrap();
    case
}

#[test]
fn everything_that_was_chosen_stands_on_the_paper() {
    let mut place = Place::new();
    let case = somebody(&mut place);
    for paper in [PaperFormat::Landscape, PaperFormat::Portrait] {
        let path = place.file("week.pdf");
        save_pdf(&mut place, &WeekPlanChoice { paper, ..choice(case) }, "given_to_person", &path).unwrap();
        let text = pdf_text(&path);
        for item in preview(&place, &choice(case)).unwrap().items {
            assert!(text.contains(&item.label), "{} in {text}", item.label);
        }
        for word in ["48", "10.00", "13.15", "Samtal i parken", "070-174 06 05", "Ta med busskortet"] {
            assert!(text.contains(word) || text.contains(&word.replace('.', ":")), "{word} in {text}");
        }
    }
}

#[test]
fn the_sample_peoples_weeks_hold_every_appointment_routine_and_goal() {
    let mut place = Place::with_sample();
    for row in people::list(&place).unwrap() {
        let path = place.file("week.pdf");
        save_pdf(&mut place, &choice(row.case), "given_to_person", &path).unwrap();
        let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let text = squeezed(&pdf_text(&path));
        let items = preview(&place, &choice(row.case)).unwrap().items;
        for item in items.iter().filter(|item| item.kind != PrintItemKind::Call) {
            assert!(text.contains(&squeezed(&item.label)), "{}: {}", row.alias, item.label);
        }
    }
}

#[test]
fn what_is_left_out_is_not_on_the_paper_and_the_rest_is() {
    let mut place = Place::new();
    let case = somebody(&mut place);
    let items = preview(&place, &choice(case)).unwrap().items;
    assert_eq!(items.len(), 6);
    let path = place.file("week.pdf");
    for left_out in &items {
        let choice = WeekPlanChoice { left_out: vec![left_out.key.clone()], ..choice(case) };
        let shown = preview(&place, &choice).unwrap();
        assert!(shown.items.iter().all(|item| item.is_chosen == (item.key != left_out.key)));
        save_pdf(&mut place, &choice, "given_to_person", &path).unwrap();
        let text = pdf_text(&path);
        for item in &items {
            assert_eq!(text.contains(&item.label), item.key != left_out.key, "{} in {text}", item.label);
        }
    }
}

#[test]
fn what_was_called_off_or_is_not_meant_for_paper_does_not_stand_on_it() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let mut hidden = crate::support::new_appointment(case, "Polisförhör", "2026-11-26 10:00");
    hidden.content.on_paper = false;
    farled_app::calendar::add(&mut place, hidden).unwrap();
    assert!(preview(&place, &choice(case)).unwrap().items.is_empty());
}

#[test]
fn a_word_that_gives_the_person_away_is_never_printed_saved_or_logged() {
    let mut place = Place::new();
    let programme = Settings { programme: "Vägvalet".to_owned(), ..settings::show(&place).unwrap() };
    settings::save(&mut place, &programme).unwrap();
    for (number, title) in
        ["Möte med familjen Vallmosson", "Vägvalet, grupp", "Samtal för avhoppare", "DEFECTOR group"]
            .iter()
            .enumerate()
    {
        let case = place.case(&format!("Ek {number}"));
        let identity = IdentityView {
            given_name: "Vera".to_owned(),
            surname: "Vallmosson".to_owned(),
            identity_number: String::new(),
        };
        people::save_identity(&mut place, case, &identity).unwrap();
        let path = place.file("week.pdf");
        save_pdf(&mut place, &choice(case), "given_to_person", &path).unwrap();
        std::fs::remove_file(&path).unwrap();
        let logged = disclosure::list(&place, None).unwrap().len();

        place.appointment(case, title, "2026-11-26 10:00");
        assert_eq!(preview(&place, &choice(case)).unwrap().leaks.len(), 1, "{title}");
        refused(save_pdf(&mut place, &choice(case), "given_to_person", &path), "print-leak");
        refused(record_print(&mut place, &choice(case), "given_to_person"), "print-leak");
        assert!(!path.exists());
        assert_eq!(disclosure::list(&place, None).unwrap().len(), logged);
    }
}

#[test]
fn no_ground_no_paper() {
    let mut place = Place::new();
    let case = somebody(&mut place);
    let path = place.file("week.pdf");
    refused(save_pdf(&mut place, &choice(case), " ", &path), "ground-missing");
    refused(record_print(&mut place, &choice(case), ""), "ground-missing");
    assert!(!path.exists());
    assert!(disclosure::list(&place, None).unwrap().is_empty());
    save_pdf(&mut place, &choice(case), "given_to_person", &path).unwrap();
    record_print(&mut place, &choice(case), "given_to_person").unwrap();
    let log: Vec<_> = disclosure::list(&place, Some(case))
        .unwrap()
        .into_iter()
        .map(|entry| (entry.kind, entry.what))
        .collect();
    assert_eq!(log.len(), 2);
    for kind in [DisclosureKind::Pdf, DisclosureKind::Print] {
        assert!(log.contains(&(kind, "2026-W48".to_owned())), "{log:?}");
    }
}

#[test]
fn a_paper_that_can_not_be_saved_is_not_logged() {
    let mut place = Place::new();
    let case = somebody(&mut place);
    let nowhere = place.file("no such folder").join("week.pdf");
    refused(save_pdf(&mut place, &choice(case), "given_to_person", &nowhere), "folder-missing");
    assert!(disclosure::list(&place, None).unwrap().is_empty());
}
