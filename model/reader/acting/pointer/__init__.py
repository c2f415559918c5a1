"""What the pointer does: clicks, drags, selections, what folds."""
