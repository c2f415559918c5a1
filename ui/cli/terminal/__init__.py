"""The terminal during a run: what is shown there, and what is asked."""
