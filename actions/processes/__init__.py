"""Processes that are started here: what they are given, and that they end."""
