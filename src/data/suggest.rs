//! "Did you mean": the known name that is nearest to a mistyped one, and what other languages and libraries call a thing.

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

/// What users of other languages (or of Python's other classes) write, and what it is called here.
pub fn habit(class: &str, name: &str) -> Option<String> {
    let text = match (class, name) {
        ("list", "push" | "add" | "append_all") => "use `.append(item)`",
        ("list", "addAll" | "concat") => "use `.extend(items)`",
        ("list" | "tuple" | "str" | "dict" | "set", "length" | "size" | "len" | "count" | "shape") => "use `len(...)`",
        ("set", "append" | "push") => "use `.add(item)`",
        ("dict", "has_key" | "contains" | "containsKey") => "use `key in d`",
        ("dict", "iteritems") => "use `.items()`",
        ("dict", "append" | "add") => "use `d[key] = value`",
        ("str", "contains" | "includes") => "use `part in text`",
        ("str", "trim") => "use `.strip()`",
        ("str", "toUpperCase" | "uppercase" | "to_upper") => "use `.upper()`",
        ("str", "toLowerCase" | "lowercase" | "to_lower") => "use `.lower()`",
        ("str", "append") => "text cannot be changed: use `+`",
        ("tuple", "append" | "extend" | "insert") => "a tuple cannot be changed: use a list",
        ("list" | "tuple", "sum" | "mean" | "min" | "max" | "std" | "dot" | "T") => {
            "a list is no array: make one with `np.array(...)`, or use `sum(...)`, `min(...)`, `max(...)`"
        }
        ("list", "map" | "filter") => "use a comprehension: `[f(x) for x in items]`",
        ("generator" | "map" | "filter" | "zip" | "enumerate", _) => "make it a list first: `list(...)`",
        ("NoneType", _) => "check that the function that gave it returns a value, or test `is not None` first",
        (_, "compute") => "only lazy values (arrays of Dask, delayed values) are computed: this value is there already",
        _ => return None,
    };
    Some(text.to_owned())
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
