//! Why a program can't be protected.

use std::io;

/// A protection that could not be put in place. The program must not go on without it.
#[derive(Debug, thiserror::Error)]
pub enum ProtectError {
    /// The program could not be started anew.
    #[error("the program could not be started with memory that is wiped: {0}")]
    Restart(#[source] io::Error),
    /// The limit on core dumps was refused.
    #[error("core dumps could not be switched off: {0}")]
    CoreLimit(#[source] io::Error),
    /// The process could not be closed to other programs of the same user.
    #[error("the memory could not be closed to other programs: {0}")]
    Dumpable(#[source] io::Error),
    /// The network filter could not be built for this kind of processor.
    #[error("the network filter could not be built: {0}")]
    Filter(#[from] seccompiler::BackendError),
    /// The kernel refused the network filter.
    #[error("the kernel refused the network filter: {0}")]
    Install(#[from] seccompiler::Error),
}
