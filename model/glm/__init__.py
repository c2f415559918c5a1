"""GLM-4.1V on this machine: screenshots to vision features, a captured decode step, replies held to a grammar.

Transformers supplies the weights, the tokenizer and the chat template; the path that a token takes is our own.
Knows nothing of what actions mean. Importing it loads no torch; its modules do.
"""
