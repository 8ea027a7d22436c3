"""Words of the lists: targets beside last year, policy documents, terms; money by prefecture; what really changed."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # Command line.
    "head.used_in": ("段落", "paragraphs"),
    "lists.times": ("×{count}", "x{count}"),
    "lists.rests": ("依据它的项目", "Projects that rest on it"),
    "lists.figures": ("使用这个名词的数", "Figures that use the term"),
    "lists.passages": ("使用这个名词的段落", "Paragraphs that use the term"),
    "lists.cited_in": ("引用它的段落", "Paragraphs that cite it"),
    "lists.unused": ("这份文件的其他地方没有用到", "used nowhere else in this document"),
    # One prefecture.
    "prefecture.money": ("分配给它的资金", "Money assigned to it"),
    "prefecture.item": ("事项", "for what"),
    "prefecture.pot": (
        "{name} {amount}（{unit}）：写明给各地州 {assigned}，其中给它 {here}；没有写明给哪个地州 {unassigned}",
        "{name} {amount} ({unit}): {assigned} to prefectures, {here} of it here; {unassigned} to none",
    ),
    "prefecture.unlisted": ("没有列明用途", "itemised nowhere"),
    "prefecture.unnamed": (
        "另有 {count} 个项目共 {amount} {unit}没有写明给哪个地州",
        "{count} more projects with {amount} ({unit}) name no prefecture",
    ),
    "prefecture.no_money": ("没有写明给哪个地州的资金", "No money is assigned to prefectures"),
    "prefecture.values": ("目标与位置", "Values and ranks"),
    "prefecture.rest": ("总额之中", "Of the whole"),
    "prefecture.choose": ("选地州", "Choose a prefecture"),
    "prefecture.all": ("全部地州", "All prefectures"),
    "col.rank": ("名次", "Rank"),
    "col.item": ("事项", "For"),
    "about.prefecture-values": (
        "这个地州的各项目标：数值、占全区比重、在有数的地州中的名次。Enter 回到比较表的那一项，s 看原文，d 换地州，Backspace 回到全部。",
        "What is asked of this prefecture: value, share of the region, rank among those that have one. Enter goes to it in the comparison, s shows the source, d chooses another prefecture, Backspace shows all.",
    ),
    "about.prefecture-money": (
        "写明给这个地州的每一笔钱和它们的和；不同年份的预算不相加。Enter 或 s 看原文。",
        "Every amount that is assigned to it, and their sum; budgets of different years are not added up. Enter or s shows the source.",
    ),
    "about.prefecture-rest": (
        "各项总额中写明给各地州的、给这里的、没有写明给哪个地州的，逐项相加得总额。",
        "What of each whole goes to prefectures, to this one, and to none; the parts add up to the whole.",
    ),
    # Totals.
    "sums.sum": ("合计", "total"),
    "sums.mean": ("平均", "mean"),
    "sums.median": ("中位数", "median"),
    # Targets.
    "indicators.targets": ("绩效目标", "Performance"),
    "targets.back": ("指标", "Indicators"),
    "targets.title": ("绩效目标与上年完成值", "Performance targets and last year's results"),
    "targets.detail": ("这项目标", "This target"),
    "targets.filter": ("筛选：指标、项目或单位", "filter by indicator, project or unit"),
    "targets.all": ("全部", "All"),
    "targets.below": ("低于上年", "Below last year"),
    "targets.none": ("没有上年值", "No last year"),
    "targets.text": ("不是数", "Not a number"),
    "targets.nothing": ("没有这样的绩效目标", "No such performance target"),
    "targets.sum": (
        "目标 {target} - 上年 {last} = {difference}{unit}",
        "target {target} - last year {last} = {difference}{unit}",
    ),
    "targets.apart": (
        "目标与上年完成值单位不同，或有一个不是数，不能相减",
        "units differ, or one is no number: no difference",
    ),
    "targets.money": ("项目资金 {amount} {unit}", "money of the project {amount} {unit}"),
    "targets.whole": ("部门整体", "the whole department"),
    "col.target": ("目标", "Target"),
    "col.last_year": ("上年完成", "Last year"),
    "col.weight": ("权重", "Weight"),
    "col.project": ("项目", "Project"),
    "col.money": ("项目资金", "Money"),
    "direction.short.more": ("严", "stricter"),
    "direction.short.less": ("松", "laxer"),
    "direction.short.same": ("平", "same"),
    # Policies and terms.
    "cited.reader": ("原文", "Text"),
    "cited.policies": ("政策依据", "Policies"),
    "cited.terms": ("名词", "Terms"),
    "cited.policies.title": ("项目所依据的政策文件", "Policy documents that projects rest on"),
    "cited.terms.title": ("文件定义的名词", "Terms that the documents define"),
    "cited.detail": ("谁依据它", "Who rests on it"),
    "cited.used": ("在哪里使用", "Where it is used"),
    "cited.filter": ("筛选：标题、文号、项目或名词", "filter by title, number, project or term"),
    "col.cited": ("被引", "Cited"),
    "col.number": ("文号", "Number"),
    "col.title": ("标题", "Title"),
    "col.term": ("名词", "Term"),
    "col.definition": ("解释", "Definition"),
    "col.figures": ("数", "Figures"),
    "col.used": ("段落", "Paragraphs"),
    "entry.list": ("清单", "list"),
    "entry.policy": ("政策", "policy"),
    "entry.term": ("名词", "term"),
    "entry.targets": ("绩效目标与上年完成值", "Performance targets and last year's results"),
    "entry.targets.below": ("低于上年完成值的绩效目标", "Performance targets below last year's results"),
    "entry.targets.none": ("没有上年完成值的绩效目标", "Performance targets without a result of last year"),
    "entry.targets.text": ("不是数的绩效目标", "Performance targets that are no number"),
    "entry.policies": ("项目所依据的政策文件", "Policy documents that projects rest on"),
    "entry.terms": ("名词解释：各名词在哪里使用", "Terms and where they are used"),
    "key_part.documents": ("政策、名词", "Lists"),
    "key_part_back.documents": ("名词、政策", "Lists back"),
    "help_part.documents": (
        "换到：原文、项目所依据的政策文件、名词",
        "Next of text, policy documents that projects rest on, terms",
    ),
    "help_part_back.documents": (
        "换回：原文、项目所依据的政策文件、名词",
        "Previous of text, policy documents that projects rest on, terms",
    ),
    "about.targets-list": (
        "绩效目标与上年完成值：差额、严于还是松于上年、权重、项目和资金。t 只看低于上年的、没有上年值的、不是数的；Enter 看说明，s 看原文，d 选文件。",
        "Performance targets beside last year's results: difference, stricter or laxer, weight, project and its money. t keeps to those below last year, without one, or that are no number; Enter tells more, s shows the source, d chooses a document.",
    ),
    "about.targets-detail": (
        "这项目标的差额怎样算出、项目的资金、评分规则。Enter 打开原文。",
        "How the difference comes about, the project's money, how it is scored. Enter opens the source.",
    ),
    "about.cited-list": (
        "项目所依据的政策文件，或文件定义的名词。t 换；f 筛选；Enter 看谁依据它、在哪里使用；×2 是同一段中有两处。",
        "Policy documents that projects rest on, or terms the documents define. t turns; f filters; Enter shows who rests on it or uses it; x2 means twice in one paragraph.",
    ),
    "about.cited-detail": (
        "依据它的项目及其资金，或使用名词的数和段落。Enter 打开原文。",
        "Projects that rest on it with their money, or figures and paragraphs that use the term. Enter opens the source.",
    ),
}
