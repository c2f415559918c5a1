"""Servers on the user's own machine: what they are called, where they listen, what they hold and get wrong."""
