"""Icons without words: where they stand on a screenshot, and what they are called.

Pixels in, boxes and names out. Knows no goals and no windows.
"""
