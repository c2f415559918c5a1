"""Tasks for the agent and the places where they run: virtual displays, the demo. Knows nothing of Qt."""
