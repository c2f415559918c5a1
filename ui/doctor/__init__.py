"""Checks of what a run needs on this machine, each with the cure for its fault."""
