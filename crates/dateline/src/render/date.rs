//! A date of the article in, as much of it as a format's own types can hold out: never more than was said.

use crate::model::DateStamp;

/// ISO 8601, as schema.org takes it: whatever the calendar knows, and nothing with an open part.
pub(super) fn iso(date: &DateStamp) -> Option<&str> {
    Some(date.value.as_str()).filter(|value| value.starts_with(|c: char| c.is_ascii_digit()) && !value.contains(['X', 'W', 'Q', 'H']))
}

/// RFC 3339, as JSON Schema's `date-time` takes it: a moment with second and zone, or nothing.
pub(super) fn moment(date: &DateStamp) -> Option<&str> {
    let value = date.value.as_str();
    (has_second(value) && value.parse::<jiff::Timestamp>().is_ok()).then_some(value)
}

/// XML Schema's types, as TEI takes them: a year, a month, a day, a moment with its second; of a moment without one the day.
pub(super) fn xml_schema(date: &DateStamp) -> Option<&str> {
    let value = date.value.as_str();
    if !value.bytes().all(|byte| byte.is_ascii_digit() || b"-:+TZ".contains(&byte)) {
        return None;
    }
    match value.len() {
        4 | 7 | 10 => Some(value),
        _ if has_second(value) => Some(value),
        _ => value.get(..10),
    }
}

fn has_second(value: &str) -> bool {
    value.get(16..17) == Some(":")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Precision;

    #[test]
    fn dates_are_as_exact_as_the_formats_allow() {
        for (value, iso_8601, rfc_3339, xml) in [
            ("2009", true, false, Some("2009")),
            ("2009-02", true, false, Some("2009-02")),
            ("2009-02-26", true, false, Some("2009-02-26")),
            ("2009-02-26T10:15+01:00", true, false, Some("2009-02-26")),
            ("2009-02-26T10:15Z", true, false, Some("2009-02-26")),
            ("2009-02-26T10:15:00", true, false, Some("2009-02-26T10:15:00")),
            ("2009-02-26T10:15:30+01:00", true, true, Some("2009-02-26T10:15:30+01:00")),
            ("XXXX-02-26", false, false, None),
        ] {
            let date = DateStamp::new(value, Precision::Day, value);
            assert_eq!((iso(&date), moment(&date)), (iso_8601.then_some(value), rfc_3339.then_some(value)), "{value}");
            assert_eq!(xml_schema(&date), xml, "{value}");
        }
    }
}
