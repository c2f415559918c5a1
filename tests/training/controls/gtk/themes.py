"""The names of GTK themes, and the Debian packages that hold them. Runs in any Python."""

PACKAGES = (
    "python3-gi python3-gi-cairo gir1.2-gtk-3.0 gir1.2-gtk-4.0 gir1.2-adw-1 arc-theme materia-gtk-theme numix-gtk-theme greybird-gtk-theme "
    "blackbird-gtk-theme bluebird-gtk-theme breeze-gtk-theme yaru-theme-gtk gnome-themes-extra-data darkcold-gtk-theme "
    "orchis-gtk-theme adwaita-icon-theme papirus-icon-theme"
)

TRAINED = (
    *["Adwaita", "Adwaita-dark"] * 4, "Arc", "Arc-Dark", "Arc-Darker", "Breeze", "Breeze-Dark", "Blackbird", "Bluebird", "DarkCold", "Greybird", "Greybird-dark",
    "Greybird-compact", "Materia", "Materia-dark", "Materia-compact", "Materia-light", "Numix", "HighContrast",
)  # fmt: skip

HELD_OUT = ("Yaru", "Yaru-dark", "Yaru-purple", "Orchis", "Orchis-Dark", "Orchis-Compact", "Orchis-Light")
"""The training never sees these, nor others of their families."""

ICONS = ("Adwaita", "Papirus", "Papirus-Dark")
