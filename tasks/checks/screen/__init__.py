"""Checks of what is to be seen: windows, the clipboard, texts and pictures on the screen."""
