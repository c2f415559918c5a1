"""`deskhand model pull`: downloads a checkpoint from the hub; what is already here is not fetched again."""

from io import StringIO
from pathlib import Path
from typing import Any

from huggingface_hub import snapshot_download
from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, HFValidationError, RepositoryNotFoundError
from huggingface_hub.utils.tqdm import tqdm

from model.base import ModelError
from model.glm.settings import DEFAULT_CHECKPOINT, Progress, no_progress
from model.glm.weights.checkpoint import FILES


def pull(model_id: str = DEFAULT_CHECKPOINT, on_progress: Progress = no_progress, endpoint: str | None = None) -> Path:
    """Download a checkpoint, going on where an earlier download broke off; return its folder.

    `endpoint` is another hub than the one that HF_ENDPOINT names. Raises `ModelError` with what stands in the way.
    """
    try:
        folder = snapshot_download(
            model_id, allow_patterns=list(FILES), tqdm_class=_reporting_to(on_progress), endpoint=endpoint
        )
    except HFValidationError as error:
        raise ModelError(f"{model_id!r} is no model's id: those look like {DEFAULT_CHECKPOINT}.") from error
    except GatedRepoError as error:
        raise ModelError(
            f"{model_id} is given out on request: accept its terms and log in with `hf auth login`."
        ) from error
    except RepositoryNotFoundError as error:
        raise ModelError(f"The hub has no model {model_id!r}.") from error
    except (OSError, HfHubHTTPError) as error:
        reason = str(error).partition("\n")[0]
        raise ModelError(f"{model_id} could not be downloaded: {reason} Run it again to go on from here.") from error
    on_progress("Downloaded", 1.0)
    return Path(folder)


def _reporting_to(on_progress: Progress) -> type[Any]:
    """Return a progress bar that draws nothing and tells `on_progress` instead."""

    class Report(tqdm):
        furthest = 0.0

        def __init__(self, *args: Any, **options: Any) -> None:
            options |= {"file": StringIO(), "disable": False}
            super().__init__(*args, **options)  # type: ignore[no-untyped-call]

        def display(self, *_: Any, **__: Any) -> bool:
            """Tell how far the bytes are, whichever of the hub's bars counts them; files count for too little."""
            if self.unit == "B" and self.total and self.n > Report.furthest:
                Report.furthest = self.n
                on_progress(f"Downloading: {self.n / 1e9:.1f} of {self.total / 1e9:.1f} GB", self.n / self.total)
            return True

    return Report
