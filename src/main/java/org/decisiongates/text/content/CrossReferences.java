package org.decisiongates.text.content;

/** Tells a line that only points to what is said elsewhere, and says nothing itself. */
final class CrossReferences {

    /** What points to something that was said; behind a comma or a colon it may be said again. */
    private static final String REFERENCES = """
            as discussed|as agreed|as per discussion|wie besprochen|wie vereinbart|wie abgesprochen|comme convenu|comme discuté
            como se acordó|como se comentó|como acordado|según lo acordado
            konuşulduğu gibi|görüşüldüğü gibi|как обсуждали|как договорились|كما نوقش|كما تمت مناقشته|كما اتفقنا|如讨论|按讨论|ตามที่คุยกัน
            ตามที่หารือ|ตามที่ตกลง
            """;

    private static final PhraseMatcher REFERENCE_PHRASES = PhraseMatcher.of(REFERENCES);
    private static final PhraseMatcher SEE = PhraseMatcher.of("see|siehe|voir|ver|véase|bkz|bakınız|см|见|参见|انظر|راجع|ดู");
    private static final int MAX_WORDS = 4;

    private CrossReferences() {
    }

    /** Whether a line says no more than that something is said in another place: {@code as discussed in the call}, {@code see ABC-12}. */
    static boolean isReference(CharSequence text, int from, int to) {
        int behind = REFERENCE_PHRASES.behind(text, from, to);
        if (behind >= 0 && !isPunctuated(text, behind, WordMatcher.skipTo(text, behind, to))) {
            return WordMatcher.count(text, behind, to, MAX_WORDS + 1) <= MAX_WORDS && !Headings.hasPredicate(text, behind, to);
        }
        behind = SEE.behind(text, from, to);
        return behind >= 0 && isIssueKey(text, WordMatcher.skipTo(text, behind, to), to);
    }

    private static boolean isPunctuated(CharSequence text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (",\u060C\uFF0C".indexOf(text.charAt(at)) >= 0 || Placeholders.separates(text, at, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIssueKey(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && Characters.isWordCharacter(text.charAt(at))) {
            at++;
        }
        int number = at > from && at < to && text.charAt(at) == '-' ? at + 1 : to;
        at = number;
        while (at < to && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at > number && WordMatcher.skipTo(text, at, to) == to;
    }
}
