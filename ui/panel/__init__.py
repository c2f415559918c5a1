"""The panel: a window that runs goals, shows the model think and act, and stops it at once."""
