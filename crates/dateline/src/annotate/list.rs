//! A list of words in a data file or in options: an array of texts, or one text with commas between the words.

use serde::{Deserialize, Deserializer, Serialize};

/// Words or names. Read from an array, or from one text with commas between them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct List(Vec<String>);

impl List {
    /// The words, in the order in which they were written.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl<S: Into<String>> FromIterator<S> for List {
    fn from_iter<I: IntoIterator<Item = S>>(words: I) -> Self {
        Self(words.into_iter().map(Into::into).collect())
    }
}

impl<'de> Deserialize<'de> for List {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Text(String),
            Array(Vec<String>),
        }
        let words = match Form::deserialize(deserializer)? {
            Form::Text(text) => text.split(',').map(|word| word.split_whitespace().collect::<Vec<_>>().join(" ")).collect(),
            Form::Array(words) => words,
        };
        Ok(Self(words.into_iter().filter(|word| !word.is_empty()).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn a_list_is_an_array_or_a_text_with_commas() {
        let text: List = serde_json::from_str("\"prime\\n minister, mayor,\"").unwrap();
        assert_eq!(text, ["prime minister", "mayor"].into_iter().collect());
        assert_eq!(text, serde_json::from_str::<List>("[\"prime minister\", \"mayor\"]").unwrap());
    }
}
