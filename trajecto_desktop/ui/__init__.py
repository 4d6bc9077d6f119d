"""Everything that may import PySide6: models show the document, commands change it, and nobody calls a view."""
