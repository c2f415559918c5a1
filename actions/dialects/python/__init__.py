"""Calls in Python's syntax, read as data: UI-TARS's, UI-Venus's, and OpenCUA's pyautogui."""
