"""GLM-4.1V on this machine: screenshots to vision features, a captured decode step, replies held to a grammar.

Transformers supplies the weights, the tokenizer and the chat template; the path that a token takes is our own.
Knows nothing of what actions mean. Importing it loads no torch; its modules do.
"""

import logging

# Transformers imports torchao where it is installed, and that warns of every kernel that this machine cannot load.
for _noisy in ("torchao", "torch.utils._pytree"):
    logging.getLogger(_noisy).setLevel(logging.ERROR)
