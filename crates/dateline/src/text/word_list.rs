//! A file of words in, its classes with their words out: the form in which languages are data.
//!
//! A line is `class: word word …`; a class may have several lines, `#` begins a comment. Where words of a class have spaces in them they are set apart by commas:
//! a line that has one is split at commas alone. The files are part of the crate, so a line that says nothing is passed over rather than an error, and the tests of
//! those who read a file hold that it says what it should.

/// The classes of a file with their words, line by line, in the order in which they stand there.
pub(crate) fn classes(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines().filter(|line| !line.trim_start().starts_with('#')).filter_map(|line| line.split_once(':')).flat_map(|(class, list)| {
        let separator = if list.contains(',') { ',' } else { ' ' };
        list.split(separator).map(str::trim).filter(|word| !word.is_empty()).map(move |word| (class.trim(), word))
    })
}

#[cfg(test)]
mod tests {
    use super::classes;

    #[test]
    fn a_line_is_a_class_and_its_words() {
        let found: Vec<_> = classes("# words\none: a b\n\ntwo: c d, e\nnothing\none: f").collect();
        assert_eq!(found, [("one", "a"), ("one", "b"), ("two", "c d"), ("two", "e"), ("one", "f")]);
    }
}
