//! "Did you mean": the known name that is nearest to a mistyped one.

/// The candidate nearest to `name`, if it is near enough to be a likely slip.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters: Vec<char> = name.chars().take(64).collect();
    let limit = match letters.len() {
        0 | 1 => 0,
        2 => 1,
        3..=5 => 2,
        _ => 3,
    };
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate == name || candidate.len() > 80 || (candidate.starts_with("__") && !name.starts_with("__")) {
            continue;
        }
        let cost = if candidate.eq_ignore_ascii_case(name) { 0 } else { distance(&letters, candidate, limit) };
        // Two slips in a name of three letters are another name.
        if cost > limit || (cost > 1 && cost * 2 >= letters.len()) {
            continue;
        }
        let better = match best {
            None => true,
            Some((known, text)) => (cost, candidate) < (known, text),
        };
        if better {
            best = Some((cost, candidate));
        }
    }
    best.map(|(_, text)| text)
}

/// Edit distance in which swapping two neighbours counts once; anything past `limit` is `limit + 1`.
fn distance(a: &[char], b: &str, limit: usize) -> usize {
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let swap = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(limit + 1);
            let mut cost = (at(&last, j + 1) + 1).min(at(&row, j) + 1).min(at(&last, j) + usize::from(x != y));
            if swap {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(limit + 1)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_found() {
        let names = ["compute", "append", "rechunk", "sum", "mean"];
        assert_eq!(nearest("comptue", names), Some("compute"));
        assert_eq!(nearest("apend", names), Some("append"));
        assert_eq!(nearest("Sum", names), Some("sum"));
        assert_eq!(nearest("xyz", names), None);
    }
}
