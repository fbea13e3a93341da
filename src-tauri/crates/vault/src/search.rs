//! Full-text search. The index knows no stems and keeps å, ä and ö apart from a and o.

use std::borrow::Cow;

use chrono::NaiveDateTime;
use farled_case::{CaseId, Kind, RecordId, Vocabulary};
use rusqlite::{params_from_iter, types::Value};

use crate::{Vault, VaultError, filter::Condition, query::parse_time, record};

/// Words that one search takes; the rest is left out.
const MOST_WORDS: usize = 16;
/// Words of text around a match.
const SNIPPET_WORDS: u32 = 16;
/// What stands around a match in a snippet; [`indexed`] keeps it out of the text itself.
const BEGIN: char = '\u{2}';
const END: char = '\u{3}';

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub id: RecordId,
    /// The case; none for what cases share.
    pub case: Option<CaseId>,
    /// Its kind.
    pub kind: Kind,
    /// The text around the match, in pieces.
    pub snippet: Vec<SnippetPart>,
    /// When it begins.
    pub starts_at: Option<NaiveDateTime>,
}

/// A piece of the text around a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnippetPart {
    /// The text.
    pub text: String,
    /// Whether it is what was searched for.
    pub is_match: bool,
}

impl Vault {
    /// Finds records that hold every word of `query`; its last word may be the beginning of one. Any
    /// text is a safe query: it is never read as an expression.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn search(
        &self,
        query: &str,
        kinds: &[Kind],
        case: Option<CaseId>,
        limit: u32,
    ) -> Result<Vec<Hit>, VaultError> {
        let Some(expression) = expression(query) else { return Ok(Vec::new()) };
        let mut condition = Condition::new("fts MATCH ?", [Value::from(expression.clone())]);
        if !kinds.is_empty() {
            condition.and_in("kind", kinds.iter().map(|kind| kind.term().to_owned().into()).collect());
        }
        if let Some(case) = case {
            condition.and("case_id = ?", Value::from(case.0.as_bytes().to_vec()));
        }
        let sql = format!(
            "SELECT seq, id, case_id, kind, starts_at
             FROM fts JOIN records ON records.seq = fts.rowid
             WHERE {} ORDER BY rank, starts_at DESC, id DESC LIMIT {limit}",
            condition.sql
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(condition.bound))?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            let case: Option<Vec<u8>> = row.get(2)?;
            let starts_at: Option<String> = row.get(4)?;
            hits.push(Hit {
                id: RecordId(record::id_from(&row.get::<_, Vec<u8>>(1)?)?),
                case: case.map(|case| record::id_from(&case).map(CaseId)).transpose()?,
                kind: record::kind_of_term(&row.get::<_, String>(3)?)?,
                starts_at: starts_at.as_deref().map(parse_time).transpose()?,
                snippet: self.snippet(&expression, row.get(0)?)?,
            });
        }
        Ok(hits)
    }

    /// The text around the match in one record. By itself: in the search, SQLite would make one for
    /// every record that matches before it throws most of them away.
    fn snippet(&self, expression: &str, seq: i64) -> Result<Vec<SnippetPart>, VaultError> {
        let sql = format!(
            "SELECT snippet(fts, 0, char(2), char(3), '…', {SNIPPET_WORDS}) FROM fts
             WHERE fts MATCH ? AND rowid = ?"
        );
        let text: String =
            self.connection.prepare_cached(&sql)?.query_row((expression, seq), |row| row.get(0))?;
        Ok(parts(&text))
    }
}

/// The text as the index reads it: letters composed, so that an å typed as a and a ring is an å; no
/// control characters but line ends.
pub(crate) fn indexed(text: &str) -> Cow<'_, str> {
    // Most texts are so already. Marks begin with the bytes 0xCC and 0xCD, control characters beyond
    // ASCII with 0xC2.
    let is_plain = |byte: u8| !matches!(byte, 0..=9 | 11..=31 | 127 | 0xc2 | 0xcc | 0xcd);
    if text.bytes().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_control() && letter != '\n' {
            folded.push(' ');
            continue;
        }
        match folded.chars().next_back().and_then(|before| composed(before, letter)) {
            Some(composed) => {
                folded.pop();
                folded.push(composed);
            }
            None => folded.push(letter),
        }
    }
    Cow::Owned(folded)
}

/// The letters of Swedish that some systems write as two characters.
fn composed(letter: char, mark: char) -> Option<char> {
    Some(match (letter, mark) {
        ('a', '\u{30a}') => 'å',
        ('a', '\u{308}') => 'ä',
        ('o', '\u{308}') => 'ö',
        ('e', '\u{301}') => 'é',
        ('u', '\u{308}') => 'ü',
        ('A', '\u{30a}') => 'Å',
        ('A', '\u{308}') => 'Ä',
        ('O', '\u{308}') => 'Ö',
        ('E', '\u{301}') => 'É',
        ('U', '\u{308}') => 'Ü',
        _ => return None,
    })
}

/// The query as an FTS5 expression: each word a quoted string, so that nothing in it is an operator.
/// `None` when it holds no letter or digit.
fn expression(query: &str) -> Option<String> {
    let query = indexed(query);
    let words: Vec<String> = query
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(MOST_WORDS)
        .map(|word| format!("\"{}\"", word.replace('"', " ")))
        .collect();
    // The last word may still be being typed.
    (!words.is_empty()).then(|| format!("{} *", words.join(" AND ")))
}

fn parts(snippet: &str) -> Vec<SnippetPart> {
    let mut parts = Vec::new();
    for (index, piece) in snippet.split(BEGIN).enumerate() {
        let (matched, rest) = match piece.split_once(END) {
            Some(split) if index > 0 => split,
            _ => ("", piece),
        };
        for (text, is_match) in [(matched, true), (rest, false)] {
            if !text.is_empty() {
                parts.push(SnippetPart { text: text.to_owned(), is_match });
            }
        }
    }
    parts
}
