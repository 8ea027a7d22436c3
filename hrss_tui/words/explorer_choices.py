"""Words of the explorer about what a reader chooses and keeps: settings, keys, bookmarks, the last places."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "settings.title": ("设置", "Settings"),
    "settings.hint": ("{keys.open} 更改，Esc 关闭", "{keys.open} changes, Esc closes"),
    "settings.kept": ("保存在 {path}", "kept in {path}"),
    "settings.nowhere": (
        "此处没有保存设置的地方，只在这一次有效",
        "there is no place here to keep them: they hold until the end",
    ),
    "settings.once": ("只在这一次有效：{error}", "It holds until the end: {error}"),
    "settings.own_name": ("中文", "English"),
    "settings.on": ("是", "yes"),
    "settings.off": ("否", "no"),
    "settings.theme": ("配色", "Theme"),
    "settings.theme.means": ("移动光标即预览", "seen as the cursor moves"),
    "settings.lang": ("语言", "Language"),
    "settings.lang.means": ("中文或 English", "English or Chinese"),
    "settings.unit": ("金额单位", "Unit of money"),
    "settings.unit.means": ("元、万元、亿元", "yuan, 10k yuan, 100m yuan"),
    "settings.ascii": ("只用 ASCII 符号", "ASCII signs only"),
    "settings.ascii.means": ("线条和图形错位时选“是”", "where lines and bars do not align"),
    "settings.clipboard": ("复制时可启动程序", "Programs for copying"),
    "settings.clipboard.means": (
        "tmux、wl-copy、xclip、pbcopy，有哪个用哪个",
        "tmux, wl-copy, xclip, pbcopy, where present",
    ),
    "settings.keys": ("按键", "Keys"),
    "settings.keys.count": ("更改了 {count} 个", "{count} changed"),
    "settings.keys.means": ("每个动作的按键", "the key of every action"),
    "settings.shipped": ("原为 {pressed}", "was {pressed}"),
    "settings.press": (
        "{does}：现为 {pressed}。请按新的键；Esc 不改",
        "{does}: {pressed} now. Press the new key; Esc leaves it",
    ),
    "settings.no_key": ("{pressed} 不能用作按键", "{pressed} cannot be used as a key"),
    "settings.taken": (
        "{pressed} 已用于“{does}”，未更改",
        "{pressed} is taken by '{does}': nothing was changed",
    ),
    "themes.title": ("配色", "Theme"),
    "keys.title": ("按键", "Keys"),
    "keys.hint": (
        "{keys.open} 换一个键，Delete 恢复原来的键，Esc 返回",
        "{keys.open} takes another key, Delete the one it came with, Esc returns",
    ),
    "config.kept_out": (
        "{path} 的写法无法只改 {name} 一项而不动其余，请自行修改",
        "{path} is written so that {name} cannot be changed without touching the rest: please edit it",
    ),
    "places.title": ("书签和最近看过的", "Bookmarks and last places"),
    "places.bookmarks": ("书签", "Bookmarks"),
    "places.last": ("最近看过", "Last places"),
    "places.hint": (
        "输入以筛选；Enter 前往，Delete 删除书签",
        "type to filter; Enter goes there, Delete drops a bookmark",
    ),
    "places.nothing": (
        "还没有看过别的地方，也没有书签",
        "No other place was seen yet, and there is no bookmark",
    ),
    "bookmark.title": ("加书签：{title}", "Bookmark: {title}"),
    "bookmark.hint": ("备注，可不写", "a note, or nothing"),
    "bookmark.keep": ("保存", "Keep"),
    "bookmark.done": ("已加书签；按 {pressed} 查看", "Bookmarked; {pressed} shows all"),
    "bookmarks.nowhere": ("此处没有保存书签的地方", "there is no place here to keep bookmarks"),
    "bookmarks.unread": ("{path} 无法读取，书签未保存", "{path} cannot be read: the bookmark was not kept"),
    "bookmarks.unseen": (
        "{path} 无法读取：{what}；其中的书签没有列出",
        "{path} cannot be read: {what}; its bookmarks are not listed",
    ),
    "bookmarks.full": (
        "已有 {count} 个书签，未再保存：先删除一个",
        "There are {count} bookmarks and no more was kept: drop one first",
    ),
    "bookmarks.long": (
        "此处的查询或名称超过 {most} 个字符，不能加为书签",
        "What was typed or named here has more than {most} characters: no bookmark was kept",
    ),
    "key_settings": ("设置", "Settings"),
    "help_settings": ("设置：配色、语言、单位、按键", "Settings: theme, language, unit, keys"),
    "key_places": ("去过", "Places"),
    "help_places": ("书签和最近看过的地方", "Bookmarks and the last places"),
    "key_bookmark": ("书签", "Bookmark"),
    "help_bookmark": ("把眼前的地方加为书签，可写备注", "Bookmark this place, with a note"),
}
