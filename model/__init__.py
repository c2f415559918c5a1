"""Text and images in, a streamed `Reply` out: local GLM-4.1V, a served model, the embedded reader, a script.

Knows nothing of how actions are carried out, of goals' meaning or of Qt. Importing it loads no torch.
"""
