"""Which figures are statistics: spending, shares, changes, tolls, stocks; and which are not."""

from __future__ import annotations

from malicoup.lexicon.words import Tag
from malicoup.parse.records._deal_price import is_money
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._scene import Figure, Scene

#: Beginnings of words for a force as a whole.
_FORCES = ("الجيش", "جيش", "القوات", "قوات", "الحرس", "حرس")


def kind_of(scene: Scene, figure: Figure) -> str | None:
    """Why a figure is one of ours: spending, share, change, toll; None where it is not."""
    first, end = window(scene, figure)
    topic = scene.has(first, end, Family.STATISTIC, "topic")
    measure = _has_measure(scene, first, end)
    unit = figure.quantity.unit
    if unit == "percent":
        if _is_toll(scene, first, end):
            return "toll"
        return "share" if measure == "topic" or topic is not None else None
    if is_money(figure.quantity):
        if _is_flow(scene, figure):
            return "money"
        spend = scene.has(first, figure.first, Family.STATISTIC, "spend", "size", "change")
        if measure != "topic" and _is_priced(scene, figure):
            return None
        led = scene.has(first, figure.first, Family.STATISTIC, "measure")
        named = measure and (spend is not None or led is not None)
        return "money" if named and (topic is not None or measure == "topic") else None
    if _is_toll(scene, first, end):
        return "toll" if _is_sum(scene, figure) else None
    return "stock" if _is_stock(scene, figure) else None


def is_change(scene: Scene, figure: Figure) -> bool:
    """ارتفاعا بنسبة كذا: a share that says how something rose or fell."""
    near = max(scene.clause(figure.first).first, figure.first - 5)
    share = figure.quantity.unit == "percent"
    return share and scene.has(near, figure.first, Family.STATISTIC, "change") is not None


def _is_stock(scene: Scene, figure: Figure) -> bool:
    """يبلغ قوام الجيش كذا جندي, تمتلك كذا رأسا نوويا: how many soldiers or weapons there are."""
    clause = scene.clause(figure.first)
    first = max(clause.first, figure.first - 12)
    strength = scene.has(first, figure.first, Family.STATISTIC, "strength") is not None
    owned = scene.has(first, figure.first, Family.STATISTIC, "own") is not None
    counted = range(figure.first, min(figure.end + 2, clause.end))
    arms = any(
        scene.words[k].tags & Family.WEAPON
        or scene.sense(k, Family.STATISTIC, "counted")
        or scene.sense(k, Family.TRAINING, "soldier")
        for k in counted
    )
    military = any(scene.sense(k, Family.STATISTIC, "topic") for k in counted)
    force = any(scene.base(k).startswith(_FORCES) for k in range(first, figure.first))
    people = any(scene.sense(k, Family.TRAINING, "soldier") for k in counted)
    military = military or (force and people)  # يضم الجيش كذا جندي
    warhead = scene.sense(figure.end - 1, Family.STATISTIC, "counted") is not None
    return arms and (strength or (owned and (military or warhead)))


def _is_flow(scene: Scene, figure: Figure) -> bool:
    """صدرت كذا أسلحة بقيمة كذا العام الماضي, قدمت مساعدات عسكرية بقيمة كذا: a sum of a year."""
    first, end = window(scene, figure)
    if scene.has(first, end, Family.STATISTIC, "topic") is None:
        return False
    each_year = scene.has(first, end, Family.STATISTIC, "period") is not None
    if not each_year and not _yearly(scene, figure) and not span_of_time(scene, figure):
        return False
    for k in range(
        max(first, scene.clause(figure.first).first), end if each_year else figure.first
    ):
        found = scene.sense(k, Family.STATISTIC, "measure")
        if found is None:
            continue
        verb = any(s.form == "verb" for _, s in scene.senses(k, Family.STATISTIC))
        traded = found[0].entry.lemma in ("صدر", "استورد") or (
            found[0].entry.lemma == "باع" and not _has_goal(scene, k)
        )
        if found[1].value == "aid" or (verb and traded):
            return True
    return False


def _has_goal(scene: Scene, i: int) -> bool:
    """Whether the clause tells to whom: باعت كذا لمصر is a deal."""
    clause = scene.clause(i)
    return any(
        scene.base(k) in ("الى", "الي")
        or any(
            r.preposition == "ل" and r.entry.tag & Tag.COUNTRY for r in scene.page.words[k].readings
        )
        for k in range(clause.first, clause.end)
    )


