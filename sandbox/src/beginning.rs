//! The users and the things that a company begins with.

use std::sync::Arc;

use crate::roster::Roster;
use crate::store::Store;

/// What is shared with other states is copied when it is written to.
#[derive(Debug, Clone)]
pub(crate) struct Beginning {
    pub(crate) users: Arc<Roster>,
    pub(crate) store: Arc<Store>,
}
