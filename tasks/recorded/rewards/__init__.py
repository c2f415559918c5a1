"""GLM's own rewards for single steps, as further rules for any benchmark whose steps have a right action."""
