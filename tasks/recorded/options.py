"""What can be chosen of a score. It imports nothing of ours, so that a command line that offers it starts at once."""

from typing import Literal, TypeAlias

History: TypeAlias = Literal["gold", "own"]
"""What a model is told of earlier steps: what was right to do, or what it answered itself."""

Metric: TypeAlias = Literal["own", "glm-json", "glm-pc", "glm-web"]
"""By which rule steps are judged: the benchmark's own, or one of GLM's rewards."""
