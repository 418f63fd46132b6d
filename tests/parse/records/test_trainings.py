from __future__ import annotations

import pytest

from parse.records.facts import country, events

TRAININGS = [
    ("دربت إيطاليا الجيش الصومالي.", "SO", "IT"),
    ("تلقى ضباط من زامبيا تدريبات عسكرية في الهند.", "ZM", None),
    ("تدرب جنود تشاديون في فرنسا.", "TD", None),
    ("تعتزم بريطانيا تدريب الجيش الأوكراني على نزع الألغام.", "UA", "GB"),
    ("أرسلت اليابان خبراء لتدريب القوات الفلبينية.", "PH", "JP"),
    ("بدأت إسبانيا تدريب القوات المسلحة الموريتانية.", "MR", "ES"),
    ("نظمت كندا دورة لتدريب جنود من لاتفيا.", "LV", "CA"),
    ("شارك جنود كينيون في تدريبات عسكرية نظمتها تركيا.", "KE", "TR"),
    ("تولى البرازيل تدريب الشرطة الهايتية.", "HT", "BR"),
    ("قضى العقيد بول ماندا عامين في الأكاديمية العسكرية الملكية في لندن.", "بول ماندا", None),
]
#: No closer rule knows the verb that carries these.
BESIDE = [
    ("تم تدريب مئة جندي غاني في بولندا.", "GH", None),
    ("وصل عشرون مدربا هنديا إلى لوساكا، ومن مهامهم تدريب القوات الزامبية.", "ZM", "IN"),
    ("عكف خبراء من سلاح المهندسين النرويجي على تأهيل جنود من لاتفيا.", "LV", "NO"),
    ("قالت البحرية التشيلية إن ضباطها استفادوا من تدريبات نظمتها القوات الكندية.", "CL", "CA"),
    ("أسندت مهمة تدريب الجيش الغاني إلى ضباط من البحرية الكندية.", "GH", "CA"),
    ("يتدرب جنود غانيون في المغرب تحت إشراف مدربين من بلجيكا.", "GH", "BE"),
]
ALONE = [
    "تم تدريب الجيش الغاني على استقبال الضيوف.",
    "ينبغي النظر في إمكانية تدريب القوات الزامبية في الهند.",
    "جرى تدريب المعلمين الغانيين في بولندا.",
]


@pytest.mark.parametrize(("text", "trainee", "provider"), BESIDE)
def test_training_told_by_its_parties(text: str, trainee: str, provider: str | None) -> None:
    ((article, training),) = events(text, "military_training")
    assert [country(article, x) for x in training.trainees] == [trainee]
    assert country(article, training.provider) == provider


@pytest.mark.parametrize("text", ALONE)
def test_no_training_without_another_side(text: str) -> None:
    assert not events(text, "military_training")


@pytest.mark.parametrize(("text", "trainee", "provider"), TRAININGS)
def test_training(text: str, trainee: str, provider: str | None) -> None:
    ((article, training),) = events(text, "military_training")
    assert trainee in [country(article, x) for x in training.trainees]
    assert provider in (None, country(article, training.provider))


NONE = [
    "يواصل المدرب تدريب المنتخب في قطر.",
    "درب الإسباني فريق الشباب السعودي ثلاثة مواسم.",
    "تدرب لاعبو النادي على الملعب الجديد في تونس.",
    "نظمت ألمانيا دورة لتدريب المعلمين في الأردن.",
    "أجرت الصين تدريبات بحرية في بحر الصين الجنوبي.",
    "بدأت باكستان مناورات عسكرية قرب حدودها.",
    "إذا دربت فرنسا الجيش اللبناني فسيتحسن الوضع.",
    "لم تدرب السويد القوات الأفغانية.",
    "دعت بلجيكا إلى تدريب الصحفيين في الكونغو.",
    "يتلقى الأطباء تدريبا في المغرب.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_training(text: str) -> None:
    assert events(text, "military_training") == []


def test_institution_and_duration() -> None:
    text = "حضر العقيد جوزيف موانزا دورة في كلية القيادة والأركان في الهند لمدة ستة أشهر."
    ((article, training),) = events(text, "military_training")
    assert article.actor(training.institution).name.startswith("كلية القيادة والأركان")
    assert training.duration == "P6M"


def test_number_trained() -> None:
    ((_, training),) = events(
        "تلقى 300 جندي من مالاوي تدريبات عسكرية في الهند.", "military_training"
    )
    assert training.number_trained.minimum == 300


def test_the_background_takes_no_subject() -> None:
    found = events(
        "تعتزم بلجيكا تدريب القوات الغانية. وسيجري التدريب في بولندا.\n"
        "وكان لدى كندا خبراء لتدريب القوات الغانية قبل عقد. "
        "ويشمل العرض البلجيكي التدريب على صيانة المحركات.",
        "military_training",
    )
    assert [(country(a, t.provider), t.subject) for a, t in found] == [
        ("BE", "صيانة المحركات"),
        ("CA", None),
    ]
