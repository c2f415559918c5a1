"""Carrying out tasks: each in a process, on a display and in a home of its own; many at once; results as they come."""
