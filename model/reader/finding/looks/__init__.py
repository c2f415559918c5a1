"""Candidates by their looks: colours, shapes, small marks. From pixels."""
