//! The header in; out comes which of its functions does not say what a caller has to know: ownership and lifetime, NULL, threads, errors, units.
//!
//! What must be said follows from the signature, and words that say it are looked for: a comment that says it in other words is found wanting, too, so that all say it alike.

use crate::{
    c::header::{Function, Header},
    failure::{Failure, Outcome},
};

/// What a signature asks for, and the words of which one must stand in the comment.
struct Duty {
    what: &'static str,
    holds_for: fn(&Function) -> bool,
    words: &'static [&'static str],
}

const DUTIES: [Duty; 8] = [
    Duty { what: "which threads may call it", holds_for: |_| true, words: &["hread"] },
    Duty { what: "what becomes of NULL", holds_for: |function| takes(function, |parameter| parameter.contains('*')), words: &["NULL"] },
    Duty { what: "how long what it returns lives", holds_for: returns_what_lives, words: &["orrowed", "elongs", "Static"] },
    Duty { what: "whose what it hands out is", holds_for: hands_out, words: &["elongs to the caller", "elong to the caller"] },
    Duty { what: "what it returns where it fails", holds_for: |function| function.returns == "int32_t", words: &["DATELINE_ERROR_", "-1"] },
    Duty { what: "what it returns for what is absent", holds_for: |function| function.returns == "double", words: &["-1"] },
    Duty { what: "what it returns for nothing", holds_for: counts, words: &[" 0", "DATELINE_NONE"] },
    Duty { what: "the unit, bytes, of a length or a span", holds_for: measures, words: &["bytes", "byte "] },
];

fn takes(function: &Function, is_such: fn(&str) -> bool) -> bool {
    function.parameters.iter().any(|parameter| is_such(parameter))
}

fn returns_what_lives(function: &Function) -> bool {
    function.returns == "dateline_str" || function.returns.ends_with('*')
}

fn hands_out(function: &Function) -> bool {
    takes(function, |parameter| parameter.contains("**") && !parameter.contains("const"))
}

fn counts(function: &Function) -> bool {
    matches!(function.returns.as_str(), "size_t" | "uint32_t" | "uint64_t") && !function.parameters.is_empty()
}

fn measures(function: &Function) -> bool {
    let is_length = |parameter: &str| {
        let name = parameter.rsplit([' ', '*']).next().unwrap_or_default();
        parameter.starts_with("dateline_span ") || matches!(name, "len" | "start" | "end") || name.ends_with("_len")
    };
    function.returns == "dateline_span" || takes(function, is_length)
}

/// Every function says what its signature makes it say, and every handle which threads may use it.
pub(super) fn hold(header: &Header) -> Outcome {
    for function in &header.functions {
        let comment = header.comment_of(function);
        let lacks = |duty: &&Duty| (duty.holds_for)(function) && !duty.words.iter().any(|word| comment.contains(word));
        if let Some(duty) = DUTIES.iter().find(lacks) {
            return Err(Failure::new(format!("the header does not say of {} {}", function.name, duty.what)));
        }
    }
    match header.types().find(|(_, comment)| !comment.contains("hread")) {
        Some((name, _)) => Err(Failure::new(format!("the header does not say which threads may use a {name}"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(comment: &str, declaration: &str) -> String {
        let text =
            format!("#ifdef __cplusplus\nextern \"C\" {{\n#endif\n\n/**\n * {comment}\n */\n{declaration};\n#ifdef __cplusplus\n}}\n");
        hold(&Header::of(text)).map_or_else(|failure| failure.to_string(), |()| "fine".to_owned())
    }

    #[test]
    fn what_a_signature_makes_a_function_say_is_missed_where_it_is_not_said() {
        let whole = "Makes it of `len` bytes. `out` belongs to the caller. `DATELINE_ERROR_NULL` where it is NULL. Any thread.";
        let make = "int32_t dateline_make(const char *data, size_t len, dateline_thing **out)";
        assert_eq!(verdict(whole, make), "fine");
        for (word, missed) in [
            ("Any thread", "threads"),
            ("NULL", "NULL"),
            ("belongs to the caller", "whose"),
            ("DATELINE_ERROR_NULL", "where it fails"),
            ("bytes", "unit"),
        ] {
            let verdict = verdict(&whole.replace(word, ""), make);
            assert!(verdict.contains(missed), "{word}: {verdict}");
        }
    }

    #[test]
    fn what_is_returned_has_a_lifetime_or_an_absent_value() {
        let getter = |comment: &str, returns: &str| verdict(comment, &format!("{returns} dateline_of(const dateline_thing *thing)"));
        assert!(getter("With NULL absent. Any thread.", "dateline_str").contains("lives"));
        assert!(getter("With NULL NULL. Any thread.", "const dateline_thing *").contains("lives"));
        assert!(getter("With NULL absent. Any thread.", "double").contains("absent"));
        assert!(getter("With NULL none. Any thread.", "size_t").contains("nothing"));
        assert!(getter("With NULL absent. Any thread.", "dateline_span").contains("unit"));
        assert_eq!(getter("Borrowed; with NULL absent. Any thread.", "dateline_str"), "fine");
    }

    #[test]
    fn types_say_which_threads_may_use_them() {
        let header = |comment: &str| Header::of(format!("/**\n * {comment}\n */\ntypedef struct dateline_thing dateline_thing;\n"));
        assert!(hold(&header("A thing.")).is_err_and(|failure| failure.to_string().contains("dateline_thing")));
        assert!(hold(&header("A thing. Any thread.")).is_ok());
    }
}
