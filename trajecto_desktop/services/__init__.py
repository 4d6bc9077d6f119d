"""What a user can ask for: one verb a file, no Qt, so that each runs in a script or a test."""
