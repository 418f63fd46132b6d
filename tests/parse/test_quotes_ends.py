"""Where reported words end, and where they go on."""

from __future__ import annotations

import pytest

from parse.quote_cases import Row, check, rows

#: The writer takes over.
ENDS = [
    Row("verb-subject-that", "قال الوزير إن [[الطريق مفتوح]]، فيما أغلقت الشرطة الجسر."),
    Row("verb-subject-that", "قال الوزير إن [[الطريق مفتوح]]، بينما ينتظر السائقون عند الجسر."),
    Row("verb-subject-that", "أكد المدير أن [[العمل مستمر]]، وذلك خلال مؤتمر صحافي عقده أمس."),
    Row("verb-subject-that", "قال المدير إن [[العمل مستمر]]، مشيرا إلى أن [[الأجور ستدفع]]."),
    Row("verb-subject-that", "قالت المديرة إن [[العمل مستمر]]، وأضافت أن [[الأجور ستدفع]]."),
    Row("verb-subject-that", "قالت المديرة إن [[العمل مستمر]]، وقالت إن [[الأجور ستدفع]]."),
    Row("verb-subject-that", "قال المدير إن [[العمل مستمر]]، لكن الخبراء لم يقتنعوا بكلامه."),
    Row("verb-subject-that", "قال المدير إن [[العمل مستمر]]، على الرغم من الخسائر الكبيرة."),
    Row("verb-subject-that", "قال المدير إن [[العمل مستمر]]، في إشارة إلى المصنع الجديد."),
    Row("verb-subject-that", "قال المدير إن [[العمل مستمر]]. وكانت الشركة أغلقت مصنعها قبل عام."),
    Row("verb-subject-that", "قال المدير إن [[العمل مستمر]]!"),
    Row("verb-subject-that", "قال المدير إن [[العمل مستمر]]\nوكانت الشركة أغلقت مصنعها."),
    Row("verb-subject-that", "أعلن الجيش أن [[الطريق مفتوح]]، بحسب ما نقلته الصحف المحلية."),
    Row("verb-subject-that", "قال المدير إن [[العمل مستمر]]، علما أن المصنع مغلق منذ شهر."),
    Row("verb-subject-that", "قالت المديرة إن [[العمل مستمر]]، واتهمت النقابة بالكذب."),
    Row("verb-subject-that", "قال المدير إن [[المخازن فارغة]]، وغادر القاعة غاضبا."),
    Row("verb-subject-colon", "قال الوزير: «[[لن نقبل بأي تأخير في التنفيذ]]»، لكن أحدا لم يصدقه."),
    Row("verb-subject-colon", "قال الوزير: [[لن نقبل بأي تأخير في التنفيذ]]. ثم غادر القاعة."),
]
#: The clause goes on.
GOES_ON = [
    Row("verb-subject-that", "قال المدير إن [[العمل مستمر وإن الأجور ستدفع]]."),
    Row("verb-subject-that", "قال المدير إن [[العمل مستمر، وأن الأجور ستدفع]]."),
    Row("verb-subject-that", "قال المدير إن [[المصنع، الذي بني قبل عامين، سيغلق أبوابه]]."),
    Row("verb-subject-that", "قال المدير إن [[العمال حضروا، ودخلوا المصنع في الصباح]]."),
    Row("verb-subject-that", "قال المدير إن [[الشركة ستبيع المصنع وتشتري أرضا جديدة]]."),
    Row("verb-subject-that", "قال المدير إن [[سعر الطن بلغ 3.5 آلاف دينار]]."),
    Row("verb-subject-that", "قال المدير إن [[العمل مستمر لكن ببطء شديد]]."),
    Row("verb-subject-that", "قال المدير إن [[رواية «الباب المفتوح» ستصبح فيلما]]."),
    Row("verb-subject-colon", "قال الوزير: «[[لن نقبل التأخير. سنعمل كل يوم. هذا وعد]]»."),
    Row("verb-subject-that", "قال المدير إن [[العمل مستمر بفضل العمال والمهندسين والإدارة]]."),
]


@pytest.mark.parametrize("row", rows(ENDS, GOES_ON))
def test_ends(row: Row) -> None:
    check(row)
