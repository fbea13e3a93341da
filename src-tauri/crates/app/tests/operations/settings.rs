//! Preferences.

use farled_app::{
    Failure,
    settings::{Language, Settings, are_damaged, save, show},
};

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
        Settings { clipboard_seconds: 4, ..present.clone() },
        Settings { clipboard_seconds: 301, ..present.clone() },
        Settings { text_size: 20, ..present.clone() },
        Settings { text_size: 1000, ..present.clone() },
    ] {
        refused(save(&mut place, &wrong), "setting-out-of-range");
    }
    assert_eq!(show(&place).unwrap(), present);
}

#[test]
fn damaged_preferences_keep_nobody_out_and_what_can_be_read_of_them_stays() {
    let mut place = Place::new();
    for (stored, wanted) in [
        (&b"{\"name\":\"Kim"[..], Settings::default()),
        (b"\xff\xfe", Settings::default()),
        (b"", Settings::default()),
        (
            br#"{"language":"en","theme":7,"auto_lock_minutes":0,"name":"Kim Exempel","text_size":65535}"#,
            Settings { language: Language::En, name: "Kim Exempel".to_owned(), ..Settings::default() },
        ),
        (br#"{"auto_lock_minutes":"never"}"#, Settings::default()),
    ] {
        let now = place.clock().now();
        let kept = place.vault_mut().write(now, |writer| {
            writer.set_setting("preferences", stored)?;
            Ok::<_, Failure>(())
        });
        kept.unwrap();
        place.sit_down(NOW);
        assert!(are_damaged(&place).unwrap());
        assert_eq!(show(&place).unwrap(), wanted);
    }
    let whole = show(&place).unwrap();
    save(&mut place, &whole).unwrap();
    assert!(!are_damaged(&place).unwrap(), "saved, they are whole again");
}

#[test]
fn preferences_of_an_earlier_version_are_not_damaged() {
    let mut place = Place::new();
    let now = place.clock().now();
    let kept = place.vault_mut().write(now, |writer| {
        writer.set_setting("preferences", br#"{"language":"en","name":"Kim Exempel"}"#)?;
        Ok::<_, Failure>(())
    });
    kept.unwrap();
    assert!(!are_damaged(&place).unwrap());
    assert_eq!(show(&place).unwrap().clipboard_seconds, 30);
}
