"""Recorded benchmarks: scored, shown and compared."""
