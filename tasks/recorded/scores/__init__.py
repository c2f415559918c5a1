"""What answers are worth: judged, added up, kept in a folder, and compared."""
