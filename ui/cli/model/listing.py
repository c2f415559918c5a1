"""`deskhand model list`: the models that are here, as a table or as one JSON object."""

import json
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from model.available import available


def show_models(*, as_json: bool) -> None:
    """Print the models that are here. Raises `ModelError`."""
    found = available()
    if as_json:
        print(json.dumps({"models": [asdict(model) for model in found]}, ensure_ascii=False))  # noqa: T201
        return
    table = Table("--model", "family", "GiB", "context", "fits", "sees images")
    for model in found:
        size = f"{model.size / 2**30:.1f}" if model.size is not None else "?"
        context = str(model.context) if model.context is not None else "?"
        table.add_row(model.spec, model.family, size, context, _said(model.fits), _said(model.sees))
    console = Console(highlight=False)
    console.print(table)
    for note in dict.fromkeys(f"{model.spec.partition(':')[0]}: {model.note}" for model in found if model.note):
        console.print(note, markup=False)


def _said(answer: bool | None) -> str:
    return "?" if answer is None else "yes" if answer else "no"
