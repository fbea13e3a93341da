//! Forms that are being filled in.

use chrono::TimeDelta;
use farled_app::{
    Failure,
    form::{forget, keep, show},
};

use crate::support::{NOW, Place, at};

#[test]
fn what_stands_in_a_form_outlives_the_lock_until_it_is_saved_or_given_up() {
    let mut place = Place::new();
    assert_eq!(show(&place, "measure 1").unwrap(), None);
    keep(&mut place, "measure 1", "Ringa boendet").unwrap();
    keep(&mut place, "measure 1", "Ringa boendet om nycklar").unwrap();
    keep(&mut place, "request new", "Intyg").unwrap();
    place.sit_down(NOW);
    assert_eq!(show(&place, "measure 1").unwrap().as_deref(), Some("Ringa boendet om nycklar"));
    forget(&mut place, "measure 1").unwrap();
    place.sit_down(NOW);
    assert_eq!(show(&place, "measure 1").unwrap(), None);
    assert_eq!(show(&place, "request new").unwrap().as_deref(), Some("Intyg"), "another one stays");
    forget(&mut place, "request new").unwrap();
    assert_eq!(place.vault().setting("forms").unwrap(), None, "and then nothing of them is left");
}

#[test]
fn what_nobody_comes_back_to_is_gone_after_a_month() {
    let mut place = Place::new();
    keep(&mut place, "old", "Aldrig avslutad").unwrap();
    let later = |days| (at(NOW) + TimeDelta::days(days)).format("%Y-%m-%d %H:%M").to_string();
    place.sit_down(&later(29));
    assert!(show(&place, "old").unwrap().is_some());
    place.sit_down(&later(31));
    assert_eq!(show(&place, "old").unwrap(), None);
    keep(&mut place, "new", "Nu").unwrap();
    let stored = place.vault().setting("forms").unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&stored).contains("Aldrig"), "it is not only hidden");
}

#[test]
fn the_oldest_goes_when_too_many_wait() {
    let mut place = Place::new();
    for number in 0..51 {
        let moment = at(NOW) + TimeDelta::minutes(number);
        place.sit_down(&moment.format("%Y-%m-%d %H:%M").to_string());
        keep(&mut place, &format!("form {number}"), "påbörjad").unwrap();
    }
    assert_eq!(show(&place, "form 0").unwrap(), None);
    assert!((1..51).all(|number| show(&place, &format!("form {number}")).unwrap().is_some()));
}

#[test]
fn forms_that_can_not_be_read_keep_nobody_from_writing() {
    let mut place = Place::new();
    let now = place.clock().now();
    let kept =
        place.vault_mut().write(now, |writer| Ok::<_, Failure>(writer.set_setting("forms", b"{\"a\":")?));
    kept.unwrap();
    assert_eq!(show(&place, "a").unwrap(), None);
    keep(&mut place, "a", "Nu går det").unwrap();
    assert_eq!(show(&place, "a").unwrap().as_deref(), Some("Nu går det"));
}
