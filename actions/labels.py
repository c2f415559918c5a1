"""What a label promises: that pressing it commits to something, or closes without saving. English and Chinese.

Knows words only, not whether they stand on a button, and errs towards finding: to it, "Buy milk" commits. But labels
are short, and what is long is prose; "Sender" is another word than "send"; and "Don't send", "Sent", 已发送 (sent) and
支付方式 (payment method) promise nothing.
"""

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 7  # words; two Chinese characters are one

_COMMITTING = (
    r"(?:re-?)?send(?!\s*(?:options|settings|date|time))",
    r"pay(?!\s?(?:pal|slip|period|rate|day|date|method))",
    r"buy",
    r"purchase(?!\s*(?:history|date|price))",
    r"(?:place|complete|confirm)\s*(?:your\s*|my\s*|the\s*|an\s*)?order",
    r"order\s*now",
    r"check\s?out(?=$|\s*now)",
    r"donate",
    r"transfer(?!\s*(?:history|rate|speed|log))",
    r"withdraw",
    r"delete",
    r"erase",
    r"uninstall",
    r"empty\s*(?:the\s*)?(?:trash|bin|recycle\s*bin|wastebasket)",
    r"submit",
    r"publish",
    r"post(?!\s*(?:code|office|box|date))",
    r"confirm(?!\s*(?:your\s*|new\s*)*(?:password|e-?mail|pin))",
)
_CHINESE_NOUNS = (
    "者|人|线|宝|力|会|函|书|率|箱|中$|记录|紀錄|历史|歷史|日期|时间|時間|方式|渠道"
    "|密码|密碼|邮箱|成功|失败|状态|列表|设置|选项|权限"
)
_COMMITTING_CHINESE = (
    "发送|發送|傳送|送出|支付|付款|付费|购买|購買|下单|下單|结算|結帳|删除|刪除|清空|卸载|解除安裝|提交|发布|發佈|發布|发表|發表"
    "|转账|轉帳|轉賬|汇款|匯款|确认|確認"
)
_DISCARDING = (
    r"do\s*n\W?o?t\s*save",
    r"without\s*saving",
    r"discard",
    r"(?:lose|abandon)\s*(?:all\s*|my\s*)*changes",
    r"(?:close|quit|exit|leave)\s*anyway",
    r"^leave(?:\s*(?:the\s*)?(?:page|site))?$",
)
_DISCARDING_CHINESE = "不保存|不要保存|不存储|不儲存|不要儲存|放弃|放棄|丢弃|捨棄|仍要关闭|直接关闭|^(?:离开|離開)"

_NOT_DONE = re.compile(r"(?:\bdo\s*n\W?o?t|\bnever|\bnot|\bwithout|\bundo|\bcancel|\bunable)\s*(?:to\s*)?$")
_NOT_DONE_CHINESE = re.compile(r"(?:已|未|待|不|勿|别|別|最近|正在|取消|撤销|撤銷|无法|無法|如何)$")
_CHINESE = re.compile(r"[\u2e80-\u9fff]")
_WORD = re.compile(r"[^\W\d_\u2e80-\u9fff][^\W_\u2e80-\u9fff]*")
_LOST_SPACE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APOSTROPHES = str.maketrans("\u2018\u2019\u02bc`", "''''")


class Labels:
    """A kind of label, told by its words."""

    def __init__(self, english: Iterable[str], chinese: str, more: Iterable[str] = ()) -> None:
        own = [_as_pattern(fold(word)) for word in more if word.strip()]
        self._words = re.compile("|".join([rf"(?<![\w-])(?:{'|'.join(english)})(?![\w-])", *own]))
        self._chinese = re.compile(chinese)

    def find(self, lines: Iterable[str]) -> str | None:
        """Return the first line that is such a label."""
        return next((line for line in lines if self._is(fold(line))), None)

    def _is(self, line: str) -> bool:
        if _size(line) > _LONGEST:
            return False
        return any(not _NOT_DONE.search(line, 0, word.start()) for word in self._words.finditer(line)) or any(
            not _NOT_DONE_CHINESE.search(line, 0, word.start()) for word in self._chinese.finditer(line)
        )


def committing(more: Iterable[str] = ()) -> Labels:
    """Return the labels that send, pay, delete and the like, and those with one of the user's own words."""
    return Labels(_COMMITTING, f"(?:{_COMMITTING_CHINESE})(?!{_CHINESE_NOUNS})", more)


def discarding(more: Iterable[str] = ()) -> Labels:
    """Return the labels that close without saving, and those with one of the user's own words."""
    return Labels(_DISCARDING, _DISCARDING_CHINESE, more)


PASTING = Labels((r"paste",), "粘贴|貼上")
BINS = Labels((r"trash", r"bin", r"recycle", r"wastebasket", r"dustbin"), "回收站|垃圾|废纸篓|廢紙簍|資源回收筒")
AFFIRMING = Labels(
    (r"^yes$", r"^o\.?k\.?$", r"^okay$", r"^continue$", r"^proceed$", r"^apply$", r"^sure$", r"^go ahead$", r"^do it$"),
    "^(?:是|是的|好|好的|确定|確定|继续|繼續|应用|套用)$",
)
"""What says yes to a question that stands elsewhere."""


def fold(text: str) -> str:
    """Return text in one form: full and half width, case, apostrophes and spaces, also those that OCR lost."""
    plain = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
    return " ".join(_LOST_SPACE.sub(" ", plain).casefold().split())


def _as_pattern(word: str) -> str:
    """Match a whole word; Chinese does not mark words off."""
    before = "" if _CHINESE.match(word[0]) else r"(?<!\w)"
    after = "" if _CHINESE.match(word[-1]) else r"(?!\w)"
    return f"{before}{re.escape(word)}{after}"


def _size(line: str) -> float:
    return len(_WORD.findall(line)) + len(_CHINESE.findall(line)) / 2
