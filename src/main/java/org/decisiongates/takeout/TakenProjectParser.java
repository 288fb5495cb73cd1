package org.decisiongates.takeout;

import java.io.IOException;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

import org.decisiongates.impact.ImpactLineParser;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.issue.OwnField;
import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.StreamedJsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.record.RecordParser;
import org.decisiongates.text.Message;
import org.decisiongates.text.TypedText;
import org.decisiongates.text.XmlCharacters;
import org.decisiongates.timeline.EditableIssueRows;

/**
 * Reads {@code take-out.json} of another instance, or of any program, issue by issue: nothing of it is believed before it was checked, and
 * the first reading says whether all of it is sound. Members that a newer version of the app added are skipped.
 */
public final class TakenProjectParser {

    /** How long the document may be: longer than any take-out is. */
    public static final long MAX_BYTES = 1_000_000_000;
    /** How many issues it may hold. */
    public static final int MAX_ISSUES = 100_000;
    /** How many links an issue may have. */
    static final int MAX_LINKS = 2_000;
    /** How long an issue may be, and any other member: no more is in memory at a time. */
    static final int MAX_MEMBER = 8_000_000;

    private static final int MAX_VALUES = 500_000_000;
    private static final int MAX_TEXT = 1_000_000;
    private static final int MAX_FAULTS = 20;
    private static final int MAX_LINE = 255;
    private static final String NAME = "the file";
    private static final String FAULT = "decision-gates.takeout.import.fault.";
    private static final StreamedJsonDocument<TakenProject, TakenIssue> JSON = new StreamedJsonDocument<>(
            new JsonDocument<>(TakenProject.class, NAME,
                    new JsonDocument.Bounds(Integer.MAX_VALUE, MAX_VALUES, MAX_TEXT), Map.of()),
            "issues", TakenIssue.class, MAX_MEMBER);
    private static final AcceptingRecordLookup EVERYTHING = new AcceptingRecordLookup();

    private final Consumer<TakenIssue> each;
    private final List<UnplacedFault> faults = new ArrayList<>();
    private final Set<Long> ids = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    private TakenProjectParser(Consumer<TakenIssue> each) {
        this.each = each;
    }

    /**
     * The project that a document tells of, without its issues.
     *
     * @param each takes every issue, in the order of the document and as soon as it was checked; what comes later may be wrong
     * @throws IOException where the document cannot be read
     */
    public static TakenProject read(StreamedJsonDocument.Source source, Consumer<TakenIssue> each)
            throws InvalidTakeOutException, IOException {
        Optional<WrongFileKind> foreign = WrongFileKind.of(source);
        if (foreign.isPresent()) {
            throw ofWhole(foreign.get().key());
        }
        OptionalInt format = JSON.number(source, "format");
        if (format.isPresent() && format.getAsInt() != TakenProject.FORMAT) {
            throw format.getAsInt() > TakenProject.FORMAT ? ofWhole("newer", format.getAsInt(), TakenProject.FORMAT)
                    : ofWhole("other-json");
        }
        TakenProjectParser parser = new TakenProjectParser(each);
        try {
            TakenProject project = JSON.read(source, parser::take);
            parser.check(project);
            if (parser.faults.isEmpty()) {
                return project;
            }
        } catch (UnreadableJsonException e) {
            // what the parser says of a text that is no JSON is for programmers, and so is what another document lacks
            if (e.getMessage().startsWith(NAME + " is not JSON:")) {
                throw ofWhole("damaged", String.valueOf(e.line()));
            }
            if (format.isEmpty()) {
                throw ofWhole("other-json");
            }
            throw new InvalidTakeOutException(List.of(new InvalidTakeOutException.Fault(e.line(), "",
                    Message.of(FAULT + "unreadable", e.getMessage()))));
        } catch (EnoughException e) {
            // as many as are told at once
        }
        throw new InvalidTakeOutException(parser.placed(source));
    }

    private static InvalidTakeOutException ofWhole(String key, Serializable... arguments) {
        return new InvalidTakeOutException(List.of(new InvalidTakeOutException.Fault(0, "", Message.of(FAULT + key, arguments))));
    }

    private List<InvalidTakeOutException.Fault> placed(StreamedJsonDocument.Source source) throws IOException {
        Map<String, Integer> lines = JSON.linesOf(source, faults.stream().map(UnplacedFault::place).toList());
        return faults.stream().map(fault -> new InvalidTakeOutException.Fault(lines.get(fault.place()),
                TypedText.quoted(fault.place()), fault.message())).toList();
    }

    private void check(TakenProject project) {
        line("key", project.key());
        line("name", project.name());
        line("address", project.address());
        if (!project.address().matches("https?://[^\\s<>{}\\[\\]|]+")) {
            fault("address", "address", TypedText.quoted(project.address()));
        }
        project.people().forEach((name, person) -> line("people." + name, name));
        project.people().forEach((name, person) -> line("people." + name + ".name", person.name()));
    }

    private void take(TakenIssue issue, int number) throws EnoughException {
        String place = "issues[" + number + "]";
        if (number >= MAX_ISSUES) {
            fault("issues", "too-many-issues", MAX_ISSUES);
            throw new EnoughException();
        }
        if (issue.id() <= 0 || !ids.add(issue.id())) {
            fault(place + ".id", "id", issue.id());
        }
        if (!issue.key().matches("[A-Za-z][A-Za-z0-9_]*-[0-9]{1,10}") || !keys.add(issue.key())) {
            fault(place + ".key", "key", TypedText.quoted(issue.key()));
        }
        check(place, issue);
        if (faults.isEmpty()) {
            each.accept(issue);
        } else if (faults.size() == MAX_FAULTS) {
            throw new EnoughException();
        }
    }

