"""Models are asked about recorded steps: which steps, in what words, and how many at once."""
