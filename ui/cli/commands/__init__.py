"""The commands as they are typed: options and words of help. Their work is imported when they run."""
