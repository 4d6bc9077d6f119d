"""Short conversations with the person: one question each."""
