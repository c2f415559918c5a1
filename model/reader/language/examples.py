"""Sentence forms that the reader understands, for people whose goal it did not."""

ENGLISH = (
    'click X, double-click X, right-click X, hover over X, drag X to Y, type "…" (into X), press Ctrl+S, '
    "scroll down 3, scroll down until you see X, select X from Y, check X, set X to V, open menu A > B, open APP, "
    "open the file NAME, save as NAME, wait for X, wait 3 seconds, what is X?, if X is visible, …, "
    "for each row that contains X, …, repeat 3 times: …"
)
CHINESE = (
    "点击X、双击X、右键点击X、把X拖到Y、在X里输入“…”、按 Ctrl+S、向下滚动 3、向下滚动直到看到X、在Y里选择X、勾选X、"
    "把X设为V、打开菜单 A > B、打开应用X、打开文件X、保存为X、等待X、等待 3 秒、X是多少？、如果看到X，就…、"
    "对每个包含X的行，…、重复 3 次：…"
)
