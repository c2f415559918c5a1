"""That a workbook is like another one, or as wished: tables, charts, pivot tables, styles.

The rules and their names are OSWorld's (`compare_table`). Workbooks are read in a process of their own.
"""
