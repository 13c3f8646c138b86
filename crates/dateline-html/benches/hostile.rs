//! Pages made to be slow or large: time at one, two and four times the size, and peak memory against the input's size.
//!
//! `cargo bench -p dateline-html --bench hostile [-- --json] [NAME…]`. Each measurement runs in a process of its own (this
//! program again, as `--case NAME SCALE`); memory is the growth of its peak resident set over what it held before.

use std::process::Command;
use std::time::Instant;

use dateline_html::{Options, parse};

struct Case {
    name: &'static str,
    /// Mostly text: at most 8 times the input, others 40.
    text: bool,
    make: fn(usize) -> String,
}

const CASES: &[Case] = &[
    Case { name: "a NUL after each letter", text: true, make: |n| "w\0o\0r\0d\0 \0".repeat(250_000 * n) },
    Case { name: "1,000,000 nested <div>", text: false, make: |n| "<div>".repeat(250_000 * n) },
    Case { name: "1,000,000 nested <div>, closed", text: false, make: |n| "<div>".repeat(250_000 * n) + &"</div>".repeat(250_000 * n) },
    Case { name: "100,000 unclosed <b><i><a>", text: false, make: |n| "<b><i><a>".repeat(25_000 * n) },
    Case { name: "100,000 unclosed <b><i><a> with text", text: false, make: |n| "<b>x<i>y<a href=z>w".repeat(25_000 * n) },
    Case {
        name: "one tag with 100,000 attributes",
        text: false,
        make: |n| {
            let attributes: Vec<String> = (0..25_000 * n).map(|i| format!(" a{i}=v")).collect();
            format!("<p{}>", attributes.concat())
        },
    },
    Case { name: "one tag with 100,000 equal attributes", text: false, make: |n| format!("<p{}>", " a=v".repeat(25_000 * n)) },
    Case { name: "50 MB of <", text: true, make: |n| "<".repeat(12_500_000 * n) },
    Case { name: "unterminated comment", text: true, make: |n| format!("<!--{}", "a- --b".repeat(2_000_000 * n)) },
    Case { name: "unterminated script", text: true, make: |n| format!("<script>{}", "if(a<b)<!-- <script> ".repeat(500_000 * n)) },
    Case { name: "unterminated attribute", text: true, make: |n| format!("<p title=\"{}", "a b ".repeat(2_500_000 * n)) },
    Case { name: "unterminated CDATA", text: true, make: |n| format!("<svg><![CDATA[{}", "a ]] b".repeat(2_000_000 * n)) },
    Case { name: "many unterminated comments", text: true, make: |n| "<!-".repeat(2_500_000 * n) },
    Case { name: "NUL bytes in text", text: false, make: |n| "<p>a\0b\0\0c".repeat(500_000 * n) },
    Case { name: "NUL bytes in a script", text: true, make: |n| format!("<script>{}", "a\0b\0\0c".repeat(500_000 * n)) },
    Case { name: "10 MB of text in one node", text: true, make: |n| "word and word ".repeat(180_000 * n) },
    Case { name: "10 MB of NUL", text: true, make: |n| "\0".repeat(2_500_000 * n) },
    Case { name: "10 MB of NUL in <svg>", text: true, make: |n| format!("<svg>{}", "\0".repeat(2_500_000 * n)) },
    Case { name: "10 MB of NUL in a script", text: true, make: |n| format!("<script>{}", "\0".repeat(2_500_000 * n)) },
    Case { name: "character references", text: false, make: |n| "&amp;".repeat(500_000 * n) },
    Case { name: "unknown character references", text: true, make: |n| "&nosuch".repeat(400_000 * n) },
    Case { name: "carriage returns", text: false, make: |n| "ab\r".repeat(800_000 * n) },
    Case { name: "<table> foster parenting: text", text: false, make: |n| format!("<table>{}", "<tr>x".repeat(100_000 * n)) },
    Case { name: "<table> foster parenting: elements", text: false, make: |n| format!("<table>{}", "<b>x<tr>".repeat(60_000 * n)) },
    Case { name: "<table> foster parenting: nested", text: false, make: |n| "<table>x<a>".repeat(50_000 * n) },
    Case { name: "white space and references in a table", text: false, make: |n| format!("<table>{}", " &#32;".repeat(300_000 * n)) },
    Case { name: "<p>a<b id=i> 3,000 times", text: false, make: |n| "<p>a<b id=i>".repeat(750 * n) },
    Case { name: "<p>a<b id=i> 100,000 times", text: false, make: |n| "<p>a<b id=i>".repeat(25_000 * n) },
    Case {
        name: "all formatting, many <p>x",
        text: false,
        make: |n| {
            "<p>".to_owned() + &"<b><i><u><s><tt><em><big><code><font><small><strong><strike>".repeat(3) + &"<p>x".repeat(200_000 * n)
        },
    },
    Case { name: "formatting in table cells", text: false, make: |n| format!("<table>{}", "<td><object><b></b>".repeat(50_000 * n)) },
    Case {
        name: "formatting behind markers, then <b></b>",
        text: false,
        make: |n| format!("<table>{}{}", "<td><b><i><u><object>".repeat(25_000 * n), "<b></b>".repeat(100_000 * n)),
    },
    Case { name: "<b></p>x", text: false, make: |n| "<b></p>x".repeat(50_000 * n) },
    Case { name: "<a><div>", text: false, make: |n| "<a><div>".repeat(50_000 * n) },
    Case { name: "<form><div></form>", text: false, make: |n| "<form><div></form>".repeat(50_000 * n) },
    Case { name: "20,000 nested lists", text: false, make: |n| "<ul><li>".repeat(5_000 * n) },
    Case { name: "20,000 nested lists, closed", text: false, make: |n| "<ul><li>x".repeat(5_000 * n) + &"</ul>".repeat(5_000 * n) },
    Case { name: "nested tables", text: false, make: |n| "<table><tr><td>".repeat(50_000 * n) },
    Case { name: "nested <svg><foreignObject>", text: false, make: |n| "<svg><foreignObject>".repeat(50_000 * n) },
    Case { name: "nested <template>", text: false, make: |n| "<template>".repeat(50_000 * n) },
    Case { name: "nested <select><option>", text: false, make: |n| "<select><optgroup><option>".repeat(50_000 * n) },
    Case {
        name: "at the depth limit, in and out",
        text: false,
        make: |n| "<div>".repeat(508) + &"<i></i><p></p><span>x</span>".repeat(25_000 * n),
    },
    Case { name: "</p> and </br>", text: false, make: |n| "</p></br>".repeat(100_000 * n) },
    Case { name: "<p> alone", text: false, make: |n| "<p>".repeat(800_000 * n) },
    Case { name: "<x> of 100,000 names", text: false, make: |n| (0..25_000 * n).map(|i| format!("<x-{i}>")).collect() },
    Case { name: "second <body> with attributes", text: false, make: |n| (0..25_000 * n).map(|i| format!("<body a{i}>")).collect() },
    Case { name: "<frameset> and words", text: false, make: |n| format!("<frameset>{}", "a b ".repeat(250_000 * n)) },
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [mode, name, scale] = arguments.as_slice()
        && mode == "--case"
    {
        return measure(name, scale.parse().unwrap_or(1));
    }
    let json = arguments.iter().any(|argument| argument == "--json");
    let names: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with("--")).collect();
    if !json {
        println!("{:<44} {:>9} {:>8} {:>8} {:>8} {:>7} {:>7}", "page", "MB at 4x", "1x ms", "2x ms", "4x ms", "4x/2x", "memory");
    }
    for case in CASES {
        if !names.is_empty() && !names.iter().any(|name| case.name.contains(name.as_str())) {
            continue;
        }
        let results: Vec<(f64, f64, f64)> = [1, 2, 4].iter().filter_map(|&scale| child(case.name, scale)).collect();
        let [one, two, four] = results.as_slice() else {
            println!("{:<44} failed", case.name);
            continue;
        };
        let memory = four.2 / four.0;
        let allowed = if case.text { 8.0 } else { 40.0 };
        if json {
            println!(
                "{{\"page\":{:?},\"bytes\":{},\"ms\":[{:.2},{:.2},{:.2}],\"memory_ratio\":{memory:.2},\"allowed\":{allowed}}}",
                case.name, four.0, one.1, two.1, four.1
            );
        } else {
            println!(
                "{:<44} {:>9.2} {:>8.1} {:>8.1} {:>8.1} {:>7.2} {:>6.1}x{}",
                case.name,
                four.0 / 1e6,
                one.1,
                two.1,
                four.1,
                four.1 / two.1,
                memory,
                if memory > allowed && four.0 > 1e6 { " over" } else { "" }
            );
        }
    }
}

/// Bytes, milliseconds and bytes of memory of one measurement.
fn child(name: &str, scale: usize) -> Option<(f64, f64, f64)> {
    let output = Command::new(std::env::current_exe().ok()?).args(["--case", name, &scale.to_string()]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let mut numbers = text.split_whitespace().filter_map(|number| number.parse().ok());
    Some((numbers.next()?, numbers.next()?, numbers.next()?))
}

fn measure(name: &str, scale: usize) {
    let Some(case) = CASES.iter().find(|case| case.name == name) else { return };
    let mut page = (case.make)(scale);
    page.shrink_to_fit();
    let before = resident("VmRSS:");
    let start = Instant::now();
    let tree = parse(&page, &Options::default());
    let time = start.elapsed();
    let after = resident("VmHWM:");
    std::hint::black_box(tree.len());
    println!("{} {} {}", page.len(), time.as_secs_f64() * 1e3, after.saturating_sub(before));
}

/// A line of `/proc/self/status` in bytes; 0 where there is none.
fn resident(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|found| found.strip_prefix(line));
    line.and_then(|value| value.split_whitespace().next()).and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) * 1024
}
