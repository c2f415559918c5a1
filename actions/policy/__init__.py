"""What the agent may do, and how far what it does would reach."""
