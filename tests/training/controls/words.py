"""Random words for screens: labels, sentences, values, in English and Chinese. The same generator, the same words."""

from random import Random

_ENGLISH = ["Save", "Open", "Close", "Cancel", "OK", "Name", "Email", "Search", "Settings", "File", "Edit", "View", "Help", "Print", "Export", "Import", "Country", "Phone", "Address", "City", "Notes", "Options", "Enable", "Show", "Hide", "Submit", "Apply", "Reset", "Next", "Back", "Finish", "Delete", "Add", "Remove", "Copy", "Paste", "Dark", "Light", "Size", "Color", "Width", "Height", "Username", "Password", "Login", "Register", "Account", "Profile", "Message", "Subject", "Date", "Time", "Title", "Description", "Price", "Amount", "Quantity", "Total", "Order", "Product", "Customer", "Street", "Zip", "Code", "State", "Language", "Theme", "Font", "Volume", "Speed", "Quality", "Format", "Folder", "Document", "Table", "Chart", "Image", "Video", "Audio", "Network", "Proxy", "Server", "Port", "Host", "Update", "Version", "Download", "Upload", "Share", "Comment", "Reply", "Forward", "Archive", "Inbox", "Draft", "Sent", "Trash", "Filter", "Sort", "Group", "Column", "Row", "Page", "Zoom", "Window", "Tools", "Insert", "Data"]
_PROSE = ["the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "as", "was", "with", "be", "by", "on", "not", "he", "his", "but", "at", "are", "this", "have", "from", "or", "had", "an", "they", "which", "one", "you", "were", "all", "her", "she", "there", "would", "their", "we", "him", "been", "has", "when", "who", "will", "no", "more", "if", "out", "so", "said", "what", "up", "its", "about", "into", "than", "them", "can", "only", "other", "time", "new", "some", "could", "these", "two", "may", "first", "then", "do", "any", "like", "my", "now", "over", "such", "our", "man", "even", "most", "river", "garden", "morning", "little", "house", "water", "light", "between", "people", "never", "under", "against", "mountain", "letter", "evening", "winter"]
_CHINESE = ["保存", "打开", "关闭", "取消", "确定", "名称", "邮箱", "搜索", "设置", "文件", "编辑", "查看", "帮助", "打印", "导出", "国家", "电话", "地址", "城市", "备注", "选项", "启用", "显示", "隐藏", "提交", "应用", "重置", "下一步", "上一步", "完成", "删除", "添加", "复制", "粘贴", "大小", "颜色", "宽度", "高度", "用户名", "密码", "登录", "注册", "账户", "消息", "主题", "日期", "时间", "标题", "价格", "数量"]


def label(random: Random, longest: int = 3) -> str:
    """Return the words of a button or before a field."""
    if random.random() < 0.15:
        return random.choice(_CHINESE)
    words = [random.choice(_ENGLISH) for _ in range(random.randint(1, longest))]
    text = " ".join(words)
    return random.choice((text, text, text.capitalize(), text.lower(), text.upper() if random.random() < 0.3 else text))


def sentence(random: Random, longest: int = 12) -> str:
    """Return a sentence that says nothing."""
    if random.random() < 0.12:
        return "".join(random.choice(_CHINESE) for _ in range(random.randint(2, longest))) + "。"
    words = [random.choice(_PROSE) for _ in range(random.randint(2, longest))]
    return " ".join(words).capitalize() + random.choice((".", ".", "", ":", "?"))


def paragraph(random: Random, longest: int = 6) -> str:
    """Return some sentences."""
    return " ".join(sentence(random, 18) for _ in range(random.randint(2, longest)))


def value(random: Random) -> str:
    """Return what may stand in a field or a cell."""
    number = random.randint(0, 10 ** random.randint(1, 6))
    day = f"20{random.randint(10, 30)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    mail = f"{random.choice(_PROSE)}@{random.choice(_PROSE)}.com"
    return random.choice((label(random), label(random, 2), str(number), f"{number / 100:.2f}", day, mail, f"${number}"))
