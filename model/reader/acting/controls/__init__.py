"""What controls are set to: texts, states, values, dates."""
