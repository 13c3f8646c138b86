//! Pages of random markup fragments give html5ever's tree, and trees whose parts lie where they say.
//!
//! `DATELINE_RANDOM_PAGES=1000000 cargo test --release -p dateline-html --features differential --test random_markup`

use dateline_html::differential::compare_trees;
use dateline_html::{NodeKind, Options, Tree, parse};

const FRAGMENTS: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<a href=x>",
    "</a>",
    "<nobr>",
    "</nobr>",
    "<font>",
    "<font color=red>",
    "</font>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th>",
    "<tbody>",
    "</tbody>",
    "<caption>",
    "</caption>",
    "<colgroup>",
    "<col>",
    "</colgroup>",
    "<thead>",
    "<ul>",
    "<li>",
    "</li>",
    "</ul>",
    "<dl>",
    "<dd>",
    "<dt>",
    "<select>",
    "</select>",
    "<option>",
    "</option>",
    "<optgroup>",
    "<input type=hidden>",
    "<input>",
    "<button>",
    "</button>",
    "<form>",
    "</form>",
    "<template>",
    "</template>",
    "<svg>",
    "</svg>",
    "<math>",
    "</math>",
    "<mi>",
    "<mtext>",
    "<annotation-xml encoding='text/html'>",
    "<annotation-xml>",
    "</annotation-xml>",
    "<foreignObject>",
    "</foreignObject>",
    "<desc>",
    "<svg/>",
    "<path d='x'/>",
    "<title>",
    "</title>",
    "<textarea>",
    "</textarea>",
    "<pre>",
    "</pre>",
    "<listing>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<noscript>",
    "</noscript>",
    "<iframe>",
    "</iframe>",
    "<xmp>",
    "</xmp>",
    "<plaintext>",
    "<object>",
    "</object>",
    "<applet>",
    "<marquee>",
    "</marquee>",
    "<html>",
    "</html>",
    "<head>",
    "</head>",
    "<body>",
    "</body>",
    "<frameset>",
    "</frameset>",
    "<frame>",
    "<noframes>",
    "</noframes>",
    "<h1>",
    "</h1>",
    "<h2>",
    "</h2>",
    "<br>",
    "</br>",
    "<hr>",
    "<img>",
    "<image>",
    "<meta charset=x>",
    "<link>",
    "<base>",
    "<ruby>",
    "<rt>",
    "<rp>",
    "<rb>",
    "<rtc>",
    "</ruby>",
    "<x-y>",
    "</x-y>",
    "<X-Y a>",
    "<!--",
    "-->",
    "<!-- c -->",
    "<!>",
    "<!-->",
    "--!>",
    "<!doctype html>",
    "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">",
    "<!DOCTYPE",
    "<![CDATA[",
    "]]>",
    "<?pi?>",
    "</",
    "</>",
    "</ x>",
    "<",
    ">",
    "/",
    "=",
    "\"",
    "'",
    "&",
    "&amp;",
    "&amp",
    "&lt",
    "&notit;",
    "&#65;",
    "&#x80;",
    "&#0;",
    "&#13;",
    "&#10;",
    "&nosuch;",
    "&nGt;",
    ";",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\x0c",
    "\0",
    "\0\0\0",
    "x",
    "word ",
    " word",
    "a\nb",
    "\u{e9}",
    "\u{1f600}",
    "\u{feff}",
    "<p a=1 a=2 b='x' c=\"y>\" d>",
    "<p a='",
    "<div\n/x/y=z/>",
    "<sarcasm>",
    "<p/>",
    "<br/>",
    "<script><!--",
    "<script><!--<script>",
    "--></script>",
    "<title>&amp;",
    "<textarea>\n",
    "<pre>\n",
    "<pre>\r\n",
    "<table> ",
    "<table>x",
    "<tr>\n<td>",
    "<search>",
    "<details>",
    "<summary>",
    "<dialog>",
    "<span>",
    "</span>",
    "<center>",
    "<address>",
    "<li>x",
    "<main>",
    "<section>",
    "<article>",
    "<code>",
    "</code>",
    "<em>",
    "</em>",
    "<svg><title>",
    "<svg><desc>",
    "<math><mi>",
    "<mglyph>",
    "<malignmark>",
    "<annotation-xml encoding=application/xhtml+xml>",
    "<svg><linearGradient>",
    "</linearGradient>",
    "<svg><a>",
    "<math><a>",
    "<svg><script>",
    "<isindex>",
    "<keygen>",
    "<fieldset>",
    "</fieldset>",
    "<param>",
    "<source>",
    "<basefont>",
    "<bgsound>",
    "<wbr>",
    "<embed>",
    "<dir>",
    "<menu>",
    "</center>",
    "</address>",
    "</h3>",
    "<noembed>",
    "</noembed>",
    "<nav>",
    "</main>",
    "</section>",
    "</ruby>",
    "</code>",
    "</dl>",
    "</dd>",
    "</span>\0",
    "<body class=x>",
    "<html class=x>",
    "<noscript><link>",
    "<tfoot>",
    "</tfoot>",
    "</thead>",
    "</caption>",
    "<template><tr>",
    "<template><td>",
    "<template><col>",
    "<select><hr>",
    "<table><form>",
    "<table><input type=hidden>",
    "<table><select>",
    "<frameset> x\ny ",
    "<u>",
    "</u>",
    "<small>",
    "<s>",
    "<strike>",
    "<big>",
    "<tt>",
    "<strong>",
    "</strong>",
];

