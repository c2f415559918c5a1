"""The page of tasks: what it lists and shows, and what stands between it and the suite's thread."""
