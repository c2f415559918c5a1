"""Replies of each family, as its own repository shows, tests or documents them, and what its own code makes of them.

`at` are the numbers that the reply names for its places, in order; where on a screen those lie is the test's
arithmetic, which follows the family's own code and not ours.
"""

from tests.agent.families.replies.glm import GLM
from tests.agent.families.replies.mai import MAI
from tests.agent.families.replies.opencua import OPENCUA
from tests.agent.families.replies.qwen import QWEN
from tests.agent.families.replies.uitars import TARS
from tests.agent.families.replies.venus import VENUS

REPLIES = (*GLM, *QWEN, *MAI, *VENUS, *TARS, *OPENCUA)
