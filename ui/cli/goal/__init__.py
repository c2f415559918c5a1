"""One goal, run in the terminal."""
