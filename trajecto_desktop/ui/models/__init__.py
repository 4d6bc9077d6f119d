"""Thin Qt models over the document; they own no data."""
