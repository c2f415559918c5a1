"""Screenshots to embeddings: pixels cut into patches, the vision tower, and a memory of what it saw."""
