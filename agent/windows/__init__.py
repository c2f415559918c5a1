"""Windows: which of them an input reaches, and the one that a run is bound to."""
