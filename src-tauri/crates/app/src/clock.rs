//! The clock, handed in: the system's, or one that stands still so that pictures and tests are the
//! same every day.

use chrono::{DateTime, NaiveDate, NaiveDateTime, SubsecRound, TimeZone, Timelike, Utc};
use chrono_tz::{Europe::Stockholm, Tz};

/// The zone in which times of day are meant.
const ZONE: Tz = Stockholm;

/// Where the present moment comes from.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The computer's clock.
    System,
    /// A clock that stands still.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// A clock that stands still at a wall-clock time, the earlier one where the clock is set back.
    /// `None` for a time that the change to summer time skips.
    #[must_use]
    pub fn fixed(wall: NaiveDateTime) -> Option<Self> {
        ZONE.from_local_datetime(&wall).earliest().map(|at| Self::Fixed(at.with_timezone(&Utc)))
    }

    /// The present moment, to the second.
    #[must_use]
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now().trunc_subsecs(0),
            Self::Fixed(at) => at,
        }
    }

    /// The present wall-clock time, to the minute.
    #[must_use]
    pub fn wall(self) -> NaiveDateTime {
        let wall = wall_of(self.now());
        wall.with_second(0).unwrap_or(wall)
    }

    /// The present day.
    #[must_use]
    pub fn today(self) -> NaiveDate {
        self.wall().date()
    }
}

/// The wall-clock time at a moment.
#[must_use]
pub fn wall_of(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&ZONE).naive_local()
}
