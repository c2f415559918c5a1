"""Ways of asking that raise a fixed model's score without training, at the cost of more calls.

`grounded` builds them, for live runs and for recorded tasks alike. Methods that were published, and guided these:
ScreenSeekeR's search in ever smaller crops (ScreenSpot-Pro, arXiv 2504.07981), RegionFocus (arXiv 2505.00684), the
zoom-in of MAI-UI (arXiv 2512.22047), and several samples a step as in GTA1 (arXiv 2507.05791), whose judge is another
model; here the samples judge each other.
"""
