//! What holds for any input: bytes at random, pages and texts of the corpus cut and stirred.

use dateline::Input;
use proptest::prelude::*;

use crate::{case::Case, invariants};

/// Scraps of markup and of text that readers stumble over.
const SCRAPS: &[&str] = &[
    "<p>",
    "</p>",
    "<div class=article-body>",
    "</div>",
    "<a href='/x?a=1&amp;b=2'>",
    "</a>",
    "<b>",
    "</i>",
    "<br>",
    "<br><br>",
    "<li>",
    "<ul>",
    "</ul>",
    "<ol><li>",
    "<table><tr><td>",
    "<th colspan=99999>",
    "</table>",
    "<pre>\n  x\n</pre>",
    "<blockquote>",
    "<h1>Title</h1>",
    "<h2>",
    "<figure><img src=a.jpg><figcaption>Cap</figcaption></figure>",
    "<img data-src=//x/y.png>",
    "<script>var a='</p>';</script>",
    "<style>p{}</style>",
    "<!-- x -->",
    "<![CDATA[",
    "&amp;",
    "&eacute;",
    "&#x1F600;",
    "&notit;",
    "&#0;",
    "\u{0}",
    "\r\n",
    "\n\n",
    "  ",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "e\u{301}",
    "\u{1f468}\u{200d}\u{1f469}",
    "東京は晴れです。",
    "العربية، نص",
    "LONDON, March 3 (Reuters) - ",
    "By Jane Doe\n",
    "Thursday, February 26, 2009\n",
    "A sentence of some length that ends here, as it should. ",
    "\"Quoted,\" she said. ",
    "exam-\nple ",
    "> quoted mail\n",
    "(more)\n",
    "-30-\n",
    "SUBHEAD\n\n",
    "<title>T - Site</title>",
    "<meta charset=windows-1252>",
    "<meta property=og:title content='T'>",
    "<noscript><img src=b.jpg></noscript>",
    "<svg><p>",
    "<template><p>x",
    "<select><option>a",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"T\",}</script>",
    "<time datetime=2020-01-01T10:00:00Z>",
    "<body hidden>",
    "<plaintext>",
    "<frameset>",
    "<math><mi>x",
    "<iframe src=javascript:alert(1)>",
];

fn scraps() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(SCRAPS), 0..60).prop_map(|scraps| scraps.concat())
}

fn check(input: Input<'_>, source: &[u8], what: &str) {
    let article = dateline::extract(input.clone()).unwrap_or_else(|error| panic!("{what}: {error}"));
    invariants::hold(&article, source, what);
    assert_eq!(dateline::extract(input).unwrap(), article, "{what}: not the same article twice");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn stirred_markup(page in scraps()) {
        check(Input::html(page.as_str()).charset("utf-8"), page.as_bytes(), "stirred markup");
    }

    #[test]
    fn stirred_text(text in scraps()) {
        check(Input::text(text.as_str()), text.as_bytes(), "stirred text");
    }

    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check(Input::html(&bytes), &bytes, "random bytes as a page");
        check(Input::text(&bytes), &bytes, "random bytes as text");
        check(Input::sniffed(&bytes), &bytes, "random bytes");
    }

    #[test]
    fn other_charsets(page in scraps(), label in proptest::sample::select(&["windows-1252", "utf-16le", "shift_jis", "gb18030", "koi8-r"][..])) {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
        let bytes: Vec<u8> = match label {
            "utf-16le" => page.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            _ => encoding.encode(&page).0.into_owned(),
        };
        check(Input::html(&bytes).charset(label), &bytes, label);
    }
}

#[test]
fn code_that_begins_with_white_space() {
    let page: Vec<u8> = "<plaintext>  東京は晴れです。<p>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(Input::html(&page).charset("utf-16le"), &page, "white space before code");
}

#[test]
fn cases_cut_anywhere() {
    let mut state = 7_u32;
    for case in Case::all() {
        for _ in 0..3 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let cut = state as usize % (case.source.len() + 1);
            let source = &case.source[..cut];
            let input = if case.is_html { Input::html(source) } else { Input::text(source) };
            check(input, source, &format!("{} cut at {cut}", case.name));
        }
    }
}
