"""One attempt at one job, in a process of its own: what it makes ready, does, and judges."""
