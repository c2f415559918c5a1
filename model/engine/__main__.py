"""The engine's process: `python -m model.engine MODEL NAME PORT`, with the settings as JSON on its standard input."""

import os
import sys
from functools import partial

from model.base import Model, ModelError
from model.engine.engine import TAKEN, EngineTakenError, run_engine
from model.engine.places import Place, compile_cache, engine_folder
from model.glm.settings import GlmSettings, Progress
from model.open import open_model


def open_here(spec: str, settings: GlmSettings, on_progress: Progress) -> Model:
    """Open a model in this process."""
    return open_model(spec, glm=settings.model_copy(update={"shared": False}), on_progress=on_progress)


def main(arguments: list[str]) -> int:
    """Hold the model that is named; what went wrong stands in the log, which is this process's standard error."""
    spec, name, port = arguments
    settings = GlmSettings.model_validate_json(sys.stdin.read())
    os.environ.update(compile_cache())
    try:
        return run_engine(
            partial(open_here, spec, settings), Place(engine_folder(), name), settings.idle_seconds, int(port)
        )
    except EngineTakenError:
        return TAKEN
    except (ModelError, OSError) as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
