"""How a goal falls into sentences, clauses, conditions and loops."""
