"""Python that only presses keys and clicks, `import pyautogui; pyautogui.hotkey("ctrl", "s")`, read as exact steps.

It is parsed and never run: calls of a few functions with plain values are known, anything else is not.
"""

import ast
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from tasks.live.osworld.unsupported import Unsupported

_LONGEST = 4_000  # characters
_MODULES = frozenset(("pyautogui", "time"))

Step: TypeAlias = dict[str, Any]
Size: TypeAlias = tuple[int, int]


def key_steps(code: str, screen: Size) -> list[Step]:
    """Return what the code presses, types and clicks on a screen of that size. Raises `Unsupported` for other code."""
    try:
        statements = ast.parse(code if len(code) <= _LONGEST else "...").body
        return [step for statement in statements for step in _steps(statement, screen)]
    except (SyntaxError, ValueError, TypeError, LookupError, RecursionError, MemoryError) as error:
        raise Unsupported("It runs Python that does more than to press keys and to click.") from error


def _steps(statement: ast.stmt, screen: Size) -> Iterator[Step]:
    match statement:
        case ast.Import(names=names) if {name.name for name in names} <= _MODULES and not any(n.asname for n in names):
            return
        case ast.Expr(
            value=ast.Call(func=ast.Attribute(value=ast.Name(id=module), attr=name), args=args, keywords=keywords)
        ) if f"{module}.{name}" in _CALLS:
            named = {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in keywords}
            yield from _CALLS[f"{module}.{name}"](screen, *map(ast.literal_eval, args), **named)
        case _:
            raise ValueError(ast.dump(statement))


def _sleep(_: Size, seconds: float) -> list[Step]:
    return [{"wait": seconds}] if seconds > 0 else []


def _hotkey(_: Size, *keys: str | Sequence[str]) -> list[Step]:
    return [{"press": "+".join(text for part in keys for text in _texts(part))}] if keys else []


def _press(_: Size, keys: str | Sequence[str], presses: int = 1) -> list[Step]:
    return [{"press": _texts(keys), "times": presses}]


def _write(_: Size, message: str, **_pace: float) -> list[Step]:
    return [{"type": "".join(_texts(message))}]


def _texts(value: str | Sequence[str]) -> list[str]:
    texts = [value] if isinstance(value, str) else list(value)
    if not texts or not all(isinstance(text, str) for text in texts):
        raise TypeError(f"{value!r} is no text")
    return texts


def _at(screen: Size, x: float, y: float) -> Step:
    return {"place": [round(1000 * part / side, 1) for part, side in zip((x, y), screen, strict=True)]}


def _click(screen: Size, x: float, y: float, button: str = "left") -> list[Step]:
    return [{{"left": "click", "right": "right_click"}[button]: _at(screen, x, y)}]


def _double_click(screen: Size, x: float, y: float) -> list[Step]:
    return [{"double_click": _at(screen, x, y)}]


def _right_click(screen: Size, x: float, y: float) -> list[Step]:
    return [{"right_click": _at(screen, x, y)}]


def _move_to(screen: Size, x: float, y: float, **_pace: float) -> list[Step]:
    return [{"hover": _at(screen, x, y)}]


def _scroll(_: Size, clicks: int) -> list[Step]:
    return [{"scroll": "up" if clicks > 0 else "down", "notches": min(abs(clicks), 50)}] if clicks else []


_CALLS: dict[str, Callable[..., list[Step]]] = {
    "time.sleep": _sleep,
    "pyautogui.sleep": _sleep,
    "pyautogui.hotkey": _hotkey,
    "pyautogui.press": _press,
    "pyautogui.write": _write,
    "pyautogui.typewrite": _write,
    "pyautogui.click": _click,
    "pyautogui.doubleClick": _double_click,
    "pyautogui.rightClick": _right_click,
    "pyautogui.moveTo": _move_to,
    "pyautogui.scroll": _scroll,
}
