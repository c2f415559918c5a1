"""Random windows of Qt widgets, drawn off screen; the truth from the widgets themselves."""
