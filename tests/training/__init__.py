"""How the small nets in the wheel are made: screens rendered with their truth, training, export. Not in the wheel."""
