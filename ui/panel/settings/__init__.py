"""The settings: as they are kept, and the pages that show them."""
