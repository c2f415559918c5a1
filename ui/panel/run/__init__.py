"""The page that starts a run and shows it, and what stands between it and the run's thread."""
