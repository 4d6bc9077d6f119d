"""Commands on the undo stack: each wraps one change of the document."""
