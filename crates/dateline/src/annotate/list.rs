//! A list of words in a data file or in options: an array of texts, or one text with commas between the words.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, SeqAccess, Visitor},
};

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
        deserializer.deserialize_any(Words)
    }
}

/// By hand: an untagged enum would build in a second deserialiser, of what it has to keep until it knows which of the two it is.
struct Words;

impl<'de> Visitor<'de> for Words {
    type Value = List;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array of texts, or one text with commas between the words")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<List, E> {
        let words = text.split(',').map(|word| word.split_whitespace().collect::<Vec<_>>().join(" "));
        Ok(words.filter(|word| !word.is_empty()).collect())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut array: A) -> Result<List, A::Error> {
        let mut words = Vec::new();
        while let Some(word) = array.next_element::<String>()? {
            words.push(word);
        }
        words.retain(|word| !word.is_empty());
        Ok(List(words))
    }
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn a_list_is_an_array_or_a_text_with_commas() {
        let text: List = serde_json::from_str("\"prime\\n minister, mayor,\"").unwrap();
        assert_eq!(text, ["prime minister", "mayor"].into_iter().collect());
        assert_eq!(text, serde_json::from_str::<List>("[\"prime minister\", \"mayor\", \"\"]").unwrap());
        assert!(serde_json::from_str::<List>("7").unwrap_err().to_string().contains("an array of texts"));
    }
}
