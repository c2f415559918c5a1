"""What parts of a sentence point at: targets, kinds, values, what was spoken of."""
