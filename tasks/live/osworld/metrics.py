"""OSWorld's metrics as checks of ours: each returns what must hold for the full score.

After the metrics of desktop-env 1.0.2 (xlang-ai/OSWorld, Apache-2.0). Where one gives part of a score, only all of it
passes here.
"""

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from pydantic import ValidationError

from tasks.checks.files.workbook.check import WorkbookCheck
from tasks.live.osworld.getters import BroughtFile, Got, HomeFile, Output, Rules, Setting
from tasks.live.osworld.unsupported import Unsupported
from tasks.task.reading.sentences import sentence

CheckData: TypeAlias = dict[str, Any]


class Judged(NamedTuple):
    """What a metric is given: what there is, what it is set beside, and its options."""

    metric: str
    result: Got
    expected: Got
    options: dict[str, Any]

    @property
    def file(self) -> str:
        """The path of the file that is judged."""
        if isinstance(self.result, HomeFile):
            return self.result.path
        raise self.unfit

    @property
    def gold(self) -> BroughtFile:
        """The file that it is set beside."""
        if isinstance(self.expected, BroughtFile):
            return self.expected
        raise self.unfit

    @property
    def rules(self) -> Rules:
        """What the task wishes."""
        if isinstance(self.expected, Rules):
            return self.expected
        raise self.unfit

    @property
    def unfit(self) -> Unsupported:
        """The error about a metric of something that it is not known of here."""
        kinds = " and ".join(type(got).__name__ for got in (self.result, self.expected) if got is not None)
        return Unsupported(f"It needs the metric `{self.metric}` of {kinds or 'nothing'}, which is not known here.")


def checks_of(judged: Judged) -> list[CheckData]:
    """Return the checks that a metric amounts to. Raises `Unsupported` for one that is not known here."""
    metric = _METRICS.get(judged.metric)
    if metric is None:
        raise Unsupported(f"It needs the metric `{judged.metric}`, which is not known here.")
    return metric(judged)


def _says(judged: Judged, fits: str) -> CheckData:
    """Return the check that a regular expression fits what is judged, be that a file or what a command writes."""
    match judged.result:
        case HomeFile(path=path):
            return {"file": path, "regex": fits}
        case Output(command=command):
            return {"command": list(command), "exit_code": None, "regex": fits}
    raise judged.unfit


def _compare_table(judged: Judged) -> list[CheckData]:
    gold = {"like": judged.gold.path} if judged.expected else {}
    check = {"workbook": judged.file, **gold, "rules": judged.options.get("rules")}
    try:
        WorkbookCheck.model_validate(check)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if first["type"] == "union_tag_invalid":
            kind = first["ctx"]["tag"]
            raise Unsupported(f"It needs the rule `{kind}` of compare_table, which is not known here.") from error
        where = ".".join(map(str, first["loc"]))
        raise Unsupported(f"Its compare_table cannot be read: `{where}`: {sentence(dict(first))}") from error
    return [check]


def _exact_match(judged: Judged) -> list[CheckData]:
    wanted = judged.rules.text("expected")
    match judged.result:
        case Output(command=command):
            return [{"command": list(command), "exit_code": None, "output": wanted}]
        case Setting(path=path, keys=keys):
            value = {"true": True, "false": False}.get(wanted, wanted)
            check: CheckData = {"json": path, "at": ".".join(keys), "equals": value}
            return [{"not": check | {"equals": True}} if value is False else check]
    raise judged.unfit


def _match_in_list(judged: Judged) -> list[CheckData]:
    if not isinstance(judged.result, Output):
        raise judged.unfit
    command = list(judged.result.command)
    return [
        {"any": [{"command": command, "exit_code": None, "output": text} for text in judged.rules.texts("expected")]}
    ]


def _check_include_exclude(judged: Judged) -> list[CheckData]:
    if not isinstance(judged.result, Output):
        raise judged.unfit
    included = [_says(judged, re.escape(text)) for text in judged.rules.texts("include")]
    return included + [{"not": _says(judged, re.escape(text))} for text in judged.rules.texts("exclude")]


