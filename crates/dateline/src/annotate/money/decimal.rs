//! Exact decimals: a whole number and how many of its digits stand behind the point.

use std::fmt;

/// An amount, exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    mantissa: u128,
    decimals: u8,
}

/// Amounts have no more digits: larger ones are no money.
const DIGITS: usize = 24;

impl Decimal {
    pub(super) const fn new(mantissa: u128, decimals: u8) -> Self {
        Self { mantissa, decimals }
    }

    /// A whole number from its digits; `None` where there are too many.
    pub(super) fn read(digits: &str) -> Option<Self> {
        if digits.len() > DIGITS {
            return None;
        }
        Some(Self { mantissa: digits.parse().ok()?, decimals: 0 })
    }

    /// With further digits behind the others: "1,450".
    pub(super) fn followed_by(self, digits: &str) -> Option<Self> {
        let more = Self::read(digits)?;
        let mantissa = self.mantissa.checked_mul(10_u128.checked_pow(digits.len() as u32)?)?.checked_add(more.mantissa)?;
        (mantissa < 10_u128.pow(DIGITS as u32)).then_some(Self { mantissa, ..self })
    }

    /// With digits behind the point.
    pub(super) fn with_fraction(self, digits: &str) -> Option<Self> {
        let all = self.followed_by(digits)?;
        Some(Self { decimals: digits.len() as u8, ..all })
    }

    /// Times a whole number; `None` where it becomes too large.
    pub(super) fn times(self, factor: u64) -> Option<Self> {
        let mantissa = self.mantissa.checked_mul(u128::from(factor))?;
        (mantissa < 10_u128.pow(DIGITS as u32 + 6)).then_some(Self { mantissa, ..self })
    }

    /// So many decimal places further right.
    pub(super) fn hundredths(self, places: u8) -> Self {
        Self { decimals: self.decimals.saturating_add(places), ..self }
    }

    /// The sum of two.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let decimals = self.decimals.max(other.decimals);
        let level = |one: Self| one.mantissa.checked_mul(10_u128.checked_pow(u32::from(decimals - one.decimals))?);
        Some(Self { mantissa: level(self)?.checked_add(level(other)?)?, decimals })
    }

    /// Whether it is at least this whole number.
    pub(super) fn reaches(self, number: u64) -> bool {
        10_u128.checked_pow(u32::from(self.decimals)).is_some_and(|unit| self.mantissa / unit >= u128::from(number))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:0width$}", self.mantissa, width = usize::from(self.decimals) + 1);
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.decimals));
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() { out.write_str(whole) } else { write!(out, "{whole}.{fraction}") }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn what_is_written_is_exact() {
        let text = |decimal: Option<Decimal>| decimal.map(|decimal| decimal.to_string());
        let read = |whole, fraction| Decimal::read(whole).and_then(|number| number.with_fraction(fraction));
        assert_eq!(text(read("1", "10")).as_deref(), Some("1.1"));
        assert_eq!(text(read("0", "07")).as_deref(), Some("0.07"));
        assert_eq!(text(read("2", "38").and_then(|number| number.times(1_000_000_000))).as_deref(), Some("2380000000"));
        assert_eq!(text(Decimal::read("7").map(|number| number.hundredths(2))).as_deref(), Some("0.07"));
        assert_eq!(text(Decimal::read("3").and_then(|number| number.plus(Decimal::new(50, 2)))).as_deref(), Some("3.5"));
        assert_eq!(Decimal::read("1234567890123456789012345"), None);
        assert!(read("1000", "5").is_some_and(|number| number.reaches(1000) && !number.reaches(1001)));
    }
}
