package org.decisiongates.replay;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.issue.Reference;
import org.decisiongates.issue.UnknownValueException;
import org.decisiongates.replay.FieldHistoryFormat.Kind;
import org.decisiongates.text.content.TextContent;
import org.decisiongates.timeline.HistoryItem;

/**
 * What a field of an issue held at places of its history, worked back from what it holds now. Where the history does not tell for certain,
 * or contradicts itself, that is an {@link UnknownValueException}.
 */
final class FieldValues {

    private static final int DAY_LENGTH = 10;

    private final Field field;
    private final FieldHistoryFormat historyFormat;
    private final ReplayedIssue issue;
    private final FieldHistory changes;
    /** Of fields that were renamed or deleted since: any of them may have been this one. */
    private final FieldHistory ofUnknownFields;

    FieldValues(Field field, FieldHistoryFormat historyFormat, ReplayedIssue issue) {
        this.field = field;
        this.historyFormat = historyFormat;
        this.issue = issue;
        this.changes = FieldHistory.of(issue.history(), historyFormat::isOf, this::written, historyFormat.kind().isOfMany());
        this.ofUnknownFields = FieldHistory.of(issue.history(),
                item -> historyFormat.custom() && item.custom() && !issue.reading().isFieldNow(item.field()), (id, text) -> id + text,
                true);
    }

    Kind kind() {
        return historyFormat.kind();
    }

    boolean changesAt(int place) {
        return changes.changesAt(place);
    }

    /** Whether it held in front of a change what it holds now. */
    boolean isAsNow(int place) {
        requireRecorded();
        return changes.next(place).isEmpty();
    }

    /** The first change at a place or behind it, once it is certain that its beginning is what the field held; empty for none. */
    Optional<HistoryItem> next(int place) {
        requireRecorded();
        Optional<HistoryItem> next = changes.next(place);
        if (historyFormat.shared() && !changes.isEmpty()) {
            throw unknown("another field has its name");
        }
        if (historyFormat.kind().isOfMany() || historyFormat.kind() == Kind.FIXED) {
            return next;
        }
        Optional<String> right = next.isPresent() ? next.map(item -> written(item.from(), item.fromText())) : writtenNow();
        if (right.isEmpty()) {
            return next;
        }
        Optional<String> left = changes.last(place).map(item -> written(item.to(), item.toText()));
        if (left.isPresent() && !left.equals(right)) {
            throw unknown("its history contradicts itself");
        }
        int end = changes.placeOfNext(place, issue.history().groups().size());
        List<HistoryItem> between = ofUnknownFields.backTo(place);
        between.removeAll(ofUnknownFields.backTo(end));
        if (between.stream().anyMatch(item -> written(item.to(), item.toText()).equals(right.get()))) {
            throw unknown("it may have had another name");
        }
        return next;
    }

    /** The ids of the versions or other things in it in front of a change, of those it has now. */
    Set<String> idsAt(int place, Set<String> now) {
        requireRecorded();
        Set<String> ids = new LinkedHashSet<>(now);
        for (HistoryItem item : changes.backTo(place)) {
            if (!item.to().isEmpty() && !ids.remove(item.to()) || !item.from().isEmpty() && !ids.add(item.from())) {
                throw unknown("its history contradicts itself");
            }
        }
        return ids;
    }

    Optional<Person> person(HistoryItem before) {
        if (before.before().isBlank()) {
            return Optional.empty();
        }
        String key = issue.reading().personKey(before.from(), before.fromText());
        return Optional.of(issue.now().view().personWithKey(key).orElseThrow(() -> unknown("the account is gone")));
    }

    Optional<LocalDate> day(HistoryItem before) {
        return before.before().isBlank() ? Optional.empty()
                : Optional.of(day(before.from(), before.fromText()).orElseThrow(() -> unknown("its history has no day")));
    }

    Optional<BigDecimal> number(HistoryItem before) {
        try {
            return before.before().isBlank() ? Optional.empty() : Optional.of(new BigDecimal(before.before().strip()));
        } catch (NumberFormatException e) {
            throw unknown("its history has no number");
        }
    }

    List<Choice> choices(HistoryItem before) {
        if (before.before().isBlank()) {
            return List.of();
        }
        if (historyFormat.kind() == Kind.LABELS) {
            return Arrays.stream(before.fromText().strip().split("\\s+")).map(label -> new Choice(label, label)).toList();
        }
        return List.of(new Choice(before.from(),
                issue.now().view().nameOf(Reference.toOption(field, before.from())).orElse(before.fromText())));
    }

    ProjectVersion version(String id) {
        return issue.reading().version(id).orElseThrow(() -> unknown("a version is gone"));
    }

    /** The same for equal values, whatever the host wrote beside them. */
    private String written(String id, String text) {
        return switch (historyFormat.kind()) {
            case PERSON -> id.isEmpty() && text.isEmpty() ? "" : issue.reading().personKey(id, text);
            case DAY -> day(id, text).map(LocalDate::toString).orElse(id + text);
            case TEXT -> plain(text);
            case NUMBER -> number(text.isEmpty() ? id : text);
            case LABELS -> sorted(Arrays.asList(text.strip().split("\\s+")));
            default -> id.isEmpty() ? text : id;
        };
    }

    /** What the field holds now; empty where that cannot be compared with the history. */
    private Optional<String> writtenNow() {
        IssueView now = issue.now().view();
        return switch (historyFormat.kind()) {
            case PERSON -> Optional.of(now.person(field).map(Person::key).orElse(""));
            case DAY -> Optional.of(now.date(field).map(LocalDate::toString).orElse(""));
            case TEXT -> Optional.of(plain(now.text(field)));
            case NUMBER -> Optional.of(now.number(field).map(number -> number(number.toPlainString())).orElse(""));
            case CHOICE -> Optional.of(now.choices(field).stream().findFirst().map(Choice::id).orElse(""));
            case LABELS -> Optional.of(sorted(now.choices(field).stream().map(Choice::id).toList()));
            default -> Optional.empty();
        };
    }

    /** Itself, if its history has it in this form. */
    FieldValues require(Kind kind) {
        if (historyFormat.kind() != kind) {
            throw unknown("its history does not have it as " + kind);
        }
        return this;
    }

    /** Whether there was something before a change. A field of several values may be worded as an empty list. */
    static boolean isSomething(HistoryItem change) {
        String text = change.before();
        return TextContent.visible(text, 0, text.length()) > 0 && !text.equals("[]");
    }

    private void requireRecorded() {
        if (historyFormat.kind() == Kind.UNRECORDED) {
            throw unknown("its history is not kept");
        }
    }

    UnknownValueException unknown(String why) {
        return new UnknownValueException("field " + field.id() + ": " + why);
    }

    private static Optional<LocalDate> day(String id, String text) {
        String day = id.isEmpty() ? text : id;
        try {
            return day.length() < DAY_LENGTH ? Optional.empty() : Optional.of(LocalDate.parse(day.substring(0, DAY_LENGTH)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private static String number(String text) {
        try {
            return text.isBlank() ? "" : new BigDecimal(text.strip()).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static String sorted(List<String> labels) {
        return labels.stream().filter(label -> !label.isEmpty()).sorted().collect(Collectors.joining(" "));
    }
}
