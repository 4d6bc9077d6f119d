"""The places and panes of the window."""
