"""Benchmarks of grounding: one screenshot and an instruction; right is a point inside the element that is meant."""
