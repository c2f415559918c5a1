"""The steps of a run: the list of them, and one at large."""
