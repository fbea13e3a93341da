//! What other programs write.

use crate::*;

#[test]
fn a_google_calendar_is_read() {
    let import = read(GOOGLE);
    assert_eq!(codes(&import), (vec![], vec![]));
    assert_eq!(import.series.len(), 1);
    assert_eq!(import.series[0].rule, "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270105");
    assert_eq!(import.series[0].content.title, "Stödsamtal , boende");
    assert_eq!(import.series[0].content.place, "Stadshuset, rum 3; plan 2");
    assert_eq!(
        shown(&import, "2026-10-01", "2026-11-04"),
        [
            "2026-10-06 09:00 60 Stödsamtal , boende",
            "2026-10-08 09:00 60 Stödsamtal , boende",
            "2026-10-20 09:00 60 Stödsamtal , boende",
            "2026-10-22 09:00 60 Stödsamtal , boende",
            "2026-10-28 13:30 60 Stödsamtal (flyttat)",
            "2026-10-29 09:00 60 Stödsamtal , boende",
            "2026-11-03 09:00 60 Stödsamtal , boende",
        ]
    );
    assert_eq!(
        shown(&import, "2026-12-24", "2027-02-01"),
        [
            "2026-12-24       0 Julafton hos mormor",
            "2026-12-24 09:00 60 Stödsamtal , boende",
            "2026-12-29 09:00 60 Stödsamtal , boende",
            "2026-12-31 09:00 60 Stödsamtal , boende",
            "2027-01-05 09:00 60 Stödsamtal , boende",
        ]
    );
    assert!(shown(&import, "2026-11-24", "2026-11-25").contains(&"2026-11-24 14:00 45 Tandläkare".into()));
    assert_eq!(shown(&import, "2026-11-30", "2026-12-01"), ["2026-11-30 09:00 60 SIP-möte"]);
}

#[test]
fn an_outlook_calendar_is_read() {
    let import = read(OUTLOOK);
    assert_eq!(codes(&import), (vec!["Egen zon ics-time-zone".into()], vec![]));
    assert_eq!(import.skipped[0].line, 77);
    assert_eq!(import.series[0].rule, "FREQ=MONTHLY;BYDAY=2TU;COUNT=8");
    let title = "Uppföljning på Arbetsförmedlingen med handläggare och kontaktperson";
    assert_eq!(
        shown(&import, "2026-10-01", "2027-03-01"),
        [
            format!("2026-10-13 13:00 90 {title}"),
            "2026-12-02       0 Flyttdag".into(),
            "2026-12-04 09:00 60 Läkare".into(),
            "2027-01-13 10:00 60 Uppföljning, annan dag".into(),
            format!("2027-02-09 13:00 90 {title}"),
        ]
    );
}

#[test]
fn a_nextcloud_calendar_is_read() {
    let import = read(NEXTCLOUD);
    assert_eq!(
        codes(&import),
        (
            vec!["Avbokat ics-event-cancelled".into()],
            vec!["Samtal med syskon utomlands ics-zone-converted".into()]
        )
    );
    assert_eq!(
        shown(&import, "2026-03-01", "2026-05-01"),
        [
            "2026-03-07 09:00 90 Frukostgrupp",
            "2026-03-21 09:00 90 Frukostgrupp",
            "2026-03-28 09:00 90 Frukostgrupp",
            "2026-04-11 09:00 90 Frukostgrupp",
            "2026-04-18 09:00 90 Frukostgrupp",
            "2026-04-25 09:00 90 Frukostgrupp",
        ]
    );
    // 8:00 in New York is 13:00 here in the last week of October, when only we have changed the clock.
    assert_eq!(
        shown(&import, "2026-10-20", "2026-12-01"),
        [
            "2026-10-27 13:00 60 Samtal med syskon utomlands",
            "2026-11-03 14:00 60 Samtal med syskon utomlands",
            "2026-11-05       0 Hyra",
            "2026-11-10 14:00 60 Samtal med syskon utomlands",
            "2026-11-17 14:00 60 Samtal med syskon utomlands",
            "2026-11-25 10:15 60 Vårdcentralen",
            "2026-11-26 09:00 30 Flytande tid",
            "2026-11-27       0 Resa till släkten",
            "2026-11-28       0 Resa till släkten",
            "2026-11-29       0 Resa till släkten",
        ]
    );
    assert_eq!(shown(&import, "2026-12-01", "2027-02-10"), ["2027-02-05       0 Hyra"]);
}
