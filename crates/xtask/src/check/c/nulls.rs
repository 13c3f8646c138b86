//! The header in, a program out that calls every function it declares with nothing: NULL for each pointer, with the smallest and the largest numbers.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use crate::{
    c::header::{Function, Header},
    failure::Outcome,
    workspace,
};

/// What numbers are handed in as, and whether there is an article where a function takes one.
const ROUNDS: [(&str, bool); 4] = [("0", false), ("-1", false), ("0", true), ("-1", true)];

/// These succeed with nothing: there is nothing to do for them.
const CONTENT: [&str; 1] = ["dateline_extract_batch"];

/// Writes the program into a folder.
pub(super) fn program(header: &Header, folder: &Path) -> Outcome<PathBuf> {
    let mut code = "#undef NDEBUG\n#include <assert.h>\n#include <stdlib.h>\n#include \"dateline.h\"\n\nint main(void) {\n    \
        dateline_article *some = NULL;\n    assert(dateline_extract(NULL, 0, NULL, &some, NULL) == DATELINE_OK);\n"
        .to_owned();
    for (number, has_article) in ROUNDS {
        for function in header.functions.iter().filter(|function| !function.parameters.is_empty()) {
            // a String takes all that is written to it
            let _ = writeln!(code, "    {}", call(function, number, has_article));
        }
    }
    code.push_str("    dateline_article_free(some);\n    return 0;\n}\n");
    let path = folder.join("nulls.c");
    workspace::write(&path, &code)?;
    Ok(path)
}

fn call(function: &Function, number: &str, has_article: bool) -> String {
    let argument = |parameter: &String| {
        let (kind, _) = parameter.rsplit_once([' ', '*']).unwrap_or((parameter, ""));
        let kind = kind.trim_end();
        match kind {
            "const dateline_article" if has_article && !parameter.contains("*const") => "some".to_owned(),
            _ if parameter.contains('*') => "NULL".to_owned(),
            "dateline_annotate_fn" | "dateline_write_fn" => "NULL".to_owned(),
            "dateline_span" => format!("(dateline_span){{(size_t){number}, (size_t){number}}}"),
            kind => format!("({kind}){number}"),
        }
    };
    let takes_article = function.parameters.iter().any(|parameter| parameter.starts_with("const dateline_article *"));
    let arguments: Vec<String> = function.parameters.iter().map(argument).collect();
    let call = format!("{}({})", function.name, arguments.join(", "));
    let nothing = !(has_article && takes_article);
    match function.returns.as_str() {
        "int32_t" if nothing && !CONTENT.contains(&function.name.as_str()) => format!("assert({call} != DATELINE_OK);"),
        "dateline_str" if nothing => format!("assert({call}.ptr == NULL);"),
        "dateline_span" if nothing => format!("assert(DATELINE_IS_NO_SPAN({call}));"),
        "size_t" if nothing => format!("{{ size_t count = {call}; assert(count == 0 || count == DATELINE_NONE); }}"),
        "double" if nothing => format!("assert({call} < 0);"),
        pointer if nothing && pointer.ends_with('*') => format!("assert({call} == NULL);"),
        "void" => format!("{call};"),
        _ => format!("(void){call};"),
    }
}
