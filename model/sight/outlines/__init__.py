"""Controls by plain vision: what an even colour fills, or a frame encloses. A second opinion beside the detector."""
