"""A reply token by token: what is chosen, what is forced, and the grammar that holds the action."""
