//! Counts and shares as bytes: on coarse scales that lose nothing a decision needs, so that a page's features are small and are compared sixteen at a time.

/// A count on a scale of eighths of powers of two: 0 is 0, 1 is 8, 2 about 13, 1,000 about 80; never more than 255.
pub(super) fn log(count: u32) -> u8 {
    // of a number of floating point the bits behind the sign are the power, eleven of them, and what stands behind the leading one: its first three are a straight line between the powers
    let value = f64::from(count) + 1.0;
    let eighths = (value.to_bits() >> 49) - (1023 << 3);
    u8::try_from(eighths).unwrap_or(u8::MAX)
}

/// A share in half per cent: 0 to 200; nothing of nothing is 0.
pub(super) fn share(part: u32, whole: u32) -> u8 {
    if whole == 0 {
        return 0;
    }
    let part = part.min(whole);
    // a division of fewer bits takes a third of the time
    let half_per_cents = part.checked_mul(200).map_or_else(|| (u64::from(part) * 200 / u64::from(whole)) as u32, |parts| parts / whole);
    u8::try_from(half_per_cents).unwrap_or(u8::MAX)
}

/// A small number as it is; never more than 255.
pub(super) fn plain(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_monotonous() {
        assert!((0..100_000).map(log).is_sorted());
        assert_eq!((log(0), log(1), log(3), log(u32::MAX)), (0, 8, 16, 255));
        assert_eq!((share(0, 0), share(1, 2), share(7, 5)), (0, 100, 200));
    }
}
