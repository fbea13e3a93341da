//! The plan: needs, goals, measures and what the person said to them.

mod agreement;
mod goal;
mod measure;
mod need;
mod show;

pub use agreement::{agreements, save_agreement};
pub use goal::{NewGoal, add_goal, save_goal, set_goal_status};
pub use measure::{NewMeasure, add_measure, save_measure, set_measure_status};
pub use need::{NewNeed, add_need, assess_need, remove_need, save_need};
pub use show::{GoalView, MeasureView, NeedView, PlanView, show};
