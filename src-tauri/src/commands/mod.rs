//! The commands that the page can call, one file per noun. A command takes apart what it is given,
//! calls one operation and hands back its view.

pub mod attachment;
pub mod backup;
pub mod calendar;
pub mod clipboard;
pub mod conflict;
pub mod exchange;
pub mod file;
pub mod form;
pub mod keys;
pub mod library;
pub mod note;
pub mod party;
pub mod people;
pub mod plan;
pub mod request;
pub mod routine;
pub mod search;
pub mod session;
pub mod settings;
pub mod today;
pub mod vault;
pub mod week_plan;
