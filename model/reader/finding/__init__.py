"""Where on a screen a target of the plan is: by its words, its kind, its place among others, its looks.

Elements, lines and pixels in, candidates out. Knows no language and does nothing.
"""
