//! Rows of cells go in, a Markdown table with even columns comes out: readable at a terminal, and ready for docs/benchmarks.md.

/// The table; the first column is set left, the others right.
pub(crate) fn markdown(head: &[&str], rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.chain(head.get(column).map(|cell| cell.chars().count())).max().unwrap_or(0).max(3)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let line = |cells: &[String]| {
        let padded = widths.iter().enumerate().map(|(column, &width)| {
            let cell = cells.get(column).map_or("", String::as_str);
            if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        format!("| {} |\n", padded.collect::<Vec<_>>().join(" | "))
    };
    let rule = widths
        .iter()
        .enumerate()
        .map(|(column, &width)| if column == 0 { "-".repeat(width) } else { format!("{}:", "-".repeat(width - 1)) });
    let mut table = line(&head.iter().map(ToString::to_string).collect::<Vec<_>>());
    table.push_str(&line(&rule.collect::<Vec<_>>()));
    rows.iter().for_each(|row| table.push_str(&line(row)));
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_even() {
        let table = markdown(&["tool", "f1"], &[vec!["dateline".into(), "97.5".into()], vec!["x".into(), "–".into()]]);
        assert_eq!(table, "| tool     |   f1 |\n| -------- | ---: |\n| dateline | 97.5 |\n| x        |    – |\n");
    }
}
