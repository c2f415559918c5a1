"""The families that there are, and which of them a name or a checkpoint belongs to.

A name tells most, since many agents share one architecture; then the checkpoint's model type, and its chat template
where several families have that type.
"""

import importlib
import pkgutil

from model.base import ModelError
from model.families import known
from model.families.family import Family, named


def _found() -> tuple[Family, ...]:
    modules = (
        importlib.import_module(f"{known.__name__}.{entry.name}") for entry in pkgutil.iter_modules(known.__path__)
    )
    families = {module.FAMILY.name: module.FAMILY for module in modules}

    def descent(family: Family) -> int:
        return 1 + descent(families[family.trained_from]) if family.trained_from else 0

    return tuple(sorted(families.values(), key=descent, reverse=True))


FAMILIES = _found()
"""All of them; one that was trained from another comes before it, since its names may hold the other's."""

OTHER = Family("other", named(""), dialect="json")
"""A model of no known family: told in its prompt to write JSON in thousandths, as most can."""


def family_for(name: str) -> Family:
    """Return the family that a checkpoint, an architecture or a served model belongs to by its name, or `OTHER`."""
    return next((family for family in FAMILIES if family.names.search(name)), OTHER)


def family_named(name: str) -> Family:
    """Return the family that the user or a record names, also as NAME@PIXELS. Raises `ModelError`."""
    families = {family.name: family for family in (*FAMILIES, OTHER)}
    known, _, pixels = name.partition("@")
    if known in families and (pixels.isdecimal() or known == name):
        return families[known].with_images_up_to(int(pixels)) if pixels else families[known]
    raise ModelError(f"There is no model family {name!r}: it can be {', '.join(sorted(families))}.")


def family_of_checkpoint(name: str, model_type: str, template: str) -> Family:
    """Return the family of a checkpoint by what it is called, its model type and its chat template, or `OTHER`.

    A name counts as far as the model type bears it out.
    """
    typed = [family for family in FAMILIES if model_type in _model_types(family)]
    by_name = next((family for family in typed if family.names.search(name)), None)
    if by_name:
        return by_name
    own = [family for family in typed if model_type in family.model_types]
    marked = (family for family in own if family.template and family.template.search(template))
    plain = (family for family in own if family.template is None)
    return next(marked, next(plain, OTHER))


def _model_types(family: Family) -> tuple[str, ...]:
    if family.model_types or not family.trained_from:
        return family.model_types
    return _model_types(family_named(family.trained_from))
