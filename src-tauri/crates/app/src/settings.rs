//! Preferences, kept inside the vault.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

use crate::{Desk, Failure, Result};

/// The name under which the vault keeps them.
const NAME: &str = "preferences";

/// Languages of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Swedish.
    #[default]
    Sv,
    /// English.
    En,
}

impl From<Language> for farled_locale::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::Sv => Self::Sv,
            Language::En => Self::En,
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Appearance {
    /// As the desktop has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Whether single letters are commands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SingleKeys {
    /// They are.
    #[default]
    On,
    /// Only Ctrl combinations are.
    Off,
}

/// Preferences and who works here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Settings {
    /// Language of the interface.
    pub language: Language,
    /// Light or dark.
    pub theme: Appearance,
    /// Text size in percent: 100, 112, 125 or 150.
    pub text_size: u16,
    /// Minutes without a key or a click until the vault locks: 1 to 60.
    pub auto_lock_minutes: u16,
    /// Seconds after which what was copied in Farled is taken off the clipboard: 5 to 300.
    pub clipboard_seconds: u16,
    /// Whether single letters are commands.
    pub single_keys: SingleKeys,
    /// The name of who works here, as colleagues know it; signs notes and stands on the card.
    pub name: String,
    /// Their role.
    pub role: String,
    /// Their organisation.
    pub organisation: String,
    /// The programme's name; the week is refused if it stands on it.
    pub programme: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::default(),
            theme: Appearance::default(),
            text_size: 100,
            auto_lock_minutes: 5,
            clipboard_seconds: 30,
            single_keys: SingleKeys::default(),
            name: String::new(),
            role: String::new(),
            organisation: String::new(),
            programme: String::new(),
        }
    }
}

impl Settings {
    fn is_in_range(&self) -> bool {
        (1..=60).contains(&self.auto_lock_minutes)
            && (5..=300).contains(&self.clipboard_seconds)
            && (75..=200).contains(&self.text_size)
    }

    /// What can be read, the rest as in a new vault; and whether there is such a rest. A preference must
    /// never keep anybody out of the vault.
    fn read(bytes: &[u8]) -> (Self, bool) {
        let whole = serde_json::from_slice::<Self>(bytes).ok().filter(Self::is_in_range);
        if let Some(whole) = whole {
            return (whole, false);
        }
        let stored = serde_json::from_slice::<Map<String, Value>>(bytes).unwrap_or_default();
        let mut good = Map::new();
        let mut read = Self::default();
        for (name, value) in stored {
            let mut with = good.clone();
            with.insert(name, value);
            let parsed = serde_json::from_value::<Self>(Value::Object(with.clone())).ok();
            if let Some(parsed) = parsed.filter(Self::is_in_range) {
                (good, read) = (with, parsed);
            }
        }
        (read, true)
    }
}

/// The preferences. Those that can't be read are as in a new vault; [`are_damaged`] tells of them.
///
/// # Errors
/// What the vault says.
pub fn show(desk: &Desk) -> Result<Settings> {
    Ok(desk.vault().setting(NAME)?.map_or_else(Settings::default, |bytes| Settings::read(&bytes).0))
}

/// Whether some of the preferences can't be read. Saving them makes them whole again.
///
/// # Errors
/// What the vault says.
pub fn are_damaged(desk: &Desk) -> Result<bool> {
    Ok(desk.vault().setting(NAME)?.is_some_and(|bytes| Settings::read(&bytes).1))
}

/// Keeps the preferences.
///
/// # Errors
/// `setting-out-of-range`, or what the vault says.
pub fn save(desk: &mut Desk, settings: &Settings) -> Result<()> {
    if !settings.is_in_range() {
        return Err(Failure::new("setting-out-of-range"));
    }
    let bytes = serde_json::to_vec(settings).map_err(|_| Failure::new("record-damaged"))?;
    desk.write_quietly(|writer| Ok(writer.set_setting(NAME, &bytes)?))
}
