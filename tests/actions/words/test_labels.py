"""Which labels promise something that cannot be undone."""

import pytest

from actions.words.labels import committing, discarding


@pytest.mark.parametrize(
    "label",
    [
        *(
            "Send",
            "SEND",
            "Ｓｅｎｄ",
            "Send now",
            "Send Ctrl+Enter",
            "SendMessage",
            "Resend",
            "Yes, delete it",
            "Delete…",
        ),
        *(
            "Pay $20.00",
            "Confirm & Pay",
            "Buy now",
            "Place order",
            "PlaceOrder",
            "Checkout",
            "Empty Trash",
            "Delete all 3",
        ),
        *("Submit", "Publish", "Post", "Confirm", "Transfer", "Delete for everyone in this chat"),
        *(
            "发送",
            "发送消息",
            "支付",
            "立即支付",
            "支付宝支付",
            "确认付款",
            "删除",
            "删除文件",
            "提交",
            "发布",
            "购买",
            "转账",
        ),
        *("確認", "傳送", "刪除", "購買", "发送给张三"),
    ],
)
def test_what_sends_pays_or_deletes_commits(label: str) -> None:
    assert committing().find([label]) == label


@pytest.mark.parametrize(
    "label",
    [
        *("Save", "Save As...", "OK", "Cancel", "Open", "File", "Edit", "Format", "保存", "另存为", "确定", "取消"),
        *("Sender", "Sent", "Spend", "Delivery", "Deleted items", "Payment", "PayPal", "Buyer", "Publisher", "Poster"),
        *("Confirmation", "Transferred", "Compost", "Postcode", "Pay-as-you-go"),
        *("Payment method", "Post code", "Confirm password", "Confirm your e-mail", "Purchase history", "Sort order"),
        *("Don't send", "Don’t delete", "Do not send", "Never send", "Undo send"),
        *("发件人", "发送者", "支付方式", "支付宝", "购买记录", "删除线", "发布日期", "确认密码", "发送中"),
        *("已发送", "未付款", "待支付", "最近删除", "不删除", "撤销发送"),
    ],
)
def test_words_that_only_look_alike_do_not_commit(label: str) -> None:
    assert committing().find([label]) is None


@pytest.mark.parametrize(
    "label",
    [
        *("Don't Save", "Don’t save", "Dont save", "Don'tSave", "Do not save", "Close without Saving", "Discard"),
        *("Discard changes", "Quit anyway", "Leave", "Leave page", "不保存", "不儲存", "放弃更改", "放棄", "直接关闭"),
    ],
)
def test_what_closes_without_saving_discards(label: str) -> None:
    assert discarding().find([label]) == label


@pytest.mark.parametrize("label", ["Save", "Saving", "Autosave", "Don't discard", "Leave a comment", "保存", "已保存"])
def test_saving_does_not_discard(label: str) -> None:
    assert discarding().find([label]) is None


@pytest.mark.parametrize(("word", "label"), [("Launch", "launch now"), ("开火", "立即开火"), ("Go!", "Go!")])
def test_the_users_own_words_count_too(word: str, label: str) -> None:
    assert committing([word]).find([label]) == label


@pytest.mark.parametrize(("word", "label"), [("launch", "Launcher"), ("go", "Google"), (" ", "Save"), (".*", "Save")])
def test_the_users_own_words_are_whole_words_as_they_stand(word: str, label: str) -> None:
    assert committing([word]).find([label]) is None


@pytest.mark.parametrize("word", ["launch", "开火"])
@pytest.mark.parametrize("not_done", ["Don't", "不"])
def test_the_users_own_words_can_be_taken_back(not_done: str, word: str) -> None:
    assert committing([word]).find([f"{not_done} {word}"]) is None


@pytest.mark.parametrize(
    ("word", "label"), [("launch all", "LaunchAII"), ("立即开火", "立 即 开 火"), ("開火", "开火")]
)
def test_the_users_own_words_are_read_as_ocr_gives_them(word: str, label: str) -> None:
    assert committing([word]).find([label]) == label


def test_the_line_that_promises_is_found_among_others() -> None:
    assert committing().find(["Cancel", "Send", "Delete"]) == "Send"


def test_what_another_control_says_takes_nothing_back() -> None:
    assert committing().find(["Don't", "Delete"]) == "Delete"


# Cancelling a transfer is harmless, but two buttons that OCR joined read the same: it is asked.
@pytest.mark.parametrize(
    "label", ["Cancel Delete", "CancelDelete", "Cancel transfer", "取消删除", "取消 刪除", "取消发送"]
)
def test_a_bare_cancel_takes_nothing_back(label: str) -> None:
    assert committing().find([label]) == label


# A button may bear a whole sentence; a page's text is not handed over.
@pytest.mark.parametrize(
    "label",
    [
        "Yes, permanently delete this repository and all of its issues",
        "Please send me the report by tomorrow evening",
        "请在明天之前把上个月的报告发送给我",
    ],
)
def test_a_long_label_is_still_one(label: str) -> None:
    assert committing().find([label]) == label


@pytest.mark.parametrize(
    "sentence", ["We send a letter to each of you before the summer. ", "我们会在夏天之前发送一封信。"]
)
def test_a_paragraph_is_no_label(sentence: str) -> None:
    assert committing().find([sentence * 8]) is None
