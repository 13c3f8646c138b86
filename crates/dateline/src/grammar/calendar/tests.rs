use super::*;

fn value(text: &str) -> String {
    find(text, Order::Unknown).map(|m| m.value()).unwrap_or_default()
}

#[test]
fn dates_of_twenty_languages() {
    for (text, expected) in [
        ("Thursday, February 26, 2009", "2009-02-26"),
        ("February 26, 2009", "2009-02-26"),
        ("26 February 2009", "2009-02-26"),
        ("2009-02-26", "2009-02-26"),
        ("26.02.2009", "2009-02-26"),
        ("26/02/2009", "2009-02-26"),
        ("02/26/2009", "2009-02-26"),
        ("Feb. 26", "XXXX-02-26"),
        ("Sept 3rd, 2010", "2010-09-03"),
        ("the 3rd of September 2010", "2010-09-03"),
        ("February 2009", "2009-02"),
        ("26 de febrero de 2009", "2009-02-26"),
        ("jeudi 26 février 2009", "2009-02-26"),
        ("1er août 2014", "2014-08-01"),
        ("Donnerstag, 26. Februar 2009", "2009-02-26"),
        ("3. März 2021", "2021-03-03"),
        ("giovedì 26 febbraio 2009", "2009-02-26"),
        ("26 de fevereiro de 2009", "2009-02-26"),
        ("26 februari 2009", "2009-02-26"),
        ("26 февраля 2009 г.", "2009-02-26"),
        ("26 лютого 2009", "2009-02-26"),
        ("26 lutego 2009", "2009-02-26"),
        ("26. února 2009", "2009-02-26"),
        ("den 26 februari 2009", "2009-02-26"),
        ("26. helmikuuta 2009", "2009-02-26"),
        ("26 Şubat 2009", "2009-02-26"),
        ("26 februarie 2009", "2009-02-26"),
        ("2009. február 26.", "2009-02-26"),
        ("26 Φεβρουαρίου 2009", "2009-02-26"),
        ("٢٦ فبراير ٢٠٠٩", "2009-02-26"),
        ("26 फ़रवरी 2009", "2009-02-26"),
        ("26 Februari 2009", "2009-02-26"),
        ("26 tháng 2, 2009", "2009-02-26"),
        ("26 กุมภาพันธ์ 2552", "2009-02-26"),
        ("26 בפברואר 2009", "2009-02-26"),
        ("2009年2月26日", "2009-02-26"),
        ("2009년 2월 26일", "2009-02-26"),
        ("2月26日", "XXXX-02-26"),
        ("20090226", "2009-02-26"),
        ("26-Feb-2009", "2009-02-26"),
    ] {
        assert_eq!(value(text), expected, "{text}");
    }
}

#[test]
fn times_and_zones_as_written() {
    for (text, expected) in [
        ("2009-02-26T10:15:30Z", "2009-02-26T10:15:30Z"),
        ("2009-02-26T10:15:30.123+01:00", "2009-02-26T10:15:30+01:00"),
        ("Thu, 26 Feb 2009 10:15:00 +0100", "2009-02-26T10:15:00+01:00"),
        ("Thu Feb 26 10:15:00 EST 2009", "2009-02-26T10:15:00-05:00"),
        ("Published: February 26, 2009, 10:15 AM", "2009-02-26T10:15"),
        ("Feb 26, 2009 at 10:15 p.m. EST", "2009-02-26T22:15-05:00"),
        ("26.02.2009, 10.15 Uhr", "2009-02-26T10:15"),
        ("26/02/2009 à 10h15", "2009-02-26T10:15"),
        ("10:15 AM EST, Thu February 26, 2009", "2009-02-26T10:15-05:00"),
        ("26 February 2009 | 12:30 AM", "2009-02-26T00:30"),
        ("2009年2月26日 10:15", "2009-02-26T10:15"),
        ("February 26, 2009 3:04 PM ET", "2009-02-26T15:04"),
    ] {
        assert_eq!(value(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_date() {
    for text in ["", "03/04/2009", "13/13/2009", "in may 5 people", "12 people", "1-800-555-1234", "version 2.3.4", "99/99/9999"] {
        let found = find(text, Order::Unknown);
        assert!(found.is_none() || text.contains("may 5"), "{text}: {found:?}");
    }
    assert_eq!(find("03/04/2009", Order::MonthFirst).map(|m| m.value()).as_deref(), Some("2009-03-04"));
    assert_eq!(find("03/04/2009", Order::DayFirst).map(|m| m.value()).as_deref(), Some("2009-04-03"));
}

#[test]
fn the_whole_string_or_nothing() {
    assert!(whole("Thursday, February 26, 2009", Order::Unknown).is_some());
    assert!(whole("2009", Order::Unknown).is_some());
    assert!(whole("February 26, 2009 was a Thursday", Order::Unknown).is_none());
    assert!(whole("February 26, 2009 (Thursday)", Order::Unknown).is_some());
}

#[test]
fn a_year_is_completed_from_the_reference() {
    let reference = Day { year: 2009, month: 2, day: 26 };
    let on = |month, day| resolve(month, day, reference).map(|d| (d.year, d.month, d.day));
    assert_eq!(on(2, 24), Some((2009, 2, 24)));
    assert_eq!(on(3, 1), Some((2009, 3, 1)));
    assert_eq!(on(12, 31), Some((2008, 12, 31)));
    assert_eq!(on(2, 29), Some((2008, 2, 29)));
    assert_eq!(on(2, 30), None);
    let new_year = Day { year: 2009, month: 12, day: 31 };
    assert_eq!(resolve(1, 2, new_year), Some(Day { year: 2010, month: 1, day: 2 }));
    let friday = find("Friday, 99", Order::Unknown);
    assert!(friday.is_none());
    let friday = at("Friday", 0, Order::Unknown).map(|m| (m.value(), m.resolved(reference).value()));
    assert_eq!(friday, Some(("XXXX-WXX-5".to_owned(), "2009-02-20".to_owned())));
}

#[test]
fn serial_days_go_both_ways() {
    for serial_day in (-800_000..800_000).step_by(97) {
        let day = from_serial(serial_day);
        assert!(is_day(day));
        assert_eq!(serial(day), serial_day);
    }
    assert_eq!(weekday(Day { year: 2009, month: 2, day: 26 }), 4);
}
