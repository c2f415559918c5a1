"""What an answer is worth where another was right: the rules of the benchmarks, in their own notations."""
