"""Who has control: the agent, until the stop, the limit of time or the person's own input takes it away."""
