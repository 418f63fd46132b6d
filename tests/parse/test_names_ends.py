"""Where a person's name ends: particles, offices, verbs and second persons behind it."""

from __future__ import annotations

import pytest

import malicoup
from malicoup.model import ActorKind

#: A text, and the people named in it.
CASES = [
    # a particle that only a word of the language bears
    ("وعد الرئيس نبيل مراد بإحقاق العدالة للجميع.", {"نبيل مراد"}),
    ("وأقال الرئيس نبيل مراد لمستشار خدمه طويلا.", {"نبيل مراد"}),
    ("ويقول نبيل مراد للجريدة إن العمل صعب.", {"نبيل مراد"}),
    # an office behind a name, with what it is over
    ("استقبل الشيخ نبيل مراد أمير دولة مجاورة.", {"نبيل مراد"}),
    ("وصل اللواء نبيل مراد قائد الفيلق إلى المطار.", {"نبيل مراد"}),
    # "and" before a second person whose name stands elsewhere
    (
        "التقى إيغور ليبكين وزير النقل. وناقش مراد وليبكين الخطة. مراد نبيل.",
        {"إيغور ليبكين", "مراد نبيل"},
    ),
    # the elder, the younger: nothing goes on behind but the verb
    ("منذ رحيل الرئيس مرادي الأب حاولت الأحزاب التوافق.", {"مرادي الأب"}),
    # months and accusatives are no names
    ("عقد الاجتماع في مدينة مجهولة يناير (كانون الثاني) 2031.", set()),
    ("أعلن نبيل مراد اعتبارا من الغد فتح الجسر.", {"نبيل مراد"}),
    # whose officer it is
    (
        "ظهرت السكرتيرة الصحفية لرامبو، سارة ماندر، أمس. وقال الوزير رامبو إن العمل صعب.",
        {"سارة ماندر", "رامبو"},
    ),
    ("قال المتحدث لامبير إن العمل صعب.", {"لامبير"}),
    # names that look so and are whole
    ("قال توم ويلسون إن العمل صعب.", {"توم ويلسون"}),
    ("قال أمير مراد إن العمل صعب.", {"أمير مراد"}),
    ("قالت لارا بلقاسم إن العمل صعب.", {"لارا بلقاسم"}),
    ("قال جورج بوش الابن إن العمل صعب.", {"جورج بوش الابن"}),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_people(text: str, names: set[str]) -> None:
    article = malicoup.parse(text)
    assert {a.name for a in article.actors if a.kind is ActorKind.PERSON} == names
