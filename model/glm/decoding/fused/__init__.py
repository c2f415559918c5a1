"""One token through the layers by six launches of our own Triton kernels each.

Every file holds one kernel beside the plain function that it equals. Knows nothing of graphs, windows or words.
"""
