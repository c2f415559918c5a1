"""Candidates by what they read, or are called."""