def _yearly(scene: Scene, figure: Figure) -> bool:
    """Whether the sentence tells a time longer than a day."""
    return any(
        w.edtf is not None and (len(w.edtf) <= 7 or "/" in w.edtf)
        for w in scene.whens_in(*scene.sentence(figure.first))
    )


def _whole_year(scene: Scene, figure: Figure) -> bool:
    """خلال عام 2023: whether the sentence tells of a year or more."""
    found = scene.whens_in(*scene.sentence(figure.first))
    return any(w.edtf is not None and (len(w.edtf) == 4 or "/" in w.edtf) for w in found)


def span_of_time(scene: Scene, figure: Figure) -> bool:
    """خلال أسبوعين, منذ بدء الحرب: a stretch of time without a date."""
    _, stop = scene.sentence(figure.first)
    if any(scene.base(k) == "منذ" for k in range(figure.end, stop)):
        return True
    return any(
        f.quantity.duration is not None and scene.base(f.first - 1) in ("خلال", "غضون", "مدى")
        for f in scene.figures_in(*scene.sentence(figure.first))
    )


def _is_priced(scene: Scene, figure: Figure) -> bool:
    """بقيمة كذا: what something costs is no statistic of its own."""
    near = range(max(figure.first - 6, 0), figure.first + 1)
    return any(
        (scene.sense(k, Family.DEAL, "price") is not None and not measure_at(scene, k + 1))
        or scene.base(k) == "مقابل"
        for k in near  # قيمة الصادرات is no price
    )


def window(scene: Scene, figure: Figure) -> tuple[int, int]:
    """The clause, and the sentence up to it where the clause takes its measure from there."""
    clause = scene.clause(figure.first)
    start, stop = scene.sentence(figure.first)
    first = max(start, figure.first - 24)
    return first, min(stop, max(clause.end, figure.end + 8))


def _has_measure(scene: Scene, first: int, end: int) -> str:
    for i in scene.tagged_in(first, end, Family.STATISTIC):
        found = measure_at(scene, i)
        if found:
            return found
    return ""


def measure_at(scene: Scene, i: int) -> str:
    """The value of a measure's noun at token *i*; بنسبة only leads to a figure."""
    found = scene.sense(i, Family.STATISTIC, "measure")
    if found is None or (found[0].preposition == "ب" and found[1].value == "frame"):
        return ""
    return found[1].value or "frame"


def _is_toll(scene: Scene, first: int, end: int) -> bool:
    return scene.has(first, end, Family.STATISTIC, "toll") is not None


def _is_sum(scene: Scene, figure: Figure) -> bool:
    """A toll of a period or a total, not of one incident: عدد القتلى منذ, حصيلة الحرب."""
    first, end = window(scene, figure)
    toll = scene.has(first, figure.first, Family.STATISTIC, "toll")
    fled = scene.sense(toll, Family.STATISTIC, "toll") if toll is not None else None
    if fled is not None and toll is not None and fled[1].value == "displaced":
        before = range(max(toll - 3, 0), toll)  # بلغ عدد النازحين, عدد الأفغان اللاجئين
        return any(scene.base(k) in ("عدد", "اعداد") for k in before)
    for k in range(first, end):
        if scene.base(k) in ("منذ", "اجمالي", "مجموع") or scene.base(k) in ("عدد", "حصيلة"):
            war = scene.has(*scene.sentence(k), Family.STATISTIC, "topic")
            since = any(scene.base(n) == "منذ" for n in range(first, end))
            return since or war is not None or _whole_year(scene, figure)
    if any(scene.base(k) == "منذ" for k in range(figure.end, end)):
        return True
    return _yearly(scene, figure) or span_of_time(scene, figure)


def is_other(scene: Scene, figure: Figure) -> bool:
    first, end = window(scene, figure)
    near_first = max(first, figure.first - 8)
    other = scene.has(near_first, min(end, figure.end + 5), Family.STATISTIC, "other")
    if other is None:
        return False
    sense = scene.sense(other, Family.STATISTIC, "other")
    deal = sense is not None and sense[1].value == "deal"
    return not deal or is_money(figure.quantity)


def follows_measure(scene: Scene, figure: Figure) -> bool:
    first, _ = window(scene, figure)
    return bool(_has_measure(scene, first, figure.first))
