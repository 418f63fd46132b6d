from __future__ import annotations

from decimal import Decimal

import pytest

from parse.records.facts import deals, read

DEALS = [
    ("باعت فرنسا الهند 36 مقاتلة من طراز رافال.", ("FR", "IN", "Rafale", "signed")),
    ("سلمت ألمانيا أوكرانيا 18 دبابة من طراز ليوبارد 2.", ("DE", "UA", "Leopard 2", "delivered")),
    ("اشترت بولندا من كوريا الجنوبية 180 دبابة.", ("KR", "PL", "main battle tank", "signed")),
    (
        "وقعت إندونيسيا عقدا مع فرنسا لشراء ست مقاتلات من طراز رافال.",
        ("FR", "ID", "Rafale", "signed"),
    ),
    ("تعتزم اليونان شراء ثلاث فرقاطات من فرنسا.", ("FR", "GR", "frigate", "planned")),
    (
        "تجري أذربيجان محادثات مع إيطاليا بشأن شراء طائرات نقل عسكرية.",
        ("IT", "AZ", "military transport aircraft", "negotiated"),
    ),
    ("وافقت واشنطن على بيع تايوان صواريخ هاربون.", ("US", "TW", "Harpoon", "announced")),
    ("ألغت بلغاريا صفقة شراء مروحيات من إسبانيا.", ("ES", "BG", "helicopter", "cancelled")),
    ("تسلمت باكستان من الصين أربع فرقاطات.", ("CN", "PK", "frigate", "delivered")),
    ("ستزود بريطانيا أوكرانيا بصواريخ ستورم شادو.", ("GB", "UA", "Storm Shadow", "announced")),
    ("منحت اليابان كينيا 150 عربة مدرعة.", ("JP", "KE", "armoured vehicle", "delivered")),
    (
        "حصلت أرمينيا على راجمات صواريخ من الهند.",
        ("IN", "AM", "multiple rocket launcher", "delivered"),
    ),
    (
        "قالت الوزارة إن كندا زودت لاتفيا بطائرات مسيرة.",
        ("CA", "LV", "unmanned aerial vehicle", "delivered"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), DEALS)
def test_deal(text: str, expected: tuple[str, ...]) -> None:
    assert deals(text) == [expected]


NONE = [
    "يدرس النادي التشيلي صفقة ضم مدافع بولندي.",
    "أبرم النادي صفقة انتقال المهاجم البرازيلي مقابل عشرين مليون يورو.",
    "جرت صفقة تبادل أسرى بين أوكرانيا وروسيا.",
    "عرضت شركات من تركيا طائرات مسيرة في معرض للأسلحة في باريس.",
    "ضبطت الشرطة في إسبانيا شحنة أسلحة قادمة من البرازيل.",
    "نشرت روسيا صواريخ إس-400 على حدودها مع فنلندا.",
    "اشترت الهند عشر طائرات ركاب من فرنسا.",
    "لا يعرف ما إذا كانت الهند قد اشترت مقاتلات من فرنسا.",
    "إذا اشترت تايلاند غواصات من الصين فسترد الولايات المتحدة.",
    "حذر الوزير من شراء أسلحة من كوريا الشمالية.",
    "أسقط الجيش طائرة مسيرة شمال البلاد.",
    "وقعت اليابان اتفاقا مع كندا لتبادل الطلاب.",
    "ألغت فرنسا حظر تصدير الأسلحة إلى بوليفيا.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_deal(text: str) -> None:
    assert deals(text) == []


def test_two_deals_stay_two() -> None:
    text = "اشترت المجر مدافع من ألمانيا. واشترت المجر مروحيات من فرنسا."
    assert [d[0] for d in deals(text)] == ["DE", "FR"]


def test_one_deal_over_two_sentences() -> None:
    text = (
        "وقعت بيرو عام 2019 عقدا مع إيطاليا لشراء ثماني طائرات نقل عسكرية. "
        "وسلمت إيطاليا طائرتين من طراز C-27J إلى بيرو عام 2021."
    )
    (deal,) = read(text).arms_deals
    assert deal.weapon.designation == "C-27J"
    assert deal.ordered is not None
    assert deal.ordered.minimum == Decimal(8)
    assert deal.order_date == "2019"
    assert [(d.quantity and d.quantity.minimum, d.date) for d in deal.deliveries] == [
        (Decimal(2), "2021")
    ]
    assert str(deal.status) == "delivering"


def test_price_belongs_to_the_deal() -> None:
    (deal,) = read("اشترت النرويج من ألمانيا 54 دبابة في صفقة قيمتها مليارا دولار.").arms_deals
    assert deal.value is not None
    assert deal.value.currency == "USD"


def test_denied_deal_is_kept_as_denied() -> None:
    (deal,) = read("نفت صربيا بيع صواريخ إلى أوكرانيا.").arms_deals
    assert str(deal.certainty) == "denied"


@pytest.mark.parametrize(
    ("words", "normal"),
    [
        ("إف-16", "F-16"),
        ("إس-400", "S-400"),
        ("إس 300", "S-300"),
        ("سوخوي-35", "Su-35"),
        ("ميراج 2000", "Mirage 2000"),
        ("تي-90", "T-90"),
        ("إم كيو-9", "MQ-9"),
        ("Mi-35M", "Mi-35M"),
        ("جافلين", "Javelin"),
    ],
)
def test_designation(words: str, normal: str) -> None:
    (deal,) = read(f"اشترت الفلبين من كندا أسلحة من طراز {words}.").arms_deals
    assert deal.weapon.designation == normal


#: A side that only another word of the sentence tells.
LOOSE = [
    (
        "بموجب الاتفاق المبرم بين وارسو ولندن، ستتسلم بولندا تسع مدرعات.",
        ("GB", "PL"),
    ),
    ("المدرعات التي تسلمها الجيش الزامبي صنعت في البرازيل.", ("BR", "ZM")),
    ("أرسلت النرويج إلى تشيلي عشرة مدافع، فيما تعهدت كندا بإرسال صواريخ هاربون.", ("CA", "CL")),
    ("رفضت فيينا طلب لشبونة إعادة تصدير مدرعات باندور إلى غانا.", ("PT", "GH")),
    ("تدرس النرويج طلبا من تشيلي للحصول على زوارق دورية.", ("NO", "CL")),
    ("باشرت الأحواض البرتغالية تسليم فرقاطة من طراز باندا لغانا.", ("PT", "GH")),
    ("تنتظر لاتفيا موافقة أوسلو على نقل ست مقاتلات من طراز إف-16.", ("NO", "LV")),
]


@pytest.mark.parametrize(("text", "sides"), LOOSE)
def test_sides_from_the_sentence(text: str, sides: tuple[str, str]) -> None:
    assert sides in [deal[:2] for deal in deals(text)]


def test_the_last_buyer_puts_nothing_off() -> None:
    ((supplier, recipient, _, status),) = deals("كانت تشيلي آخر مشتر لمقاتلات غريبن من السويد.")
    assert (supplier, recipient) == ("SE", "CL")
    assert status != "suspended"
