"""How the benchmarks write actions, and what these are in ours, there and back."""