    private void check(String place, TakenIssue issue) {
        if (!issue.isDecision() && !issue.type().equals(TakenIssue.BLOCKER)) {
            fault(place + ".type", "type", TypedText.quoted(issue.type()));
        }
        line(place + ".summary", issue.summary());
        line(place + ".status", issue.status());
        lines(place + ".description", issue.description());
        issue.securityLevel().ifPresent(level -> line(place + ".securityLevel", level));
        issue.fields().forEach((name, value) -> field(place + ".fields." + name, name, value));
        rowIds(place + ".records", issue.key(), issue.records());
        rowIds(place + ".impact", issue.key(), issue.impact());
        Map<String, Integer> counts = new HashMap<>();
        for (int number = 0; number < issue.records().size(); number++) {
            record(place + ".records[" + number + "]", issue.records().get(number), counts);
        }
        for (int number = 0; number < issue.impact().size(); number++) {
            impact(place + ".impact[" + number + "]", issue.impact().get(number));
        }
        if (issue.impact().size() > EditableIssueRows.MAX) {
            fault(place + ".impact", "too-many", issue.impact().size(), EditableIssueRows.MAX);
        }
        links(place + ".links", issue);
        for (int number = 0; number < issue.waivers().size(); number++) {
            waiver(place + ".waivers[" + number + "]", issue.waivers().get(number));
        }
        for (int number = 0; number < issue.gates().size(); number++) {
            gate(place + ".gates[" + number + "]", issue.gates().get(number));
        }
    }

    private void links(String place, TakenIssue issue) {
        for (int number = 0; number < issue.links().size(); number++) {
            TakenLink link = issue.links().get(number);
            line(place + "[" + number + "].type", link.type());
            line(place + "[" + number + "].issue", link.issue());
            if (link.issue().equals(issue.key())) {
                fault(place + "[" + number + "].issue", "self-link", TypedText.quoted(issue.key()));
            }
        }
        if (issue.links().size() > MAX_LINKS) {
            fault(place, "too-many", issue.links().size(), MAX_LINKS);
        }
    }

    /** Evidence names a criterion by its id, so that one of two rows would stand for both. */
    private void rowIds(String place, String key, List<NumberedValues> rows) {
        Set<Long> known = new HashSet<>();
        for (int number = 0; number < rows.size(); number++) {
            long id = rows.get(number).id();
            if (!known.add(id)) {
                fault(place + "[" + number + "].id", "row-id", String.valueOf(id), TypedText.quoted(key));
            }
        }
    }

    private void field(String place, String name, String value) {
        lines(place, value);
        if (name.equals(OwnField.RISK_EXPIRY.key())) {
            try {
                LocalDate.parse(value);
            } catch (DateTimeException e) {
                fault(place, "day", TypedText.quoted(value));
            }
        }
    }

    private void record(String place, NumberedValues row, Map<String, Integer> counts) {
        Optional<Kind> kind = TakenRowParser.kind(row);
        if (kind.isEmpty()) {
            fault(place + ".values.kind", "kind", TypedText.quoted(row.value("kind")));
            return;
        }
        RecordParser.read(kind.get(), TakenRowParser.parts(kind.get(), row), EVERYTHING).faults()
                .forEach((part, message) -> fault(place + ".values." + part.key(), message));
        if (counts.merge(kind.get().key(), 1, Integer::sum) == EditableIssueRows.MAX + 1) {
            fault(place, "too-many-of-kind", kind.get().key(), EditableIssueRows.MAX);
        }
    }

    private void impact(String place, NumberedValues line) {
        ImpactLineParser.read(TakenRowParser.parts(line)).faults()
                .forEach(wrong -> fault(place + ".values." + wrong.part().key(), new Message(wrong.key(), wrong.arguments())));
    }

    private void waiver(String place, TakenWaiver waiver) {
        line(place + ".policy", waiver.policy());
        line(place + ".rule", waiver.rule());
        for (int number = 0; number < waiver.steps().size(); number++) {
            TakenWaiver.Step step = waiver.steps().get(number);
            line(place + ".steps[" + number + "].state", step.state());
            lines(place + ".steps[" + number + "].actor", step.actor());
            lines(place + ".steps[" + number + "].reason", step.reason());
        }
    }

    private void gate(String place, TakenGate gate) {
        for (String part : List.of(gate.transition(), gate.actor(), gate.source(), gate.policy(), gate.gate(), gate.outcome())) {
            lines(place, part);
        }
        gate.failed().forEach(rule -> lines(place + ".failed", rule));
    }

    /** One line that says something. */
    private void line(String place, String value) {
        if (value.isBlank() || value.length() > MAX_LINE || !TypedText.isStorable(value)) {
            fault(place, "line", MAX_LINE);
        }
    }

    /** Text that Jira can hold. */
    private void lines(String place, String value) {
        if (XmlCharacters.firstInvalid(value).isPresent()) {
            fault(place, "text");
        }
    }

    private void fault(String place, String key, Serializable... arguments) {
        fault(place, Message.of(FAULT + key, arguments));
    }

    private void fault(String place, Message message) {
        if (faults.size() < MAX_FAULTS) {
            faults.add(new UnplacedFault(place, message));
        }
    }

    /** What is wrong, before it is known where it stands. */
    private record UnplacedFault(String place, Message message) {
    }

    /** There is no need to read on. */
    private static final class EnoughException extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
