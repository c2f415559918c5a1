"""The language model over one static KV cache: its layers, their attention and kernels, and the decoder that runs them.

Embeddings and tokens in, logits out. Knows nothing of text, images or of what is written.
"""
