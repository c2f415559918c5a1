"""Which windows run what is typed into them, by the classes that they bear."""

import pytest

from actions.terminals import is_terminal, runs_commands


@pytest.mark.parametrize(
    "window_class",
    [
        *(("xterm", "XTerm"), ("uxterm", "UXTerm"), ("urxvt", "URxvt"), ("rxvt", "Rxvt"), ("rxvt-unicode", "Rxvt")),
        *(("st-256color", "st-256color"), ("st", "St"), ("stterm", "Stterm"), ("sakura", "Sakura"), ("putty", "Putty")),
        *(("pterm", "Pterm"), ("kitty", "kitty"), ("mlterm", "mlterm"), ("Eterm", "Eterm"), ("aterm", "Aterm")),
        *(("terminology", "terminology"), ("cool-retro-term", "cool-retro-term"), ("roxterm", "Roxterm")),
        *(("lxterminal", "Lxterminal"), ("org.wezfurlong.wezterm", "org.wezfurlong.wezterm"), ("hyper", "Hyper")),
        *(("deepin-terminal", "deepin-terminal"), ("extraterm", "Extraterm"), ("domterm", "DomTerm")),
        *(
            ("gnome-terminal-server", "Gnome-terminal"),
            ("xfce4-terminal", "Xfce4-terminal"),
            ("qterminal", "QTerminal"),
        ),
        *(("mate-terminal", "Mate-terminal"), ("io.elementary.terminal", "Io.elementary.terminal")),
        *(("terminator", "Terminator"), ("x-terminal-emulator", "X-terminal-emulator"), ("konsole", "konsole")),
        *(("kgx", "org.gnome.Console"), ("ptyxis", "org.gnome.Ptyxis"), ("blackbox", "com.raggesilver.BlackBox")),
        *(("tilix", "Tilix"), ("guake", "Guake"), ("yakuake", "yakuake"), ("tilda", "Tilda"), ("foot", "foot")),
        *(("Alacritty", "Alacritty"), ("ghostty", "com.mitchellh.ghostty"), ("dev.warp.Warp", "dev.warp.Warp")),
        *(("", "XTERM"), ("float", "URxvt"), ("kitty-quake", "kitty")),
    ],
)
def test_a_terminal_is_told_by_its_class(window_class: tuple[str, ...]) -> None:
    assert is_terminal(window_class)
    assert runs_commands(window_class)


@pytest.mark.parametrize(
    "window_class",
    [
        *(
            ("mate-panel", "Mate-panel"),
            ("lxpanel", "Lxpanel"),
            ("lxqt-panel", "lxqt-panel"),
            ("plasmashell", "plasmashell"),
        ),
        *(("gnome-shell", "Gnome-shell"), ("cinnamon", "Cinnamon"), ("xfce4-panel", "Xfce4-panel")),
        *(
            ("xfce4-appfinder", "Xfce4-appfinder"),
            ("xfrun4", "Xfrun4"),
            ("krunner", "org.kde.krunner"),
            ("rofi", "Rofi"),
        ),
        *(("dmenu", "dmenu"), ("bemenu", "bemenu"), ("wofi", "wofi"), ("fuzzel", "fuzzel"), ("synapse", "Synapse")),
        *(
            ("kupfer.py", "Kupfer"),
            ("albert", "albert"),
            ("gnome-do", "Do"),
            ("launchy", "Launchy"),
            ("jgmenu", "jgmenu"),
        ),
        *(("gmrun", "Gmrun"), ("lxqt-runner", "lxqt-runner"), ("ulauncher", "Ulauncher")),
    ],
)
def test_a_launcher_runs_commands_and_is_no_terminal(window_class: tuple[str, ...]) -> None:
    assert runs_commands(window_class)
    assert not is_terminal(window_class)


@pytest.mark.parametrize(
    "window_class",
    [
        *(
            ("intermezzo", "Intermezzo"),
            ("determinant", "Determinant"),
            ("watermark", "Watermark"),
            ("pattern", "Pattern"),
        ),
        *(
            ("intermediate", "Intermediate"),
            ("exterminate", "Exterminate"),
            ("org.gnome.Chess", "Chess"),
            ("mines", "Mines"),
        ),
        *(("mousepad", "Mousepad"), ("gedit", "Gedit"), ("code", "Code"), ("emacs", "Emacs"), ("chromium", "Chromium")),
        *(
            ("steam", "Steam"),
            ("stellarium", "Stellarium"),
            ("studio", "Studio"),
            ("rioters", "Rioters"),
            ("sting", "Sting"),
        ),
        *(("footage", "Footage"), ("hyperion", "Hyperion"), ("kittycad", "KittyCAD"), ("profile", "Profiler")),
        *(("cinnamon-settings", "Cinnamon-settings"), ("mate-panel-preferences", "Preferences"), ("last", "Fast")),
        *(("", ""), (), ("org.", "."), ("é" * 300, "终端")),
    ],
)
def test_other_windows_run_nothing(window_class: tuple[str, ...]) -> None:
    assert not is_terminal(window_class)
    assert not runs_commands(window_class)
