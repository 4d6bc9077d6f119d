"""The fiche in Excel: recognises layouts by their words, reads judgements and writes them back. Knows `domain` and `ooxml`."""
