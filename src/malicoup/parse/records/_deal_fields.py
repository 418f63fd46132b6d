"""Status, numbers, dates, price and condition of a transfer."""

from __future__ import annotations

from malicoup.model import DealStatus, DeliveryCondition
from malicoup.parse.records._deal_agents import asking, scope_end
from malicoup.parse.records._deal_hits import Hit, Predicate, predicates_in
from malicoup.parse.records._deal_price import read_price
from malicoup.parse.records._finding import accused
from malicoup.parse.records._lexicon import Family
from malicoup.parse.records._scene import Scene, When
from malicoup.parse.records._weapons import count_of

#: From the least far to the farthest; a governing stage pulls the status down to its own.
_ORDER = (
    DealStatus.PLANNED,
    DealStatus.NEGOTIATED,
    DealStatus.ANNOUNCED,
    DealStatus.SIGNED,
    DealStatus.DELIVERING,
    DealStatus.DELIVERED,
)
_BATCHES = frozenset({"دفعة", "الدفعة", "دفعات", "بدفعة", "دفعتين"})
_NEW = ("جديد",)
_USED = ("مستعمل", "مستخدم")
_MODERNIZED = ("محدث", "مطور", "مجدد")
#: Words before a date that is not the date of the act.
_NOT_THEN = frozenset({"بحلول", "حتى", "حتي", "لغاية", "قبل", "منذ", "لمدة", "بعد", "غضون"})


def read_fields(scene: Scene, hit: Hit) -> None:
    """Set status, numbers, date, price and condition of a hit."""
    hit.status = _status(scene, hit)
    first = min([p.token for p in hit.predicates if p.is_verb] + [hit.nucleus.token])
    hit.past = any(scene.base(k) in ("كان", "كانت") for k in range(max(first - 4, 0), first))
    _count(scene, hit)
    read_price(scene, hit)
    _date(scene, hit)
    hit.condition = _condition(scene, hit)
    hit.another = _another(scene, hit)
    hit.denied = _denied(scene, hit)


# -- status ------------------------------


def _status(scene: Scene, hit: Hit) -> DealStatus | None:
    status = _own_status(scene, hit)
    if status is DealStatus.BLOCKED:
        return status
    acts = _acts(scene, hit)
    if acts:
        return DealStatus(acts[-1].status)
    if status is None and _under_contract(scene, hit):
        status = DealStatus.SIGNED
    if status is DealStatus.DELIVERED and (hit.total or _is_batch(scene, hit)):
        status = DealStatus.DELIVERING
    for predicate in _stages(hit):
        stage = _stage_status(scene, predicate)
        if stage is None or _to_go_on(scene, hit, predicate, stage):
            continue
        if stage is DealStatus.DELIVERING:
            status = stage if status in (None, DealStatus.DELIVERED, stage) else status
        elif status is None or _ORDER.index(stage) < _ORDER.index(status):
            status = stage
    return status


def _to_go_on(scene: Scene, hit: Hit, predicate: Predicate, stage: DealStatus) -> bool:
    """تسعى لمواصلة المحادثات بشأن كذا: a plan to go on with talks that are held already."""
    return stage in (DealStatus.PLANNED, DealStatus.DELIVERING) and any(
        p.status == "negotiated" and p.token > predicate.token and scene.has_article(p.token)
        for p in _stages(hit)
    )


def _under_contract(scene: Scene, hit: Hit) -> bool:
    """بموجب عقد وقعه الجانبان: a deal behind the transfer that it is done under."""
    for predicate in predicates_in(scene, hit.end, scope_end(scene, hit)):
        if predicate.role == "deal":
            return scene.base(predicate.token - 1) in ("بموجب", "ضمن", "وفق", "اطار", "بمقتضى")
    return False


def _is_batch(scene: Scene, hit: Hit) -> bool:
    """تسلمت أول دفعة من كذا: one batch of several."""
    weapon = hit.weapons[0].first if hit.weapons else hit.nucleus.token
    return any(scene.base(k) in _BATCHES for k in range(max(weapon - 5, hit.nucleus.token), weapon))


