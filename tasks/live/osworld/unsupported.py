"""What an OSWorld task may ask for that makes no sense, or would do harm, on a desktop without a machine of its own."""


class Unsupported(Exception):  # noqa: N818 - the task is whole, it just cannot be run here
    """A task asks for something that is not to be had here; a sentence which names it."""


SET_UP = {
    "chrome_open_tabs": "opens web pages through the browser's debugging port",
    "chrome_close_tabs": "closes web pages through the browser's debugging port",
    "update_browse_history": "writes into a browser's history",
    "update_browse_history_enhanced": "writes into a browser's history",
    "googledrive": "signs in to a Google account",
    "login": "signs in to a web site",
    "proxy": "sets a network's proxy",
    "change_wallpaper": "changes the wallpaper of a whole desktop",
    "script_and_execute": "runs a script of the benchmark's own repository",
}
"""Kinds of set-up that are known and not supported: what each does."""

GETTERS = {
    "googledrive_file": "reads from a Google account",
    "cloud_file": "downloads a file",
    "cache_file": "reads what an earlier step left on the benchmark's own machine",
    "rule_relativeTime": "works with the time of a web site",
    "active_tab_info": "asks the browser through its debugging port",
    "active_tab_html_parse": "asks the browser through its debugging port",
    "active_tab_url_parse": "asks the browser through its debugging port",
    "active_url_from_accessTree": "reads the accessibility tree of a whole desktop",
    "accessibility_tree": "reads the accessibility tree of a whole desktop",
    "open_tabs_info": "asks the browser through its debugging port",
    "page_info": "asks the browser through its debugging port",
    "url_dashPart": "asks the browser through its debugging port",
    "vm_terminal_output": "reads a terminal through the accessibility tree of a whole desktop",
    "vm_wallpaper": "reads the wallpaper of a whole desktop",
    "vm_screen_size": "reads the screen of a virtual machine",
    "default_video_player": "reads the default applications of a whole desktop",
}
"""Getters that are known and not supported: what each does."""


def unsupported(what: str, name: object, known: dict[str, str]) -> Unsupported:
    """Return the error about a kind of something that is not supported, known or not."""
    does = known.get(str(name), "is not known here")
    return Unsupported(f"It needs the {what} `{name}`, which {does}.")
