//! `dateline.h` in, the functions and numbers that it declares out. It is generated, so it has but one form.

use std::path::Path;

use crate::{failure::Outcome, workspace};

/// What the header declares.
pub(crate) struct Header {
    /// The whole file.
    pub(crate) text: String,
    /// In the order of the header.
    pub(crate) functions: Vec<Function>,
    /// The names that stand for a number, with it.
    pub(crate) numbers: Vec<(String, u32)>,
}

/// A function as the header declares it, on one line.
pub(crate) struct Function {
    /// The whole declaration, without the semicolon.
    pub(crate) declaration: String,
    /// Its name.
    pub(crate) name: String,
    /// What it returns.
    pub(crate) returns: String,
    /// The type and the name of each parameter.
    pub(crate) parameters: Vec<String>,
}

impl Header {
    pub(crate) fn read(path: &Path) -> Outcome<Self> {
        Ok(Self::of(workspace::read(path)?))
    }

    pub(crate) fn of(text: String) -> Self {
        let code = without_comments(&text);
        let numbers = code.lines().filter_map(|line| {
            let (name, value) = line.strip_prefix("#define ")?.split_once(' ')?;
            Some((name.to_owned(), value.trim().parse().ok()?))
        });
        let declared = code.split_once("extern \"C\" {").map_or("", |(_, behind)| behind);
        let declared: String = declared.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join(" ");
        Self { numbers: numbers.collect(), functions: declared.split(';').filter_map(Function::of).collect(), text }
    }

    /// What stands above a function.
    pub(crate) fn comment_of(&self, function: &Function) -> String {
        self.comment_above(&format!("{}(", function.name))
    }

    /// The names of handles and of functions of the caller's, with what stands above them.
    pub(crate) fn types(&self) -> impl Iterator<Item = (&str, String)> {
        self.text.lines().filter(|line| line.starts_with("typedef ")).filter_map(|line| {
            let begins = line.find("dateline_")?;
            let ends = line[begins..].find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))?;
            Some((&line[begins..begins + ends], self.comment_above(line)))
        })
    }

    /// What stands above the first line of code with these words.
    fn comment_above(&self, words: &str) -> String {
        let is_comment = |line: &&str| line.trim_start().starts_with(['*', '/']);
        let above: Vec<&str> = self.text.lines().take_while(|line| is_comment(line) || !line.contains(words)).collect();
        above.into_iter().rev().take_while(is_comment).collect()
    }
}

impl Function {
    fn of(declaration: &str) -> Option<Self> {
        let declaration = declaration.split_whitespace().collect::<Vec<_>>().join(" ");
        let (head, parameters) = declaration.strip_suffix(')')?.split_once('(')?;
        let begins = head.rfind(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).map_or(0, |at| at + 1);
        let (returns, name) = head.split_at(begins);
        let parameters = parameters.split(',').map(|one| one.trim().to_owned()).filter(|one| one != "void").collect();
        Some(Self { name: name.to_owned(), returns: returns.trim().to_owned(), parameters, declaration: declaration.clone() })
    }
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once("*/")).fold(first, |code, (_, behind)| code + behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_and_numbers_are_read() {
        let header = Header::of(
            "/** a; b(c) */\n#define A_NUMBER 7\n#define NO_NUMBER SIZE_MAX\n#ifdef __cplusplus\nextern \"C\" {\n#endif // __cplusplus\n\n\
             /** of */\nconst thing *get_thing(const other *of,\n                       size_t index);\nvoid end(void);\n#ifdef __cplusplus\n}\n"
                .to_owned(),
        );
        assert_eq!(header.numbers, [("A_NUMBER".to_owned(), 7)]);
        let [get, end] = header.functions.as_slice() else { panic!("two functions") };
        assert_eq!((get.name.as_str(), get.returns.as_str()), ("get_thing", "const thing *"));
        assert_eq!(get.parameters, ["const other *of", "size_t index"]);
        assert_eq!(header.comment_of(get).trim(), "/** of */");
        assert_eq!((end.declaration.as_str(), end.parameters.len()), ("void end(void)", 0));
    }
}
