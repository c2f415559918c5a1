"""Models: what is here, what one needs, how well it aims, and held for all who ask."""
