"""A run of tasks as a page that opens anywhere."""
