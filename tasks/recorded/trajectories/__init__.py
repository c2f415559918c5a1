"""Benchmarks of recorded tasks: one screenshot after the other, with what was done; right is what the authors say."""
