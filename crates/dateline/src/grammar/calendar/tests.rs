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
fn every_month_of_the_languages_of_the_web() {
    // Chinese, Japanese, Korean and Vietnamese number their months
    for (language, months) in [
        ("English", "January February March April May June July August September October November December"),
        ("Spanish", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
        ("German", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        ("French", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        ("Portuguese", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
        ("Russian", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        ("Italian", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
        ("Dutch", "januari februari maart april mei juni juli augustus september oktober november december"),
        ("Polish", "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
        ("Turkish", "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
        ("Czech", "ledna února března dubna května června července srpna září října listopadu prosince"),
        ("Indonesian", "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"),
        ("Ukrainian", "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
        ("Hungarian", "január február március április május június július augusztus szeptember október november december"),
        ("Arabic", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
        ("Persian", "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"),
        ("Romanian", "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"),
        ("Greek", "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου"),
        ("Swedish", "januari februari mars april maj juni juli augusti september oktober november december"),
        ("Danish", "januar februar marts april maj juni juli august september oktober november december"),
        ("Norwegian", "januar februar mars april mai juni juli august september oktober november desember"),
        (
            "Finnish",
            "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        ),
        ("Hebrew", "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר"),
        ("Bulgarian", "януари февруари март април май юни юли август септември октомври ноември декември"),
        ("Hindi", "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"),
        ("Thai", "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"),
        ("Slovak", "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra"),
    ] {
        let year = if language == "Thai" { 2552 } else { 2009 };
        let found: Vec<String> = months.split(' ').map(|month| value(&format!("5 {month} {year}"))).collect();
        let expected: Vec<String> = (1..=12).map(|month| format!("2009-{month:02}-05")).collect();
        assert_eq!(found, expected, "{language}");
    }
    for (format, language) in [("2009年{}月5日", "Chinese, Japanese"), ("2009년 {}월 5일", "Korean"), ("5 tháng {}, 2009", "Vietnamese")]
    {
        for month in 1..=12 {
            assert_eq!(value(&format.replace("{}", &month.to_string())), format!("2009-{month:02}-05"), "{language}");
        }
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
