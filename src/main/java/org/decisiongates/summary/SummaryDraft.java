package org.decisiongates.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.decisiongates.json.Json;
import org.decisiongates.json.Writing;

/** A summary's JSON in pieces, a row each, so that what does not fit can be left out without writing the rest again. */
final class SummaryDraft {

    /** Characters of a text, tried in this order until everything fits. */
    private static final List<Integer> TEXTS = List.of(SummaryJson.LONGEST_TEXT, 120, 60);

    /** Characters of what names the whole; never cut further, because an address that is cut leads nowhere. */
    private static final int LONGEST_NAME = 1000;

    private final String head;
    private final List<Rows> sections = new ArrayList<>();

    private SummaryDraft(WeeklySummary summary, int longestText) {
        head = opened(Json.write(summary, LONGEST_NAME, SummaryWriting::head)) + ","
                + inner(Json.write(summary, longestText, SummaryWriting::numbers));
        add("blockers", summary.blockers(), longestText, SummaryWriting::item);
        add("decisions", summary.decisions(), longestText, SummaryWriting::item);
        add("owners", summary.owners(), longestText, SummaryWriting::owner);
        add("movement",
                new Section<>(summary.movement().rows().stream().filter(SummaryWriting::isCarried).toList(), summary.movement().total()),
                longestText, SummaryWriting::movement);
        add("closures", summary.closures(), longestText, SummaryWriting::closure);
        add("reopened", summary.reopened(), longestText, SummaryWriting::reopening);
        add("figures", summary.figures(), longestText, SummaryWriting::figure);
        add("asks", summary.asks(), longestText, SummaryWriting::ask);
    }

    static String fitting(WeeklySummary summary, int mostBytes) {
        SummaryDraft draft = null;
        for (int longestText : TEXTS) {
            draft = new SummaryDraft(summary, longestText);
            if (draft.bytes() <= mostBytes) {
                return draft.text();
            }
        }
        long excess = draft.bytes() - mostBytes;
        while (excess > 0) {
            excess -= draft.sections.stream().max(Comparator.comparingLong(Rows::bytes)).orElseThrow().dropLast();
        }
        return draft.text();
    }

    private <T> void add(String name, Section<T> section, int longestText, Writing.Part<T> part) {
        sections.add(new Rows(name, section.total(), section.rows().stream().limit(Section.MOST_ROWS)
                .map(row -> Json.write(row, longestText, part)).toList()));
    }

    private static String opened(String object) {
        return object.substring(0, object.length() - 1);
    }

    private static String inner(String object) {
        return opened(object).substring(1);
    }

    private long bytes() {
        return bytes(head) + 1 + sections.stream().mapToLong(section -> section.bytes() + bytes(section.frame())).sum();
    }

    private String text() {
        StringBuilder text = new StringBuilder(head);
        for (Rows section : sections) {
            text.append(section.frame(), 0, section.frame().length() - 2).append(String.join(",", section.rows)).append("]}");
        }
        return text.append('}').toString();
    }

    /** Bytes of UTF-8; every surrogate has been escaped. */
    private static long bytes(String text) {
        return text.chars().map(character -> character < 0x80 ? 1 : character < 0x800 ? 2 : 3).sum();
    }

    private static final class Rows {

        private final String name;
        private final long total;
        private final List<String> rows;
        private long bytes;

        Rows(String name, long total, List<String> rows) {
            this.name = name;
            this.total = total;
            this.rows = new ArrayList<>(rows);
            this.bytes = rows.stream().mapToLong(row -> SummaryDraft.bytes(row) + 1).sum();
        }

        long bytes() {
            return bytes;
        }

        String frame() {
            return ",\"" + name + "\":{\"total\":" + total + ",\"rows\":[]}";
        }

        long dropLast() {
            long dropped = SummaryDraft.bytes(rows.remove(rows.size() - 1)) + 1;
            bytes -= dropped;
            return dropped;
        }
    }
}
