package org.decisiongates.approval;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.OwnField;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.json.CanonicalJson;
import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.text.Sha256;

/**
 * What is approved, in the one form that its digests are computed over. Anybody can compute them again by docs/reference/sealed-content.md,
 * which says the same as this class.
 *
 * @param sections the rows of each section, by the section's key; a row says what it is, and then what it says
 */
public record SealedContent(Map<String, List<List<String>>> sections) {

    private static final String FORMAT = "decision-gates sealed content 1";
    private static final Field QUESTION = new Field(OwnField.QUESTION.key());
    private static final Field TRADE_OFFS = new Field(OwnField.TRADE_OFFS.key());
    private static final Field SUMMARY = new Field("summary");
    private static final Field DESCRIPTION = new Field("description");
    private static final Field FIX_VERSIONS = new Field("fixVersions");
    private static final int MAX_LENGTH = 4 * 1024 * 1024;
    private static final JsonDocument<Document> JSON = JsonDocument.ofKnownMembers(Document.class, "the sealed content",
            new JsonDocument.Bounds(MAX_LENGTH, 100_000, MAX_LENGTH));

    private record Document(String format, Map<String, List<List<String>>> sections) {
    }

    /**
     * What changed in a section.
     *
     * @param section key of the section
     * @param removed rows that are gone or were changed, as they were
     * @param added   rows that are new or were changed, as they are
     */
    public record Difference(String section, List<List<String>> removed, List<List<String>> added) {
    }

    public SealedContent {
        Map<String, List<List<String>>> copy = new TreeMap<>();
        sections.forEach((section, rows) -> copy.put(section, rows.stream().map(List::copyOf).toList()));
        sections = Collections.unmodifiableMap(copy);
    }

    /** What these sections of the issue say. A field that does not apply to the issue says nothing. */
    public static SealedContent of(IssueView issue, Collection<SealedSection> sections) {
        Map<String, List<List<String>>> rows = new HashMap<>();
        for (SealedSection section : sections) {
            List<List<String>> sorted = new ArrayList<>(rows(issue, section));
            // the order in which rows were added says nothing, and a row that was deleted can be typed again
            sorted.sort(Comparator.comparing(CanonicalJson::write));
            rows.put(section.key(), sorted);
        }
        return new SealedContent(rows);
    }

    /** What {@link #text} wrote; empty for anything else. */
    public static Optional<SealedContent> read(String text) {
        try {
            Document read = JSON.read(text);
            return Optional.of(new SealedContent(read.sections())).filter(content -> read.format().equals(FORMAT));
        } catch (UnreadableJsonException e) {
            return Optional.empty();
        }
    }

    /** The content as its digest is computed over it: canonical JSON. */
    public String text() {
        return CanonicalJson.write(Map.of("format", FORMAT, "sections", sections));
    }

    /** SHA-256, hex, over {@link #text} as UTF-8. */
    public String digest() {
        return new Sha256().update(text()).hex();
    }

    /** SHA-256, hex, over the rows of each section as canonical JSON in UTF-8, by the section's key. */
    public Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        sections.forEach((section, rows) -> digests.put(section, new Sha256().update(CanonicalJson.write(rows)).hex()));
        return digests;
    }

    /** What of the sections that were approved says something else here, in the order in which people read them. */
    public List<Difference> since(SealedContent approved) {
        List<Difference> differences = new ArrayList<>();
        for (SealedSection section : SealedSection.values()) {
            List<List<String>> before = approved.sections.get(section.key());
            if (before != null && !before.equals(sections.get(section.key()))) {
                List<List<String>> now = sections.getOrDefault(section.key(), List.of());
                differences.add(new Difference(section.key(), without(before, now), without(now, before)));
            }
        }
        return differences;
    }

    /** Rows of one that the other does not have; one that is there twice is compared twice. */
    private static List<List<String>> without(List<List<String>> rows, List<List<String>> others) {
        List<List<String>> rest = new ArrayList<>(rows);
        others.forEach(rest::remove);
        return rest;
    }

    private static List<List<String>> rows(IssueView issue, SealedSection section) {
        return switch (section) {
            case QUESTION -> text(issue, QUESTION);
            case CHOSEN_OPTION -> options(issue, EnumSet.of(DecisionOption.State.CHOSEN));
            case OPTIONS -> options(issue, EnumSet.allOf(DecisionOption.State.class));
            case CRITERIA -> joined(text(issue, Field.ACCEPTANCE_CRITERIA), issue.records().criteria().stream()
                    .map(SealedContent::criterion).toList());
            case TRADE_OFFS -> joined(text(issue, TRADE_OFFS), issue.records().tradeOffs().stream()
                    .map(tradeOff -> row("trade-off", tradeOff.text(), tradeOff.reason())).toList());
            case EXCEPTION_STATES -> issue.records().exceptionStates().stream()
                    .map(state -> row(state.path().name().toLowerCase(Locale.ROOT), state.text())).toList();
            case FALLBACK -> text(issue, Field.FALLBACK);
            case SCOPE -> joined(text(issue, SUMMARY), text(issue, DESCRIPTION));
            case RELEASE -> !issue.has(FIX_VERSIONS) ? List.of()
                    : issue.versions(FIX_VERSIONS).stream().map(version -> row("version", version.id(), version.name())).toList();
            case DUE_DATE -> !issue.has(Field.DUE_DATE) ? List.of()
                    : issue.date(Field.DUE_DATE).stream().map(day -> row("day", day.toString())).toList();
        };
    }

    /** The fields that a section takes its content from, beside the record. */
    public static List<Field> fieldsOf(SealedSection section) {
        return switch (section) {
            case QUESTION -> List.of(QUESTION);
            case CRITERIA -> List.of(Field.ACCEPTANCE_CRITERIA);
            case TRADE_OFFS -> List.of(TRADE_OFFS);
            case FALLBACK -> List.of(Field.FALLBACK);
            case SCOPE -> List.of(SUMMARY, DESCRIPTION);
            case RELEASE -> List.of(FIX_VERSIONS);
            case DUE_DATE -> List.of(Field.DUE_DATE);
            case CHOSEN_OPTION, OPTIONS, EXCEPTION_STATES -> List.of();
        };
    }

    private static List<List<String>> text(IssueView issue, Field field) {
        String said = issue.has(field) ? canonical(issue.text(field)) : "";
        return said.isEmpty() ? List.of() : List.of(List.of("field", field.id(), said));
    }

    private static List<List<String>> options(IssueView issue, Set<DecisionOption.State> states) {
        return issue.records().options().stream().filter(option -> states.contains(option.state()))
                .map(option -> row("option", option.text(), option.reason())).toList();
    }

    private static List<String> criterion(Criterion criterion) {
        return criterion.target().map(target -> row("criterion", criterion.text(), number(target.value()), target.unit()))
                .orElseGet(() -> row("criterion", criterion.text()));
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static List<String> row(String word, String... texts) {
        List<String> row = new ArrayList<>(List.of(word));
        for (String text : texts) {
            row.add(canonical(text));
        }
        return row;
    }

    private static List<List<String>> joined(List<List<String>> some, List<List<String>> more) {
        List<List<String>> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** NFC, lines that end in one line feed, and no blank, tab or line end around it: what an editor may change without anybody's doing. */
    private static String canonical(String text) {
        String lines = Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n").replace('\r', '\n');
        int start = 0;
        int end = lines.length();
        while (start < end && isBlank(lines.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(lines.charAt(end - 1))) {
            end--;
        }
        return lines.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t' || character == '\n';
    }
}
