"""Chinese words for kinds of things, colours, measures and places. Data only: a way to say one is a line here."""

from model.reader.language.things import nouns
from model.reader.language.things.nouns import Noun
from model.reader.plan import EMPTY_ROOM, Most, Relating

NOUNS: dict[str, Noun] = {
    r"按钮|按键|钮": nouns.BUTTON,
    r"超?链接|连结": nouns.LINK,
    r"图标|图示|标志": nouns.ICON,
    r"(?:搜索|查找|地址)(?:输入)?[框栏]": nouns.SEARCH,
    r"(?:文本|文字|编辑)?输入框|(?:文本|文字|编辑)框|文本域|文本区域?|输入[栏区]|字段|(?:这|那)?一栏|[这那]栏"
    r"|栏位?": nouns.FIELD,
    r"复选框|多选框|勾选框|开关|打勾框": nouns.CHECKBOX,
    r"单选框|单选按钮|单选项": nouns.RADIO,
    r"下拉(?:列表|菜单|框|选单)?框?|组合框|选择框": nouns.DROPDOWN,
    r"微调框|数字框|步进器|旋钮": nouns.SPINNER,
    r"滑块|滑动条|滑杆": nouns.SLIDER,
    r"滚动条": nouns.SCROLLBAR,
    r"菜单项": nouns.MENU_ITEM,
    r"菜单": nouns.MENU,
    r"选项卡|标签页|标签|页签": nouns.TAB,
    r"对话框|弹窗|弹出(?:窗口|框)|提示框|消息框|窗口": nouns.DIALOG,
    r"行|邮件|消息|帖子|条目|记录|信件|动态": nouns.ROW,
    r"文件夹?|目录": nouns.FILE,
    r"单元格|(?:小|方)?格子": nouns.CELL,
    r"列|表头": nouns.HEADER,
    r"列表项": nouns.LIST_ITEM,
    r"(?:搜索)?结果": nouns.LINK,
    r"文字|文本|字样|句子": nouns.TEXT,
    r"图形|形状": nouns.SHAPE,
    r"框|方框": nouns.BOX,
    r"单词|词语?": nouns.WORD,
    r"段落?": nouns.PARAGRAPH,
    r"字符?|字母": nouns.CHARACTER,
    r"数字|数值|数|值": nouns.MEASURE,
    r"价格|金额|总额|合计|总价|分数": nouns.AMOUNT,
    r"(?<!首)选项|项目|(?<!选)项|元素|控件|东西|部分|区域|组件|提示|那个": nouns.THING,
}  # fmt: skip

SHAPES = {
    "圆形": "circle", "圆圈": "circle", "圆": "circle", "正方形": "square", "方块": "square", "方形": "square",
    "三角形": "triangle", "三角": "triangle", "矩形": "rectangle", "长方形": "rectangle", "五角星": "star",
    "星形": "star", "菱形": "diamond", "椭圆形?": "ellipse", "五边形": "pentagon", "六边形": "hexagon", "心形": "heart",
    "(?:(?:页面|窗口|列表|屏幕|界面)[里中上]?的?)?空白(?:处|区域|的?地方|部分|位置)?": EMPTY_ROOM,
}  # fmt: skip

CONTAINERS = r"分组|面板|章节|工具栏|侧边栏|列表|表格"
"""Nouns that go before or after a name and say nothing that the screen could show: "文件夹src"."""

VAGUE = (
    r"(?:当前|这个|本|该)文件夹|(?:(?:当前|整个|这个|这张|这|本|该|滚动)的?)?(?:页面|网页|屏幕|界面|窗口|表单|列表|表格|表|文档|文件|编辑器"
    r"|应用程序?"
    r"|浏览器|本页|这一?页|菜单栏|工具栏|侧边?栏|桌面|结果|文本|鼠标|键盘|(?:弹出|出现|打开|右键|快捷"
    r"|上下文)的?(?:快捷|右键|上下文)?菜单|[^的“\ufffc]{1,6}(?:页面|界面))"
)
"""Places that everything is in: "列表里的" narrows nothing."""

COLOURS = {
    "红": "red", "绿": "green", "蓝": "blue", "黄": "yellow", "橙": "orange", "橘": "orange", "紫": "purple",
    "粉": "pink", "黑": "black", "白": "white", "灰": "grey", "棕": "brown", "褐": "brown", "青": "cyan", "金": "gold",
    "银": "silver",
}  # fmt: skip

SUPERLATIVES: dict[str, Most] = {
    "最大": "largest", "最小": "smallest", "较大": "largest", "较小": "smallest", "最高": "highest", "最多": "highest",
    "最贵": "highest", "最昂贵": "highest", "最低": "lowest", "最少": "lowest", "最便宜": "lowest", "最长": "longest",
    "最短": "shortest", "最新": "newest", "最近": "newest", "最旧": "oldest", "最老": "oldest", "最早": "oldest",
    "最左[边侧面]?": "leftmost", "最右[边侧面]?": "rightmost", "最上[边侧面方端]?": "topmost",
    "最顶[上端部]?": "topmost", "最底[下端部]?": "bottommost",
    "下[方边面]": "bottommost", "上[方边面]": "topmost",
    "最下[边侧面方端]?": "bottommost",
    "左上角": "top left", "右上角": "top right", "左下角": "bottom left", "右下角": "bottom right",
    "左[边侧面]": "leftmost", "右[边侧面]": "rightmost", "顶部": "topmost", "底部": "bottommost",
}  # fmt: skip

NUMERIC: dict[Most, Most] = {"largest": "highest", "smallest": "lowest"}
"""What a measure's superlative means: the largest number is the highest."""

RELATIONS: dict[str, Relating] = {
    r"(?:的)?(?:正)?(?:上面|上方|上边|之上)": "above",
    r"(?:的)?(?:正)?(?:下面|下方|下边|之下|底下)": "below",
    r"(?:的)?(?:左边|左侧|左面|左方|前面|前方)": "left of",
    r"(?:的)?(?:右边|右侧|右面|右方|后面|后方)": "right of",
    r"(?:的)?(?:旁边|旁|附近|边上|一旁)": "next to",
    r"(?:所在(?:的)?|(?:的)?那|(?:的)?这|对应的?|(?:的)?同)一?行(?:里面?|中|内|上|后面|末尾|最后|前面|右边"
    r"|左边)?": "in the row of",
    r"(?:所在(?:的)?|(?:的)?那|(?:的)?这|对应的?|(?:的)?同)一?列(?:里面?|中|内|上)?": "in the column of",
}

NAMED = (
    r"(?:名字叫做?|名字是|名称是|名称叫|名为|名叫|叫做|叫作|叫|标题为|标题是|标签为|标签是|写着|写有|标有|标着"
    r"|显示为|显示着?|文字为|内容为|名称为)"
)
"""What stands before the words that a thing reads: "名为“价格”的链接"."""

CONTAINING = r"(?:包含|带着?(?!有)|含有|带有|写有|写着|来自|有|提到|关于)"
"""What stands before the words in a row: "来自王芳的邮件"."""
