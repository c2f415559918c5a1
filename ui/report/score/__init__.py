"""A score of recorded steps as a page that opens anywhere; or two scores side by side."""
