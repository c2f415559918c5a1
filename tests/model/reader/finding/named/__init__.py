"""Tests of `model.reader.finding.named`."""
