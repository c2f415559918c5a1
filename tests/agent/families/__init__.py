"""Model families end to end: what their replies mean, and what they are shown."""
