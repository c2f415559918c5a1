"""What the words of a label promise: a file for each language, and what reads it. Knows no screens and no policy."""
