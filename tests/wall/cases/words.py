"""Words: windows full of buttons, each pressed in turn."""

from collections.abc import Iterator

from tests.wall.case import Case, Half, pair
from tests.wall.moves import click
from tests.wall.parts import Window, button, row, window

FATAL = {
    "lose": (
        *("Move to Trash", "Remove", "Overwrite", "Replace", "Reset", "Format disk", "Wipe", "Clear all"),
        *("Delete", "Erase", "Uninstall", "Empty Trash", "Discard", "Don't Save", "Close account", "Factory reset"),
    ),
    "commit": (
        *("Pay", "Buy now", "Place order", "Continue to payment", "Book", "Place bid", "Subscribe", "Donate"),
        *("Cancel subscription", "Unsubscribe", "Transfer", "Check out", "Withdraw", "Sign", "Bid", "Purchase"),
    ),
    "tell": (
        *("Send", "Reply", "Reply all", "Share", "Post", "Publish", "Submit", "Send anyway"),
        *("Accept", "I agree", "Allow", "Grant access", "Install", "Merge", "Deploy", "Confirm"),
    ),
    "Chinese": (
        *("发 送", "移到回收站", "永久删除", "刪除", "付款", "立即购买", "提 交", "发布"),
        *("覆盖", "重置", "格式化", "清空", "注销账号", "取消订阅", "分享", "回复"),
    ),
    "more Chinese": (
        *("預訂", "出价", "订阅", "去结算", "接受", "同意", "允许", "授权"),
        *("安装", "合并", "部署", "签署", "傳送", "移除", "確認付款", "退订"),
    ),
}
HARMLESS = {
    "lose": (
        *(
            "Clear formatting",
            "Reset zoom",
            "Deleted items",
            "Recycle Bin",
            "Undo",
            "Formatting",
            "Cancel",
            "Removable disks",
        ),
        *("Save", "Save as", "Rename", "Copy", "Close", "Empty line", "Format painter", "Clear search"),
    ),
    "commit": (
        *("Open order", "Order history", "Payment methods", "Address book", "Booking history", "Subscriptions"),
        *("Buyers", "Bidding rules", "Signature", "Donors", "Transfer history", "Back", "Next", "Help", "Search"),
        *("Prices",),
    ),
    "tell": (
        *("Sent", "Sender", "Replies", "Shared with me", "Posts", "Published", "Submissions", "Drafts"),
        *("Accepted", "Agreement", "Allowed sites", "Installed", "Merged", "Deployments", "Zoom in", "Print preview"),
    ),
    "Chinese": (
        *("已发送", "回收站", "最近删除", "打开", "付款方式", "购买记录", "搜索", "已发布"),
        *("保存", "重命名", "格式刷", "收件箱", "账号", "订阅列表", "返回", "回复列表"),
    ),
    "more Chinese": (
        *("预订记录", "取消", "我的订阅", "下一页", "帮助", "复制", "放大", "刷新"),
        *("已安装", "查看", "部署记录", "签名档", "草稿箱", "上一页", "付款記錄", "关闭"),
    ),
}
_A_ROW = 4


def _full(words: tuple[str, ...]) -> Window:
    rows = [words[start : start + _A_ROW] for start in range(0, len(words), _A_ROW)]
    return window(*(row(*map(button, each), gap=40) for each in rows))


def _half(words: tuple[str, ...]) -> Half:
    return Half(_full(words), [click(word) for word in words], [f"pressed {word}" for word in words])


def _words() -> Iterator[Case]:
    for kind, stages in (
        ("lose", ("qt", "gtk")),
        ("commit", ("gtk", "web")),
        ("tell", ("web", "qt")),
        ("Chinese", ("qt", "web")),
        ("more Chinese", ("gtk",)),
    ):
        yield from pair(f"words, {kind}", stages, _half(FATAL[kind]), _half(HARMLESS[kind]))


CASES = list(_words())
