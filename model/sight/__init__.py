"""What stands on a screenshot: its lines of text, read by OCR, and where a text is found among them.

Pixels in, lines out. Knows no goals, no instructions and no windows.
"""
