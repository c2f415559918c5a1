"""Widgets that several of the panel's pages and windows share."""
