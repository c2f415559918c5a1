"""Words that name the same control. Knows words only; a synonym counts where nothing reads what was said."""

import re
from collections.abc import Sequence

_GROUPS: Sequence[frozenset[str]] = tuple(
    frozenset(group.split(","))
    for group in (
        "x,×,✕,✖,close,关闭",
        "delete,🗑,trash,trash can,remove,bin,删除,移除,垃圾桶",
        "ok,okay,确定,确认",
        "cancel,取消",
        "yes,是",
        "no,否",
        "search,🔍,magnifier,magnifying glass,find,搜索,查找",
        "settings,⚙,preferences,options,gear,cog,设置,首选项,选项",
        "menu,hamburger,more,three dots,菜单,更多",
        "add,plus,new,+,添加,新建,新增",
        "back,previous,prev,left arrow,arrow left,<,‹,«,返回,后退,上一页",
        "next,forward,right arrow,arrow right,>,›,»,前进,下一页",
        "star,⭐,★,☆,favourite,favorite,important,bookmark,收藏,星标,重要",
        "like,heart,❤,♥,♡,love,喜欢,点赞",
        "share,分享",
        "reply,回复",
        "retweet,repost,reblog,repeat,转发",
        "refresh,reload,刷新",
        "save,disk,floppy,保存",
        "save as draft,save draft,存为草稿,保存草稿,保存为草稿,存草稿",
        "home,house,主页",
        "user,profile,account,person,用户,账户",
        "edit,pencil,编辑",
        "log in,login,sign in,登录",
        "log out,logout,sign out,退出登录",
        "sign up,signup,register,注册",
        "submit,send,提交,发送",
        "e-mail,email,mail,电子邮件,邮箱,邮件",
        "phone,telephone,电话",
        "print,printer,打印",
        "copy,duplicate,复制",
        "paste,clipboard,粘贴",
        "undo,撤销",
        "redo,重做",
        "download,下载",
        "upload,上传",
        "help,question mark,?,帮助",
        "info,information,信息",
        "play,播放",
        "pause,暂停",
        "stop,停止",
        "minus,-,减",
        "minimize,minimise,最小化",
        "maximize,maximise,最大化",
        "calendar,date,日历,日期",
        "attach,attachment,paperclip,附件",
        "bold,b,加粗,粗体",
        "italic,italics,i,斜体",
        "underline,underlined,u,下划线",
    )
)


_AND = re.compile(r"(?<=[\u3400-\u9fff])[和与并及](?=[\u3400-\u9fff])|\s+(?:and|&)\s+")
_ANDS = ("和", "与", "并", "及", " and ", " & ")
"""How two words of a name are joined: Find & Replace, 查找并替换."""

_DRAWN_ALIKE = {
    "reply": ("undo",),
    "回复": ("undo",),
    "retweet": ("refresh", "sync", "repeat", "swap"),
    "转发": ("refresh", "sync", "repeat", "swap"),
    "forward": ("redo", "share"),
}


def drawn_alike(phrase: str) -> tuple[str, ...]:
    """Return what an icon may be taken for that means a phrase: one arrow looks like the other."""
    return _DRAWN_ALIKE.get(" ".join(phrase.casefold().split()), ())


def synonyms(phrase: str) -> list[str]:
    """Return the other words for a phrase, in a fixed order."""
    said = " ".join(phrase.casefold().replace("_", " ").split())
    grouped = {word for group in _GROUPS if said in group for word in group}
    return sorted({*grouped, *(_AND.sub(other, said) for other in _ANDS if _AND.search(said))} - {said})
