"""Waiting and questions, in Chinese. Data: a way to say a thing is a line."""

from model.reader.language.chinese.control import CONDITIONS
from model.reader.language.chinese.words import CHINESE
from model.reader.language.making import seeing
from model.reader.language.sentence.form import Form, forms
from model.reader.language.sentence.step import Steps

SEEING: tuple[Form[Steps], ...] = forms(CHINESE, [
    ("[在|过] {number}个?(<sec>|{minutes})[之]?后?", seeing.pause),
    ("(等待|等候|等|稍等|暂停|停留|停|保持) {number}[个] (<sec>|{minutes})", seeing.pause),
    ("(等待?一下|等待?一会儿?|稍等[一下|片刻]|稍候|等待|等一等|暂停一下)", seeing.pause),
    ("(等待?|等到)(页面|它|网页|程序|软件)(加载|打开|启动)[完成?|好|完毕]", seeing.pause),
    ("<wait>[到] {condition}[了][之后|以后|后|为止]", seeing.wait_until(CONDITIONS)),
    ("<wait> {target} <gone>[了|掉][为止]", seeing.wait_gone),
    ("<wait>[看到|看见] {target} <shown>?[了|为止|之后|后]", seeing.wait_for),
    ("[<count>|<read>][一下][一共|共|总共|屏幕上|页面上|这里|桌面上][一共|共|总共]有(几|多少)(行|条)[里]"
     "(包含|含有|有|是|写着|显示) {text}", seeing.count_rows),
    ("[<count>|<read>][一下][一共|共|总共|屏幕上|页面上|这里|桌面上|列表里|表里][一共|共|总共]有(几"
     "|多少){cl} {target}", seeing.count),
    ("[<count>|<read>][一下]{source} <within>?[一共|共|总共]有(几|多少){cl} {target}", seeing.count_in),
    ("<count>[一下][所有] {target}[的][个数|数量|数目]", seeing.count),
    ("[<read>][一下]第 {line:count}行[的?(内容|文字)][是什么]", seeing.tell_line),
    ("[请问|<read>]哪一?{cl} {what}的{column} (?P<most>最(高|低|大|小|多|少|贵))(?:的)?", seeing.tell_whose_chinese),
    ("[请问|<read>]哪一?{cl} {what} (?P<most>最.{1,2})(?:的)?", seeing.tell_most_chinese),
    ("[请问|<read>][一下] {target}(里面?|中|上面?)? <asked>", seeing.tell),
    ("<ba> {target} (告诉我|念给我听|读给我听|报给我)", seeing.tell),
    ("<read> {target}", seeing.tell),
])  # fmt: skip
