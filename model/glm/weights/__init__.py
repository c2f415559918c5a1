"""Checkpoints: fetched, read, quantized, placed on a device, and what they need of its memory."""
