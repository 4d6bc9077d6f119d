"""Trajecto Desktop: read, judge and save fiches and overviews of support forms in Excel.

Nothing is imported here, so that each face (window, command line, Python) loads only what it needs.
"""

__version__ = "0.1.0"