def _stages(hit: Hit) -> list[Predicate]:
    """The stages that govern a transfer; a finite verb takes only what stands right before it."""
    token = hit.nucleus.token
    stages = [p for p in hit.predicates if p.role in ("stage", "deal") and p.token < token]
    if hit.nucleus.is_verb:
        return [p for p in stages if token - p.token <= 3 and p.role == "stage"]
    return [p for p in stages if p.role == "stage"]


def _own_status(scene: Scene, hit: Hit) -> DealStatus | None:
    """What the predicate alone says."""
    nucleus = hit.nucleus
    if nucleus.role == "licence":
        return DealStatus.ANNOUNCED
    if nucleus.role in ("deal", "price"):
        return DealStatus.SIGNED if nucleus.role == "deal" else None
    plain = DealStatus(nucleus.status or "signed")
    if nucleus.sense.form == "participle":
        return plain
    if not nucleus.is_verb:
        return _verbal_noun_status(scene, hit, plain)
    tense = scene.tense(nucleus.token, Family.DEAL)
    if tense == "future":
        return DealStatus.ANNOUNCED if nucleus.role == "supply" else DealStatus.PLANNED
    if tense == "imperfect":
        if any(p.role == "deal" and p.token < nucleus.token for p in hit.predicates):
            return DealStatus.SIGNED  # صفقة تحصل بموجبها كذا على
        if nucleus.role == "supply":
            return DealStatus.DELIVERING
        return plain if plain is DealStatus.SIGNED and nucleus.is_weak else DealStatus.PLANNED
    return plain


def _verbal_noun_status(scene: Scene, hit: Hit, plain: DealStatus) -> DealStatus | None:
    """A verbal noun takes its status from what governs it; تم and جرى tell that it was done."""
    before = scene.base(hit.nucleus.token - 1)
    if asking(scene, hit) is not None:
        return DealStatus.PLANNED
    if _decided_against(scene, hit):
        return DealStatus.BLOCKED
    if before in ("تم", "جرى", "تمت", "جرت"):
        return plain
    if before in ("سيتم", "ستتم", "سيجري", "يتم", "يجري"):
        return DealStatus.ANNOUNCED
    for predicate in hit.predicates:
        if predicate.token < hit.nucleus.token and predicate.role == "deal":
            return DealStatus.SIGNED
    if hit.nucleus.reading.entry.lemma == "هبة" and _given(scene, hit):
        return DealStatus.DELIVERED
    stages = [p for p in hit.predicates if p.role == "stage" and p.status]
    if stages or hit.nucleus.reading.preposition == "ل":
        return DealStatus.DELIVERED if stages and _delivers(stages) else None
    if before in ("بعد", "عقب", "اثر", "منذ", "فور", "بعيد"):
        return plain
    if hit.nucleus.is_firm:
        return plain
    if accused(scene, hit.nucleus.token):  # اتهم كذا بتزويد كذا: said to be done
        return plain
    return None if hit.nucleus.role == "supply" else DealStatus.SIGNED


def _decided_against(scene: Scene, hit: Hit) -> bool:
    """قررت كذا عدم بيع كذا: a decision not to, which is no denial."""
    token = hit.nucleus.token
    if scene.base(token - 1).removeprefix("ب") != "عدم":
        return False
    return any(p.status in ("announced", "planned") and p.token < token for p in _stages(hit))


def _given(scene: Scene, hit: Hit) -> bool:
    """قدمت هبة, تلقت منحة: a gift under a verb that tells that it was given."""
    return any(
        p.is_verb
        and p.role in ("supply", "acquire")
        and scene.tense(p.token, Family.DEAL) == "perfect"
        for p in hit.predicates
    )


def _delivers(stages: list[Predicate]) -> bool:
    return any(p.status == "delivering" for p in stages)


def _stage_status(scene: Scene, predicate: Predicate) -> DealStatus | None:
    if predicate.is_verb and not predicate.status and scene.future(predicate.token):
        return DealStatus.PLANNED
    if not predicate.status or predicate.acts_on_deal:
        return None
    status = DealStatus(predicate.status)
    if not predicate.is_verb or status is not DealStatus.SIGNED:
        return status
    headline = scene.page.line_of[predicate.token] == scene.page.layout.title  # تبرم صفقة
    done = headline or scene.tense(predicate.token, Family.DEAL) == "perfect"
    return status if done else DealStatus.PLANNED


