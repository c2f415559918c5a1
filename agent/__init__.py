"""Observe, think, act: the loop, the screen, the prompt, the history, recordings, stop and takeover.

Knows nothing of Qt or of task files.
"""
