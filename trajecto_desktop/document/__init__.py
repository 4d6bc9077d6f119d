"""The one mutable thing: a document that applies changes and tells its listeners. No Qt, no file."""
