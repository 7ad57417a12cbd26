//! What is answered where there is nothing to show.

crate::wire! {
    /// The word that something was done, the same for every operation that has no more to say.
    answer CalendarDone in [V2 V3] {
        /// Whether it was done.
        succeeded = "succeeded": Flag, required;
        /// The server's words, if it said any.
        message = "message": Text, optional;
    }
}
