//! Preferences.

use farled_app::settings::{Language, Settings, save, show};

use crate::support::{NOW, Place, refused};

#[test]
fn preferences_are_kept_in_the_vault() {
    let mut place = Place::new();
    let wanted = Settings {
        language: Language::En,
        text_size: 150,
        auto_lock_minutes: 60,
        programme: "Vägvalet".to_owned(),
        ..show(&place).unwrap()
    };
    save(&mut place, &wanted).unwrap();
    place.sit_down(NOW);
    assert_eq!(show(&place).unwrap(), wanted);
}

#[test]
fn a_preference_out_of_range_is_refused_and_the_former_one_stays() {
    let mut place = Place::new();
    let present = show(&place).unwrap();
    for wrong in [
        Settings { auto_lock_minutes: 0, ..present.clone() },
        Settings { auto_lock_minutes: 61, ..present.clone() },
        Settings { text_size: 20, ..present.clone() },
        Settings { text_size: 1000, ..present.clone() },
    ] {
        refused(save(&mut place, &wrong), "setting-out-of-range");
    }
    assert_eq!(show(&place).unwrap(), present);
}
