"""The applications of this system: what there is, by which names, and how one is started."""
