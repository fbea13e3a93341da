//! What people do at the app, by the keyboard.

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use crate::app::App;

/// Every screen and every view of the person.
pub fn look_round(app: &App<'_>, alias: &str, query: &str) {
    for place in ["kalender", "dela", "personer"] {
        app.go(place);
    }
    app.go(alias);
    for view in ["2", "3", "4", "5", "1"] {
        app.press(&[view]);
        sleep(Duration::from_millis(700));
    }
    app.go(query);
    app.press(&["Escape"]);
    app.press(&["Escape"]);
}

/// The preview of the week.
pub fn look_at_week(app: &App<'_>, alias: &str) {
    app.go(alias);
    // From the heading to the first button.
    app.press(&["Tab"]);
    app.press(&["Return"]);
    sleep(Duration::from_millis(2500));
}

/// The print dialog, and the week as a file.
pub fn save_week(app: &App<'_>, alias: &str, chosen: &Path) {
    look_at_week(app, alias);
    let own = app.windows();
    app.press(&["Tab"]);
    app.press(&["Return"]);
    choose(app, &own, chosen);
    app.press(&["Control_L", "p"]);
    let dialog =
        app.until("the print dialog", || app.windows().into_iter().find(|title| !own.contains(title)));
    app.focus(&dialog);
    app.press(&["Escape"]);
    app.until("the dialog closes", || (app.windows() == own).then_some(()));
    app.focus("Farled");
}

/// A person's case, sealed for the colleague.
pub fn seal(app: &App<'_>, chosen: &Path) {
    /// From the heading: the button, the tabs, and the first person.
    const PERSON: usize = 3;
    /// From there: the other person, seven sections, and the colleague.
    const COLLEAGUE: usize = 9;
    let tab = |times: usize| (0..times).for_each(|_| app.press(&["Tab"]));
    app.go("dela");
    tab(PERSON);
    app.press(&["space"]);
    tab(COLLEAGUE);
    app.press(&["space"]);
    // The ground.
    tab(1);
    app.press(&["Down"]);
    sleep(Duration::from_millis(500));
    app.press(&["Return"]);
    sleep(Duration::from_millis(500));
    // Away from what takes Return for its own.
    app.press(&["Shift_L", "Tab"]);
    let own = app.windows();
    app.press(&["Control_L", "Return"]);
    choose(app, &own, chosen);
}

/// Types where a file is to be saved into the dialog that asks for it.
fn choose(app: &App<'_>, own: &[String], chosen: &Path) {
    let dialog =
        app.until("the file dialog", || app.windows().into_iter().find(|title| !own.contains(title)));
    app.focus(&dialog);
    sleep(Duration::from_millis(500));
    app.press(&["Control_L", "a"]);
    app.type_text(&chosen.display().to_string());
    app.press(&["Return"]);
    app.until("the file", || chosen.exists().then_some(()));
    app.focus("Farled");
}

/// A note, begun.
pub fn write(app: &App<'_>, alias: &str, text: &str) {
    app.go(alias);
    app.press(&["n"]);
    sleep(Duration::from_millis(1200));
    app.type_text(text);
}
