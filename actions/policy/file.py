"""Reads a policy from a YAML file. A mistyped setting is an error with its place, never a silent default."""

from pathlib import Path

import yaml
from pydantic import ValidationError
from rapidfuzz import process as fuzzy

from actions.errors import PolicyError
from actions.policy.policy import Policy

_ALIKE = 60  # of 100, by rapidfuzz's weighted ratio


def load_policy(path: Path) -> Policy:
    """Return the file's policy; what it leaves out is as by default. Raises `PolicyError` naming the file and line."""
    try:
        text = path.read_text(encoding="utf-8")
        lines = _lines_of_settings(path, yaml.compose(text, yaml.SafeLoader))
        return Policy.model_validate(yaml.safe_load(text) or {})
    except OSError as error:
        raise PolicyError(f"The policy {path} cannot be read: {error.strerror}.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise PolicyError(f"The policy {path} is no YAML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        setting = str(first["loc"][0])
        line = f", line {lines[setting]}" if setting in lines else ""
        raise PolicyError(f"{path}{line}: {_complaint(setting, first['msg'])}") from error


def _lines_of_settings(path: Path, root: yaml.Node | None) -> dict[str, int]:
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise PolicyError(f"{path}: a policy is settings like `commit: ask`, one a line.")
    lines: dict[str, int] = {}
    for key, _ in root.value:
        setting, line = str(key.value), key.start_mark.line + 1
        if setting in lines:
            raise PolicyError(f"{path}, line {line}: `{setting}` stands there twice.")
        lines[setting] = line
    return lines


def _complaint(setting: str, message: str) -> str:
    if setting in Policy.model_fields:
        return f"`{setting}`: {message.replace('tuple', 'list')}."
    alike = fuzzy.extractOne(setting, list(Policy.model_fields), score_cutoff=_ALIKE)
    return f"there is no setting `{setting}`{f'; is `{alike[0]}` meant?' if alike else '.'}"
