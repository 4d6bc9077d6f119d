"""Figures of speed and memory, side by side in one run. Nothing in the test suite fails on a time; this is the place for times."""
