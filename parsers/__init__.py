"""From raw bytes to readings: what a mail or a document says, with the evidence for it."""
