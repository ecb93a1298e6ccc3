//! How often texts occur: counted where they stand in a line, a `str` being made for a text that is new alone.

use std::rc::Rc;

use super::containers::Places;
use super::text::{Key, hash_text};
use super::{DictObj, Value, dict};

/// Texts and how often each occurred, in the order of first occurrence.
#[derive(Default)]
pub struct TextCounts {
    /// High half of the hash and position of each text.
    places: Places,
    entries: Vec<(Key, i64)>,
    hashes: Vec<u64>,
}

impl TextCounts {
    /// Add to the count of a text.
    #[inline]
    pub fn add(&mut self, text: &str, by: i64) {
        let hash = hash_text(text);
        let high = (hash >> 32) as u32;
        let entries = &self.entries;
        let same = |at: u32| entries.get(at as usize).is_some_and(|(key, _)| key.as_str() == text);
        match self.places.find(hash, |(known, at)| *known == high && same(*at)) {
            Some((_, at)) => {
                let at = *at as usize;
                if let Some((_, count)) = self.entries.get_mut(at) {
                    *count += by;
                }
            }
            None => self.insert(hash, text, by),
        }
    }

    #[cold]
    fn insert(&mut self, hash: u64, text: &str, by: i64) {
        let at = self.entries.len() as u32;
        self.entries.push((Key::new(text), by));
        self.hashes.push(hash);
        let hashes = &self.hashes;
        let rehash = |(_, at): &(u32, u32)| hashes.get(*at as usize).copied().unwrap_or(0);
        self.places.insert_unique(hash, ((hash >> 32) as u32, at), rehash);
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The counts as a dict.
    pub fn into_dict(self) -> DictObj {
        let texts = self.entries.into_iter().zip(self.hashes);
        dict::of_new_texts(texts.map(|((key, count), hash)| (Rc::new(key.into_str(hash)), Value::Int(count))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_counted_in_the_order_they_came() {
        let mut counts = TextCounts::default();
        let words: Vec<String> = (0..5000).map(|n| format!("word{}", n * n % 1777)).collect();
        words.iter().for_each(|word| counts.add(word, 1));
        let mut wanted: Vec<(String, i64)> = Vec::new();
        for word in &words {
            match wanted.iter_mut().find(|(known, _)| known == word) {
                Some((_, count)) => *count += 1,
                None => wanted.push((word.clone(), 1)),
            }
        }
        let made = counts.into_dict();
        let found: Vec<(String, i64)> = dict::items(&made)
            .into_iter()
            .map(|(key, count)| (key.as_str().unwrap().to_owned(), if let Value::Int(n) = count { n } else { 0 }))
            .collect();
        assert_eq!(found, wanted);
        assert!(wanted.iter().all(|(word, n)| matches!(dict::get_str(&made, word), Some(Value::Int(m)) if m == *n)));
    }
}
