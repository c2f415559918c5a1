"""Sentences in rounds, each written before the reader was tried on it, and its figures noted first."""
