"""How models write actions: one module a dialect, and one tolerant reader for all of them."""
