"""Every rule of the parser by the name that a finding bears, in words and with a sentence.

``scripts/build_rules_docs.py`` makes a page of this table; ``test_rule_table.py`` holds it true.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import malicoup


class Rule(NamedTuple):
    """A kind of finding, a rule's name, what it does, and a text in which it fires.

    The text is empty where it takes a longer report.
    """

    kind: str
    name: str
    meaning: str
    example: str


class Fired(NamedTuple):
    """A rule that fired: the kind of finding, its name, the words found, and what they mean."""

    kind: str
    name: str
    words: str
    value: str | None = None


KINDS = {
    "quote": "Reported speech (`Quote.rule`)",
    "speaker": "Speakers (`Quote.speaker_rule`)",
    "mention": "Names (`Mention.rule`)",
    "claim": "Claims (`Claim.rule`)",
    "date": "Dates (`DateExpression.rule`)",
    "quantity": "Quantities (`Quantity.rule`)",
    "record": "Records (`ArmsDeal.rule` and its like)",
    "diagnostic": "Diagnostics (`Diagnostic.code`)",
}


def fired(text: str) -> Iterator[Fired]:
    """The rules behind everything that is read from *text*."""
    article = malicoup.parse(text)
    for quote in article.quotes:
        yield Fired("quote", quote.rule, article.slice(quote.span))
        who = article.actor(quote.speaker)
        yield Fired("speaker", quote.speaker_rule or "", who.name if who else "", None)
    for mention in article.mentions:
        yield Fired("mention", mention.rule, article.slice(mention.span))
    for claim in article.claims:
        yield Fired("claim", claim.rule, article.slice(claim.span))
    for day in article.dates:
        yield Fired("date", day.rule, article.slice(day.span), day.edtf or day.partial)
    for item in article.quantities:
        yield Fired("quantity", item.rule, article.slice(item.span), _bounds(item))
    for record in (*article.arms_deals, *article.events, *article.statistics):
        yield Fired("record", record.rule, "", type(record).__name__)
    for found in article.diagnostics:
        words = article.slice(found.span) if found.span else ""
        yield Fired("diagnostic", found.code, words, f"{found.severity}")


def _bounds(item: malicoup.Quantity) -> str:
    low, high = (("…" if n is None else f"{n}") for n in (item.minimum, item.maximum))
    return low if low == high else f"{low} to {high}"


_NO = "قال سامي الخوري إن العمل صعب."
RULES = [
    # -- reported speech: how the cue stands to the words
    Rule("quote", "verb-subject-that", "a finite reporting verb, its subject, then إن or أن", _NO),
    Rule("quote", "verb-that", "a reporting verb whose subject stands before it or is dropped, then إن or أن", "وصل سامي الخوري إلى المدينة. وقال إن العمل صعب."),
    Rule("quote", "verb-subject-colon", "verb, subject, a colon", "قال الوزير: «لن نقبل بأي تأخير في التنفيذ»."),
    Rule("quote", "verb-colon", "a verb without a subject beside it, a colon", "قال: «نعم نحن هنا منذ الصباح»."),
    Rule("quote", "verb-subject-marks", "verb, subject, words in marks", "قال الوزير «لن نقبل بأي تأخير في التنفيذ»."),
    Rule("quote", "verb-marks", "a verb without a subject beside it, words in marks", "قال «نعم نحن هنا منذ الصباح»."),
    Rule("quote", "verb-subject-comma", "كما with verb and subject, a comma, and what they say", "كما قالت ليلى منصور، ارتفع سعر القمح كثيرا هذا العام."),
    Rule("quote", "verb-subject-like", "verb, subject, then كون", "أشار المدير إلى كون العمل صعبا."),
    Rule("quote", "marks-verb", "words in marks, then the verb", "«لن نقبل بأي تأخير في التنفيذ»، قال سامي الخوري."),
    Rule("quote", "participle-that", "a participle beside the main verb (مضيفا، مؤكدا), then أن", "قال سامي الخوري إن العمل صعب، مضيفا أن الأجور قليلة."),
    Rule("quote", "participle-colon", "the participle, a colon", "غرد سامي الخوري قائلا: «لن نقبل بأي تأخير في التنفيذ»."),
    Rule("quote", "participle-marks", "the participle, words in marks", "غادرت ليلى منصور القاعة، مضيفة «سنعمل معا من أجل مستقبل أفضل»."),
    Rule("quote", "noun-that", "a noun of speech with a pronoun (قوله), then إن or أن", "نقلت الوكالة عن سامي الخوري قوله إن العمل صعب."),
    Rule("quote", "noun-colon", "the noun, a colon", "نقلت الوكالة عن منى شكري قولها: «لا نعرف متى ستنتهي هذه الأزمة»."),
    Rule("quote", "noun-marks", "the noun, words in marks", "نقلت الوكالة عن منى شكري قولها «لا نعرف متى ستنتهي هذه الأزمة»."),
    Rule("quote", "document-that", "جاء في with a document, then أن", "جاء في تقرير للمنظمة أن الأجور قليلة."),
    Rule("quote", "document-colon", "جاء في with a document, then a colon", "جاء في تقرير للمنظمة: «الأجور قليلة منذ عامين كاملين»."),
    Rule("quote", "interview-answer", "an answer of an interview, up to the end of its paragraph", "الجريدة: كيف بدأ العمل؟\nالخوري: بدأ العمل قبل عام.\nالجريدة: ومتى ينتهي؟\nالخوري: ينتهي العمل في الشتاء."),
    Rule("quote", "verb-subject-about", "a verb of telling, its subject, عن with a verbal noun", "وكشفت ليلى منصور عن توقيع اتفاق مع أربعة مصارف."),
    Rule("quote", "verb-about", "the same without a subject behind the verb", "وأعلنت عن إغلاق الطريق الساحلي ثلاثة أيام."),
    Rule("quote", "participle-about", "a participle of telling, عن with a verbal noun", "قالت ليلى منصور إن النهر يجف، متحدثة عن تراجع منسوب المياه بمقدار النصف."),
    Rule("quote", "according-to-before", "a phrase of source (وفقا لـ، بحسب), then what the source says", "وفقا لسامي الخوري، ارتفعت الأسعار كثيرا."),
    Rule("quote", "according-to-after", "a clause, then the phrase of source", "ارتفعت الأسعار كثيرا، بحسب ليلى منصور."),
    Rule("quote", "according-to-after-verb", "a clause, then كما with a reporting verb", "ارتفع سعر القمح كثيرا هذا العام، كما تقول ليلى منصور."),
    Rule("quote", "according-to-before-verb", "a phrase of source with a verb (بحسب ما ذكر فلان), then the clause", "بحسب ما ذكرت ليلى منصور، ارتفع سعر القمح كثيرا هذا العام."),
    Rule("quote", "noun-of-source", "a noun of speech or belief, whose it is, and أن at once", "ومن رأي ليلى منصور أن الباب كان مفتوحا."),
    Rule("quote", "marks-these-words", "quoted words, then a clause that points back to them", "«تعبت كثيرا من طول الطريق»، بهذه الكلمات بدأ سامي الخوري حديثه."),
    Rule("quote", "headline-colon", "a line that opens with a source and a colon", "سامي الخوري: سنبدأ العمل في الشهر المقبل."),
    Rule("quote", "continued", "a paragraph in marks behind one that ends in a quote", "قال سامي الخوري: «الطريق طويل وصعب جدا».\n«لكننا سنصل إلى القمة في النهاية»."),
    # -- speakers: how the source of the words was decided
    Rule("speaker", "joint-speakers", "several who say one thing together", "قالت بولندا والمجر إن الحدود مفتوحة."),
    Rule("speaker", "subject-behind-cue", "the subject behind the reporting verb", _NO),
    Rule("speaker", "subject-before-cue", "the subject before it", "سامي الخوري قال إن العمل صعب."),
    Rule("speaker", "source-phrase", "whom a phrase of source names", "وفقا لسامي الخوري، ارتفعت الأسعار كثيرا."),
    Rule("speaker", "relayed-source", "whom the one who passes it on cites (نقلت … عن)", "نقلت الوكالة عن سامي الخوري قوله إن العمل صعب."),
    Rule("speaker", "antecedent-of-relative", "the name that الذي or التي takes up", "الوزير سامي الخوري الذي قال إن العمل صعب."),
    Rule("speaker", "topic-of-sentence", "the noun with which the sentence opens (أما فلان فيقول)", "أما سامي الخوري فرفض العرض، وقال إن العمل صعب."),
    Rule("speaker", "subject-of-clause", "the subject of the last main verb before the cue in its sentence", "رفض سامي الخوري العرض، مؤكدا أن العمل صعب."),
    Rule("speaker", "subject-of-sentence", "the first noun that nothing governs, where no verb shows the subject", ""),
    Rule("speaker", "name-in-apposition", "the name set off behind an office or a description", "قال وزير المال، الدكتور سامي الخوري، إن العمل صعب."),
    Rule("speaker", "same-source", "ذاته, نفسه: the same who spoke before", "قال مصدر أمني إن العمل صعب. وأضاف المصدر نفسه أن الأجور قليلة."),
    Rule("speaker", "pronoun-source", "a pronoun behind the phrase of source (وفقا لها)", "قالت ليلى منصور إن العمل صعب. ووفقا لها، انخفضت الأجور كثيرا هذا العام."),
    Rule("speaker", "subject-of-governing-verb", "a participle takes the subject of the reporting verb before it", "قال سامي الخوري إن العمل صعب، مضيفا أن الأجور قليلة."),
    Rule("speaker", "subject-of-last-verb", "a dropped subject is that of the verb before, where they agree", "زار سامي الخوري المصنع. وقال إن العمل صعب."),
    Rule("speaker", "last-source-agreeing", "a dropped subject is the last source that agrees in gender and number", "قال خبراء إن السوق ستهبط. وأضافوا أن الخسائر كبيرة."),
    Rule("speaker", "speaker-goes-on", "who spoke in the paragraph before goes on", "قال سامي الخوري: «الطريق طويل وصعب جدا».\n«لكننا سنصل إلى القمة في النهاية»."),
    Rule("speaker", "title-of-named", "a title alone stands for the one who bears it", "قال وزير المال سامي الخوري إن العمل صعب. وأكد الوزير أن الأجور قليلة."),
    Rule("speaker", "description-of-last-source", "a description alone (المسؤول) stands for the last source", "قال سامي الخوري إن العمل صعب. وأكد المسؤول أن الأجور قليلة."),
    Rule("speaker", "description-of-last-person", "or for the last person spoken of", ""),
    Rule("speaker", "document-of-last-source", "a document without an author is that of the last source", "قالت ليلى منصور إن العمل صعب. وجاء في البيان أن الأجور قليلة."),
    Rule("speaker", "author-of-document", "the author whom a document's phrase names", "جاء في تقرير كتبته ليلى منصور أن العمل صعب."),
    Rule("speaker", "name-in-bracket", "whom a bracket behind a description names", ""),
    Rule("speaker", "last-person-agreeing", "a guess: the last person who agrees with a verb without subject", ""),
    Rule("speaker", "noun-phrase", "a source without a name, as its phrase is written", "قالت مصادر أمنية إن الطريق مغلق."),
    Rule("speaker", "place-for-government", "a capital stands for its government", "أعلنت باريس أنها ستسحب قواتها."),
    Rule("speaker", "impersonal", "a passive names nobody", "يُعتقد أن السفينة غرقت قبل أسبوع."),
    Rule("speaker", "no-source-named", "no rule found a source; it stays open", "وأضاف أن الأجور قليلة."),
    # -- names
    Rule("mention", "seat-acts", "a capital that acts for its government", "وردت موسكو بطرد السفير."),
    Rule("mention", "joint-speakers", "the words that name joint speakers", "قالت بولندا والمجر إن الحدود مفتوحة."),
    Rule("mention", "name-behind-cue", "a name that only its place behind a reporting verb shows", "قال آل مرشود إن العمل صعب."),
    Rule("mention", "people-of-a-nation", "people told of by their nation alone", "وصل جنود إثيوبيون إلى الحدود."),
    Rule("mention", "role-of-named", "a role with its nation that one named person holds", ""),
    Rule("mention", "given-name", "a known given name opens it", "وصل سامي الخوري إلى القاعدة."),
    Rule("mention", "title-name", "a title opens it", "وصلت الوزيرة ليلى منصور إلى القاعدة."),
    Rule("mention", "nationality-name", "a nationality opens it", "فازت الكينية نعومي واتنغا أمس."),
    Rule("mention", "short-name", "a part of a fuller name of the report", "وصل الوزير سامي بدران أمس. واستقبل بدران الوفد."),
    Rule("mention", "lexicon", "a list has the whole name", "فازت البرازيل أمس."),
    Rule("mention", "head-complement", "a head noun of bodies with what belongs to it", "نشر معهد الدراسات البحرية دراسة جديدة."),
    Rule("mention", "abbreviation", "in brackets behind the full name", "نشر مركز الأبحاث البحرية (مأب) دراسة."),
    Rule("mention", "media-name", "a medium known by the word before it, or by its address", "ذكر موقع aLab.com أن العمل صعب."),
    Rule("mention", "noun-phrase", "a source without a name", "قالت مصادر أمنية إن الطريق مغلق."),
    Rule("mention", "junta", "those who made a coup, where a record needs them as a side", "دربت كندا قادة الانقلاب العسكري في بوليفيا."),
    # -- claims
    Rule("claim", "reported", "what a quote says", _NO),
    Rule("claim", "narrated", "what the report itself says happened, where a record leans on it", "دربت إيطاليا الجيش الصومالي."),
    # -- dates
    Rule("date", "day-and-month", "day and month, with a year or without", "اجتمعوا في 5 أبريل 2031."),
    Rule("date", "month-and-day", "month and day", "اجتمعوا في مارس 5، 2031."),
    Rule("date", "day-of-list", "a day that shares its month with the next", "اجتمعوا في 5 و7 مارس 2031."),
    Rule("date", "numeric-date", "day, month and year in digits", "اجتمعوا في 26-08-2031."),
    Rule("date", "numeric-month", "month and year in digits", "اجتمعوا في 3/2031."),
    Rule("date", "month", "a month", "اجتمعوا في آذار 2031."),
    Rule("date", "numbered-month", "a month by its number", "اجتمعوا في الشهر الثالث من عام 2031."),
    Rule("date", "nth-day", "a day counted within its month", "سافروا آخر يوم من أيلول 2031."),
    Rule("date", "day-of-relative-month", "a day of this, the last or the next month", "اجتمعوا في 16 من الشهر الجاري."),
    Rule("date", "weekday", "a day of the week", "اجتمعوا يوم الثلاثاء الماضي."),
    Rule("date", "weekday-and-day", "a day of the week with its number", "اجتمعوا الاثنين 5."),
    Rule("date", "day-of-week", "a day of a week that is counted from today", "اجتمعوا الخميس من الأسبوع الماضي."),
    Rule("date", "near-day", "yesterday, today, tomorrow", "اجتمعوا أمس."),
    Rule("date", "day-before-yesterday", "the day before yesterday, the day after tomorrow", "سيجتمعون بعد غد."),
    Rule("date", "this-unit", "this week, month, year", "اجتمعوا هذا العام."),
    Rule("date", "turned-unit", "the last or next one", "اجتمعوا الشهر الماضي."),
    Rule("date", "run-of-units", "the last or next five", "اجتمعوا كثيرا في آخر خمس سنوات."),
    Rule("date", "rest-of-unit", "what is left of one", "سيجتمعون بقية الشهر."),
    Rule("date", "distance", "so long before or after today", "اجتمعوا قبل عامين."),
    Rule("date", "year", "a year behind a word for it, in digits or words", "اجتمعوا عام ألفين وواحد."),
    Rule("date", "bare-year", "four digits alone where a year is due", "اجتمعوا في 2012."),
    Rule("date", "years", "two years that are one season or term", "الموسم الدراسي 2018-2019"),
    Rule("date", "year-before-christ", "a year before our era", "بني المعبد عام 44 قبل الميلاد."),
    Rule("date", "decade", "a decade", "اجتمعوا في الستينيات."),
    Rule("date", "century", "a century", "بنيت القلعة في القرن الخامس عشر."),
    Rule("date", "centuries", "two centuries", "بنيت القلعة بين القرنين الثامن عشر والتاسع عشر."),
    Rule("date", "century-before-christ", "a century before our era", "بنيت القلعة في القرن الثالث قبل الميلاد."),
    Rule("date", "islamic-century", "a century of the Islamic calendar; its years are left open", "بنيت القلعة في القرن الثالث الهجري."),
    Rule("date", "relative-century", "the last or next century", "بنيت القلعة في القرن الماضي."),
    Rule("date", "part-of-year", "a quarter or half", "زاد الربح في الربع الثاني من 2031."),
    Rule("date", "season", "a season", "اجتمعوا في خريف 2031."),
    Rule("date", "span-of-dates", "from one to another", "عملوا من 2001 حتى 2005."),
    # -- quantities
    Rule("quantity", "number", "a number in digits or words, with the noun it counts", "وصلت ثلاث شاحنات."),
    Rule("quantity", "number-at-least", "with a word for at least", "وصل ما لا يقل عن ثلاث شاحنات."),
    Rule("quantity", "number-at-most", "with a word for at most", "صوت أقل من مئة ناخب."),
    Rule("quantity", "range", "from one to another", "وصلت بين 20 و30 شاحنة."),
    Rule("quantity", "range-or", "one or the other, next to it", "انتظروا خمسة أو ستة أشهر."),
    Rule("quantity", "range-of-bounds", "a lower and an upper bound", "العدد أكبر من ستة وأقل من تسعة."),
    Rule("quantity", "dual", "the dual says two", "وصلت شاحنتان."),
    Rule("quantity", "dual-at-least", "with a word for at least", "وصلت شاحنتان على الأقل."),
    Rule("quantity", "dual-at-most", "with a word for at most", "وصلت شاحنتان على الأكثر."),
    Rule("quantity", "one", "a noun with واحد", "وصل شخص واحد."),
    Rule("quantity", "one-at-least", "with a word for at least", "زارها مرة واحدة على الأقل."),
    Rule("quantity", "one-unit-of-time", "a unit of time alone behind a word for duration", "عمل لمدة شهر."),
    Rule("quantity", "vague-number", "بضع and its like, with the bounds that they have", "وصلت بضع شاحنات."),
    Rule("quantity", "ordinal", "a number of order", "وصلت الشاحنة في اليوم الثالث."),
    Rule("quantity", "percent", "a share of a hundred", "زاد السعر 40 بالمئة."),
    Rule("quantity", "percent-at-least", "with a word for at least", "زاد السعر 5 بالمئة على الأقل."),
    Rule("quantity", "percent-at-most", "with a word for at most", "زاد السعر ما لا يزيد على 5 بالمئة."),
    # -- records
    Rule("record", "supply-verb", "a verb by which the subject hands weapons over", "سلمت النرويج الأرجنتين زورقي دورية."),
    Rule("record", "supply-noun", "its verbal noun, or a deal or licence", "وافقت واشنطن على بيع تايوان صواريخ هاربون."),
    Rule("record", "acquire-verb", "a verb by which the subject takes them over", "اشترت تشيلي ثلاث فرقاطات من إيطاليا."),
    Rule("record", "acquire-noun", "its verbal noun", "تعتزم اليونان شراء ثلاث فرقاطات من فرنسا."),
    Rule("record", "deal-noun", "a deal or contract named as such", ""),
    Rule("record", "supply-participle", "a participle by which weapons are said to come from a side", ""),
    Rule("record", "training-train", "one side trains another", "دربت إيطاليا الجيش الصومالي."),
    Rule("record", "training-beside", "soldiers of one country and another country beside a word for training", "تم تدريب مئة جندي غاني في بولندا."),
    Rule("record", "training-learn", "the subject trains with another", "تدرب جنود تشاديون في فرنسا."),
    Rule("record", "training-take", "the subject receives a training", "تلقى ضباط من زامبيا تدريبات عسكرية في الهند."),
    Rule("record", "training-stay", "the subject spends time at an academy", "قضى العقيد بول ماندا عامين في الأكاديمية العسكرية الملكية في لندن."),
    Rule("record", "coup-noun", "a noun for a coup, with what says how it went", "شهدت بوليفيا محاولة انقلاب فاشلة."),
    Rule("record", "sanction-noun", "a noun for a sanction, with what is done with it", "فرضت كندا عقوبات على بيلاروسيا."),
    Rule("record", "suspension-verb", "a verb that suspends", "علقت النرويج المساعدات إلى بوليفيا."),
    Rule("record", "suspension-noun", "its verbal noun", "قررت النرويج تعليق المساعدات إلى بوليفيا."),
    Rule("record", "expulsion-verb", "a verb that expels", "طردت بولندا ثلاثة دبلوماسيين مصريين."),
    Rule("record", "expulsion-noun", "its verbal noun", "قررت لاتفيا طرد دبلوماسي روسي."),
    Rule("record", "embargo-verb", "a verb that stops arms or trade", "حظرت فرنسا تصدير الأسلحة إلى بوليفيا."),
    Rule("record", "embargo-noun", "its noun", "ألغت فرنسا حظر تصدير الأسلحة إلى بوليفيا."),
    Rule("record", "condemnation-verb", "a verb that condemns", ""),
    Rule("record", "condemnation-noun", "its noun", ""),
    Rule("record", "statistic-share", "a share of a whole", "وقال محللون إن 40 بالمئة من السلاح مستورد."),
    Rule("record", "statistic-money", "a budget or an expense", "خصصت بولندا 20 مليار دولار لميزانية الدفاع عام 2023."),
    Rule("record", "statistic-stock", "how many of a thing a side has", ""),
    Rule("record", "statistic-toll", "so many dead or wounded", "بلغ عدد قتلى الحرب في اليمن 377000 منذ عام 2015."),
    # -- diagnostics
    Rule("diagnostic", "mark-never-opened", "a closing mark without an opening one", "نعم نحن هنا اليوم»."),
    Rule("diagnostic", "mark-never-closed", "an opening mark without a closing one", "قال: «نعم نحن هنا اليوم."),
    Rule("diagnostic", "mark-opened-with-closing", "a closing mark that opens", "قال: ”نعم نحن هنا اليوم”."),
    Rule("diagnostic", "mark-closed-with-opening", "an opening mark that closes", "قال: «نعم نحن هنا اليوم«."),
    Rule("diagnostic", "speaker-undecided", "reported speech whose speaker stays open", "وأضاف أن الأجور قليلة."),
    Rule("diagnostic", "date-needs-publication", "a date that counts from a publication date not known", "اجتمعوا أمس."),
    Rule("diagnostic", "published-from-page", "the publication date is the one that the page itself names", "نشر في 5 أبريل 2031\nاجتمعوا أمس."),
    Rule("diagnostic", "publication-undecided", "the page names several days of publication", "نشر في 5 أبريل 2031\nنشر في 6 أبريل 2031\nاجتمعوا أمس."),
]  # fmt: skip
