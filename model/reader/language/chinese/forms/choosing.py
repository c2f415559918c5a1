"""Selecting, ticking, setting values, folding, in Chinese. Data: a way to say a thing is a line."""

from model.reader.language.chinese.words import CHINESE
from model.reader.language.making import choosing, commands, pointing
from model.reader.language.sentence.form import Form, forms
from model.reader.language.sentence.step import Steps

CHOOSING: tuple[Form[Steps], ...] = forms(CHINESE, [
    ("在? (日历|日期选择器) <in> <select> {value}", choosing.set_named("date")),
    ("(全部|全都|所有的?|全)(选中|选上|选择)", commands.command("select all")),
    ("全选[所有][文字|内容|文本|文件]", commands.command("select all")),
    ("<select> (全部|所有)的?(文字|内容|文本)", commands.command("select all")),
    ("<select> {source} <within>的?(全部|所有)的?[项目|选项|条目|项|内容]", choosing.select_all),
    ("(在|从) {source} <within> <select> (全部|所有)的?[项目|选项|条目|项]", choosing.select_all),
    ("<select> (全部|所有)的?(项目|选项|条目|项)", choosing.select_all),
    ("全部取消(选择|选中)", choosing.select_none),
    ("取消[全部|所有|全]的?(选择|选中|全选)[项]", choosing.select_none),
    ("全不选|都不选|清除选择", choosing.select_none),
    ("从 日历<within> <select> {value}", choosing.set_named("日期")),
    ("(?!.*(弹出|出现|右键|打开|快捷|下拉)的?菜单)[在|从] {target} 菜单<within>? (选择|点击|打开|选中|选|点"
     "|单击) {entry}", pointing.open_menu),
    ("(在|从) {source} <within> <select> {options}", choosing.select_from),
    ("<select> {source} (里面?|中|内)的?{options:nth}", choosing.select_from),
    ("(加入|添加到|加到|放入|放进)(购物车|收藏夹?|心愿单|书签)", commands.click_said),
    ("(<ba> ){targets} (都全部|全部|全都|全)<tick><le>", choosing.check_every(True)),
    ("(<ba> ){targets} (都全部|全部|全都|全)<untick><le>", choosing.check_every(False)),
    ("<ba>?(?:还?没有?|未)(?:被)?(?:打?勾|勾选|选中|打钩)上?的(框|选项|复选框)?(都|全都|全部"
     "|全)?<tick><le>", choosing.check_all(True)),
    ("<ba>?(?:已经?)?(?:被)?(?:打了?勾|勾|勾选|选中)(?:上|了)*的(框|选项|复选框)?(都|全都|全部|全)?(<untick>"
     "|取消)<le>", choosing.check_all(False)),
    ("(<ba> ){targets} [都]<untick><le>", choosing.check(False)),
    ("(<ba> ){targets} [都]<tick><le>", choosing.check(True)),
    ("(<ba> ){targets} [的勾](取消勾选|去掉勾?|取消|不勾选)<le>", choosing.check(False)),
    ("(去掉|取消|去除|清除) {targets}(上的|的)(勾选?|对勾|打勾)", choosing.check(False)),
    ("取消(所有|全部)的?(勾选|打勾|勾)", choosing.check_all(False)),
    ("<untick> {targets}", choosing.check(False)),
    ("<tick>", choosing.check_it(True)),
    ("<untick>", choosing.check_it(False)),
    ("<tick> {targets}", choosing.check(True)),
    ("(打开|开启|启用) {targets:switch}", choosing.check(True)),
    ("(关闭|关掉|禁用|关上) {targets:switch}", choosing.check(False)),
    ("<ba> {targets:switch} (打开|开启|启用)", choosing.check(True)),
    ("<ba> {targets:switch} (关闭|关掉|禁用|关上)", choosing.check(False)),
    ("(启用|开启) {targets}", choosing.check(True)),
    ("禁用 {targets}", choosing.check(False)),
    ("<ba>? {target} <within>?的?(内容|文字|值) <set> {value}", choosing.set_value),
    ("<ba>? {target} (?:要|应该?|需要|必须|得)?<set> (?!最?前面?$){value}", choosing.set_value),
    ("<ba>? {target} (增?加|减少?|提高|降低?|调(高|低|大|小))到 {value:figure}", choosing.set_value),
    ("<set> {value:figure}", choosing.set_it),
    ("<set> {value:quoted}", choosing.set_it),
    ("(选择?|选用|用|以) {value} (作为|当作|做) {target}", choosing.set_value),
    ("(设置|设定|调整|修改|更改) {target} (为|成|到) {value}", choosing.set_value),
    ("(用|使用|拖动) {source} (选择|设置为?|调到|选) {value}", choosing.set_by),
    ("(?P<target>日期|时间|颜色|年份|月份|数量|字体|字号|语言|国家|城市|性别)(选择?|选为) {value}", choosing.set_value),
    ("{source:owner}(里面?|中|上) <select> {options}", choosing.select_from),
    ("{target:owner} (选择|选为|选成|选(?!择)) {value}", choosing.set_value),
    ("<select> {options}", choosing.select),
    ("(展开|打开|逐个查看|浏览) {each} (来|去|以)(寻找|查找|找到?) {sought}?", choosing.search_through),
    ("<expand> {target}", choosing.fold(True)),
    ("(<ba> ){target} (展开|打开来)", choosing.fold(True)),
    ("<collapse> {target}", choosing.fold(False)),
    ("(<ba> ){target} <collapse>[起来]", choosing.fold(False)),
])  # fmt: skip
