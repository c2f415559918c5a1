"""English: its verbs, forms of sentences, nouns. Data, and what reads a noun phrase."""