def _acts(scene: Scene, hit: Hit) -> list[Predicate]:
    """Cancelling, suspending, blocking: before the deal in its clause, or in a relative clause."""
    before = [p for p in hit.predicates if p.acts_on_deal and _governs(scene, hit, p)]
    behind = [
        p
        for p in predicates_in(scene, hit.end, scope_end(scene, hit))
        if p.acts_on_deal and p.is_verb and _upon_deal(scene, p, hit)
    ]
    around = _upon_antecedent(scene, hit)
    return [p for p in [*before, *around, *behind] if not scene.negated(p.token)]


def _upon_antecedent(scene: Scene, hit: Hit) -> list[Predicate]:
    """ألغيت الصفقة التي كانت كذا ستحصل بموجبها على كذا: an act upon the deal spoken of."""
    clause = scene.clause(hit.nucleus.token)
    if clause.opener != "relative" or clause.first == 0:
        return []
    before = predicates_in(scene, scene.clause(clause.first - 1).first, clause.first)
    deals = [p for p in before if p.role == "deal" and clause.first - p.token <= 2]
    return [p for p in before if deals and p.acts_on_deal and 0 < deals[-1].token - p.token <= 4]


def _governs(scene: Scene, hit: Hit, act: Predicate) -> bool:
    """Whether an act (cancelling …) has this transfer as its object and is not itself lifted."""
    if not _is_object(hit, act):
        return False
    first = max(scene.clause(act.token).first, act.token - 8)
    return scene.has(first, act.token, Family.MEASURE, "lift") is None


def _is_object(hit: Hit, act: Predicate) -> bool:
    token = hit.nucleus.token
    between = [p for p in hit.predicates if act.token < p.token < token]
    agreed = any(p.role == "deal" and 0 < p.token - act.token <= 4 for p in hit.predicates)
    if not 0 < token - act.token <= (14 if agreed else 8):  # ألغت العقد الذي أبرمته لشراء
        return False
    listed = hit.nucleus.reading.conjunction == "و"  # وقف بيع ونقل الأسلحة
    asked = (p for p in between if p.reading.entry.lemma != "طلب" or p.is_verb)  # رفضت طلب كذا
    return listed or not any(p.role in ("supply", "acquire") for p in asked)


def stops(scene: Scene, hit: Hit) -> bool:
    """Whether something stops the transfer that a hit tells of, or did until it was lifted."""
    acts = any(p.acts_on_deal and _is_object(hit, p) for p in hit.predicates)
    return acts or bool(_acts(scene, hit))


def _upon_deal(scene: Scene, predicate: Predicate, hit: Hit) -> bool:
    """Whether a verb behind a deal acts upon it: الصفقة التي ألغتها الحكومة."""
    opener = scene.clause(predicate.token).opener
    return opener == "relative" and hit.nucleus.role in ("deal", "licence")


def _denied(scene: Scene, hit: Hit) -> bool:
    """Whether the clause denies the transfer."""
    if any(p.reading.entry.lemma == "نفى" and p.token < hit.first for p in hit.predicates):
        return True
    if _decided_against(scene, hit):
        return False
    first = min([p.token for p in hit.predicates if p.role != "other"] + [hit.nucleus.token])
    return scene.negated(first) or scene.negated(hit.nucleus.token)


# -- numbers ------------------------------


def _count(scene: Scene, hit: Hit) -> None:
    for weapon in hit.weapons:
        quantity = count_of(scene, weapon)
        if quantity is not None and quantity != hit.total:
            hit.counts = quantity
            hit.places["count"] = scene.tokens_of(quantity.span)
            break
    done = hit.status is DealStatus.DELIVERED
    hit.delivery = done or (hit.status is DealStatus.DELIVERING and hit.nucleus.status != "signed")


def _date(scene: Scene, hit: Hit) -> None:
    """The date of the act, nearest to the predicate in its clause, else at the sentence's head."""
    if hit.nucleus.is_verb and scene.future(hit.nucleus.token):
        return  # ستسلم في 2030: when it is to come, not when it was ordered
    when = act_date(scene, hit.first, hit.nucleus.token, _before_coming(scene, hit))
    if when is not None:
        hit.date = when.edtf
        hit.places["date"] = (when.first, when.end)


