"""Tasks: run, watched, joined and compared."""
