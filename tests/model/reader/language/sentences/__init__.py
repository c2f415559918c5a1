"""Sentences that people say, each with the plan that one would expect: written by hand, none taken from the output."""
