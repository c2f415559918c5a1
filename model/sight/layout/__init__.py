"""How what stands on a screen belongs together: words in controls, labels beside them, menus, dialogs, tables, lists.

Elements in, elements out. Knows no OCR and no detector.
"""
