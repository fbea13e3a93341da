//! Preferences, kept inside the vault.

use serde::{Deserialize, Serialize};
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
            single_keys: SingleKeys::default(),
            name: String::new(),
            role: String::new(),
            organisation: String::new(),
            programme: String::new(),
        }
    }
}

/// The preferences.
///
/// # Errors
/// What the vault says.
pub fn show(desk: &Desk) -> Result<Settings> {
    match desk.vault().setting(NAME)? {
        None => Ok(Settings::default()),
        Some(bytes) => serde_json::from_slice(&bytes).map_err(|_| Failure::new("record-damaged")),
    }
}

/// Keeps the preferences.
///
/// # Errors
/// `setting-out-of-range`, or what the vault says.
pub fn save(desk: &mut Desk, settings: &Settings) -> Result<()> {
    if !(1..=60).contains(&settings.auto_lock_minutes) || !(75..=200).contains(&settings.text_size) {
        return Err(Failure::new("setting-out-of-range"));
    }
    let bytes = serde_json::to_vec(settings).map_err(|_| Failure::new("record-damaged"))?;
    desk.write_quietly(|writer| Ok(writer.set_setting(NAME, &bytes)?))
}