/// A small generator: the pages must be the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % limit
    }
}

fn page(random: &mut Random) -> String {
    let longest = if random.below(20) == 0 { 200 } else { 24 };
    let length = 1 + random.below(longest);
    // Some pages draw from few fragments, so that combinations repeat.
    let few: Vec<&str> = (0..2 + random.below(6)).map(|_| FRAGMENTS[random.below(FRAGMENTS.len())]).collect();
    let narrow = random.below(3) == 0;
    let mut page = String::new();
    for _ in 0..length {
        let from = if narrow { &few[..] } else { FRAGMENTS };
        page.push_str(from[random.below(from.len())]);
    }
    page
}

/// Links agree both ways, spans are in bounds and on boundaries, verbatim pieces are the source.
fn check(tree: &Tree<'_>) {
    let source = tree.source();
    let order = tree.order();
    for (place, &id) in order.nodes.iter().enumerate() {
        let span = tree.span(id);
        assert!(source.get(span.start as usize..span.end as usize).is_some(), "{id:?} {span:?}");
        if let Some(end) = tree.end_span(id) {
            let end = &source[end.start as usize..end.end as usize];
            assert!(end.starts_with("</") && end.ends_with('>'), "{end}");
        }
        if tree.kind(id) == NodeKind::Element && !span.is_empty() {
            let start = &source[span.start as usize..span.end as usize];
            assert!(start.starts_with('<') && start.ends_with('>'), "{start}");
        }
        let mut before = None;
        for child in tree.children(id) {
            assert_eq!(tree.parent(child), Some(id));
            assert_eq!(tree.prev_sibling(child), before);
            before = Some(child);
        }
        assert_eq!(tree.last_child(id), before);
        let mut said = String::new();
        for piece in tree.pieces(id) {
            assert!(!piece.text.is_empty() && piece.source.start >= span.start && piece.source.end <= span.end);
            let part = &source[piece.source.start as usize..piece.source.end as usize];
            assert!(!piece.verbatim || part == piece.text);
            said.push_str(piece.text);
        }
        assert!(tree.kind(id) != NodeKind::Text || tree.text(id) == said && !said.is_empty());
        for attr in tree.attrs(id) {
            let _ = (&source[attr.name_span().start as usize..attr.name_span().end as usize], attr.value());
            let _ = &source[attr.value_span().start as usize..attr.value_span().end as usize];
        }
        assert!(order.end[place] as usize > place);
    }
}

#[test]
fn random_pages_give_the_reference_tree() {
    let count = std::env::var("DATELINE_RANDOM_PAGES").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut limited = 0;
    for number in 0..count {
        let page = page(&mut random);
        match compare_trees(&page) {
            Ok(compared) => limited += usize::from(!compared),
            Err(difference) => panic!("page {number}: {page:?}: {difference}"),
        }
        check(&parse(&page, &Options::default()));
        let mut options = Options::default();
        options.max_depth = 8;
        options.max_nodes = 12;
        options.max_attributes = 1;
        options.max_bytes = 64;
        check(&parse(&page, &options));
    }
    assert!(limited * 10 < count, "{limited} pages met a limit");
}
