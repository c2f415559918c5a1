"""Checks of files: whether they exist, and what stands in them."""
