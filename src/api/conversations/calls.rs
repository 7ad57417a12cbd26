//! What was said in a call.

crate::wire! {
    /// Where a call was.
    input ConversationCallParams in [V2 V3] {
        /// The location. The client's `locationId` if not given.
        location_id = "locationId": Id, required;
    }
}

crate::wire! {
    /// What was said in a call.
    ///
    /// HighLevel's files have one sentence here, with its place among others; a call has many, so it may well be a list of
    /// such sentences. Look with `Array.isArray`.
    answer ConversationTranscription in [V2 V3] {
        /// The channel that it was said on, as a number.
        media_channel = "mediaChannel": Number, optional;
        /// The place of the sentence.
        sentence_index = "sentenceIndex": Number, optional;
        /// When it begins, in milliseconds from the beginning of the call.
        start_time = "startTime": Number, optional;
        /// When it ends, in milliseconds.
        end_time = "endTime": Number, optional;
        /// What it says.
        transcript = "transcript": Text, optional;
        /// How sure that is: 0.5, for example.
        confidence = "confidence": Number, optional;
    }
}