def _before_coming(scene: Scene, hit: Hit) -> int:
    """Where the words end that may tell when: before يبدأ تسليمها عام كذا."""
    end = scope_end(scene, hit)
    coming = (
        k for k in range(hit.end, end) if scene.base(k).startswith(("تسليمه", "تسلمه", "تتسلمه"))
    )
    return next(coming, end)


def act_date(scene: Scene, first: int, token: int, end: int) -> When | None:
    """The date that says when the act told at *token* took place."""
    clause = scene.clause(first)
    inside = [w for w in scene.whens_in(clause.first, end) if _says_when(scene, w)]
    if inside:
        return min(inside, key=lambda w: abs(w.first - token))
    start, _ = scene.sentence(first)
    head = [w for w in scene.whens_in(start, clause.first) if _says_when(scene, w)]
    governing = [w for w in head if w.first - start <= 6 or clause.first - w.end <= 4]
    return governing[-1] if governing else None


def _says_when(scene: Scene, when: When) -> bool:
    before = scene.base(when.first - 1)
    if before in _NOT_THEN or scene.base(when.first) in _NOT_THEN:
        return False
    if before == "في" and scene.base(when.first - 2) in ("قبل", "بعد"):
        return False
    return when.edtf is not None


# -- the rest ------------------------------


def _condition(scene: Scene, hit: Hit) -> DeliveryCondition | None:
    for weapon in hit.weapons:
        for k in range(weapon.first + 1, min(weapon.end + 1, len(scene.page))):
            form = scene.form(k)
            if form.startswith(_NEW):
                return DeliveryCondition.NEW
            if form.startswith(_USED):
                return DeliveryCondition.SECOND_HAND
            if form.startswith(_MODERNIZED):
                return DeliveryCondition.SECOND_HAND_MODERNIZED
    return None


#: Words that open what a deal hangs on.
_HINGES = (
    ("الى", "حين"), ("الى", "ان"), ("بشرط",), ("شرط", "ان"), ("شريطة",), ("بانتظار",), ("رهنا",),
    ("رهن",), ("مشروطة",), ("مشروط",), ("في", "حال"), ("ما", "لم"), ("مقابل", "ان"), ("ريثما",),
    ("اذا",), ("بعد", "موافقة"), ("مشترطة",), ("مشترطا",),
)  # fmt: skip


_HINGE_HEADS = frozenset(words[0] for words in _HINGES)


def hinge(scene: Scene, hit: Hit) -> tuple[int, int] | None:
    """The words of the condition that a deal hangs on: إلى حين …, شريطة أن …."""
    _, stop = scene.sentence(hit.nucleus.token)
    stop = min(stop, scene.page.line(hit.nucleus.token)[1], hit.end + 30)
    for k in range(hit.end, stop):
        if scene.page.raw(k) in ".؟!" or (scene.base(k) == "ما" and scene.form(k + 1) != "لم"):
            return None
        if scene.base(k) in _HINGE_HEADS and any(
            all((scene.base if n == 0 else scene.form)(k + n) == w for n, w in enumerate(words))
            for words in _HINGES
        ):
            end = k + 1
            while end < stop and scene.page.raw(end) not in "،؛,.؟!" and end - k < 20:
                end += 1
            return (k, end) if end - k > 1 else None
    return None


def _another(scene: Scene, hit: Hit) -> bool:
    """Whether a word says that it is another lot (صفقة أخرى, 14 برجا إضافيا)."""
    spots = [hit.nucleus.token + 1]
    for predicate in hit.predicates:
        if predicate.role == "deal":
            spots.append(predicate.token + 1)
    for weapon in hit.weapons:
        joined = scene.form(weapon.end)[:1] == "و"  # صاروخ هوت ومعدات أخرى
        spots.extend(range(weapon.first, weapon.end + (0 if joined else 2)))
    return any(
        k < len(scene.page) and scene.sense(k, Family.DEAL, "more") is not None for k in spots
    )
