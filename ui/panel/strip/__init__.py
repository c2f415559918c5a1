"""What the panel shrinks to while the agent works, and which of our windows stands where."""
