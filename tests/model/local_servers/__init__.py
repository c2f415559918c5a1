"""Local servers, as they are documented."""