def _is_extension_installed(judged: Judged) -> list[CheckData]:
    contains = _says(judged, re.escape(judged.rules.text("expected")))
    return [contains if judged.rules.get("type") == "contain" else {"not": contains}]


def _compare_config(judged: Judged) -> list[CheckData]:
    return [{"file": judged.file, "text": judged.rules.text("expected")}]


def _compare_text_file(judged: Judged) -> list[CheckData]:
    wanted = judged.gold.text
    blanks, case = judged.options.get("ignore_blanks"), judged.options.get("ignore_case")
    if not blanks and not case:
        return [{"file": judged.file, "text": wanted}]
    fits = r"\s*" + r"\s+".join(map(re.escape, wanted.split())) + r"\s*" if blanks else re.escape(wanted)
    return [{"file": judged.file, "regex": rf"{'(?i)' if case else ''}\A{fits}\Z"}]


def _file_contains(judged: Judged) -> list[CheckData]:
    return [{"file": judged.file, "regex": re.escape(text)} for text in judged.rules.texts("expected")]


def _check_list(judged: Judged) -> list[CheckData]:
    """A line fits each of some regular expressions, and none fits the others."""
    there = [{"file": judged.file, "regex": f"(?m){fits}"} for fits in judged.rules.texts("expect")]
    return there + [{"not": {"file": judged.file, "regex": f"(?m){fits}"}} for fits in judged.rules.texts("unexpect")]


def _check_json_settings(judged: Judged) -> list[CheckData]:
    wanted = judged.rules.get("expected")
    if not isinstance(wanted, dict):
        raise judged.unfit
    return [{"json": judged.file, "at": f"[{json.dumps(key)}]", "equals": value} for key, value in wanted.items()]


def _check_config_status(judged: Judged) -> list[CheckData]:
    """A line of GIMP's settings begins with the key, or two of them, and ends with the value."""
    said = judged.rules
    words = [said.text("key")] if isinstance(said.get("key"), str) else said.texts("key")
    key, value = r"\s+".join(map(re.escape, words)), re.escape(said.text("value"))
    return [{"file": judged.file, "regex": rf"(?m)^[ \t]*\(*{key}(?:\s.*)?\s{value}\)*\s*$"}]


def _vlc_setting(name: str, default: str) -> "Metric":
    """Return the metric of a setting of VLC: the last line that names it counts, or the default where there is none."""

    def metric(judged: Judged) -> list[CheckData]:
        wanted = str(judged.rules.get(f"expected_{name.replace('-', '_')}"))
        last = {"file": judged.file, "regex": rf"(?s){name}=\s*{re.escape(wanted)}[ \t\r]*(?:\n(?!.*{name}=).*)?\Z"}
        absent = {"not": {"file": judged.file, "regex": f"{name}="}}
        return [{"any": [last, absent]} if wanted == default else last]

    return metric


Metric: TypeAlias = Callable[[Judged], list[CheckData]]

_METRICS: dict[str, Metric] = {
    "compare_table": _compare_table,
    "exact_match": _exact_match,
    "match_in_list": _match_in_list,
    "check_include_exclude": _check_include_exclude,
    "is_extension_installed": _is_extension_installed,
    "compare_config": _compare_config,
    "compare_text_file": _compare_text_file,
    "file_contains": _file_contains,
    "check_list": _check_list,
    "check_json_settings": _check_json_settings,
    "check_config_status": _check_config_status,
    "check_qt_bgcone": _vlc_setting("qt-bgcone", "1"),
    "check_qt_max_volume": _vlc_setting("qt-max-volume", "125"),
    "check_qt_minimal_view": _vlc_setting("qt-minimal-view", "0"),
    "check_one_instance_when_started_from_file": _vlc_setting("one-instance-when-started-from-file", "1"),
}
