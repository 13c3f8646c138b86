//! JSON reads back as the article that was printed, and every `span` has its `source`.

use dateline::{Article, Span, render::Json, stage::Renderer};
use proptest::prelude::*;
use serde_json::Value;

use super::articles::article;

/// Every object with a text span, however deep.
fn spanned(value: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values),
            Value::Object(map) => {
                open.extend(map.values());
                if map.get("span").is_some_and(|span| span.get(0).is_some_and(Value::is_u64)) {
                    found.push(value);
                }
            }
            _ => {}
        }
    }
    found
}

proptest! {
    #![proptest_config(super::config())]

    #[test]
    fn json_reads_back(article in article(), indent in any::<bool>()) {
        let json = if indent { Json::default() } else { Json::line() };
        let printed = json.clone().with_source_spans(true).to_string(&article);
        prop_assert!(indent || printed.matches('\n').count() == 1);
        prop_assert_eq!(&Article::from_json(&printed).unwrap(), &article);
        let value: Value = serde_json::from_str(&printed).unwrap();
        for object in spanned(&value) {
            let span: Span = serde_json::from_value(object["span"].clone()).unwrap();
            let source: Vec<dateline::SourceSpan> = serde_json::from_value(object["source"].clone()).unwrap();
            prop_assert_eq!(Some(source), article.source_spans(span));
        }

        let bare = json.to_string(&article);
        let mut expected = article;
        expected.source_map = None;
        prop_assert_eq!(Article::from_json(&bare).unwrap(), expected);
        let value: Value = serde_json::from_str(&bare).unwrap();
        prop_assert!(spanned(&value).iter().all(|object| object.get("source").is_none()));
    }
}
