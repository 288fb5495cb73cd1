package org.decisiongates.jira.review;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.decisiongates.issue.ThreadSection;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.json.JsonBody.Value;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Message;

/** What is sent about a thread: the members of a JSON object. Every member that cannot be taken is named. */
final class ThreadBody {

    static final String SECTION = "section";
    static final String ROW = "row";
    static final String OBJECTIVE = "objective";
    static final String TEXT = "text";
    static final String STEP = "step";

    /** 4,000 characters of any script, and what JSON needs to escape them. */
    private static final int MAX_BYTES = 32 * 1024;
    private static final int MAX_NAME_LENGTH = 40;

    private final Map<String, Value> members;

    private ThreadBody(Map<String, Value> members) {
        this.members = members;
    }

    /** @param known names of the members that may be sent */
    static ThreadBody read(InputStream stream, List<String> known) throws IOException {
        Map<String, Value> members = RequestBody.members(stream, MAX_BYTES);
        Map<String, Message> faults = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!known.contains(name)) {
                faults.put(Abbreviation.cut(name, MAX_NAME_LENGTH),
                        Message.of("decision-gates.impact.body.unknown", String.join(", ", known)));
            } else if (value.text().isEmpty() && !value.isNull()) {
                faults.put(name, Message.of("decision-gates.impact.body.not-a-value"));
            }
        });
        if (!faults.isEmpty()) {
            throw new ProblemException(400, faults);
        }
        return new ThreadBody(members);
    }

    /** The text of a member, as typed; empty text where none was sent. */
    String text(String name) {
        return Optional.ofNullable(members.get(name)).flatMap(Value::text).orElse("");
    }

    /** The section that is meant. */
    ThreadSection section() {
        return Arrays.stream(ThreadSection.values()).filter(section -> section.key().equals(text(SECTION))).findFirst()
                .orElseThrow(() -> new ProblemException(400, Map.of(SECTION, Message.of("decision-gates.review.body.no-section",
                        String.join(", ", Arrays.stream(ThreadSection.values()).map(ThreadSection::key).toList())))));
    }

    /** The row that is meant; of what is no number, one that no section has. */
    OptionalLong row() {
        String row = text(ROW);
        return row.isEmpty() ? OptionalLong.empty() : OptionalLong.of(row.matches("[1-9][0-9]{0,17}") ? Long.parseLong(row) : 0);
    }

    /** The step that the sender has seen last. */
    int step() {
        return Optional.of(text(STEP)).filter(text -> text.matches("[1-9][0-9]{0,8}")).map(Integer::valueOf)
                .orElseThrow(() -> new ProblemException(400, Map.of(STEP, Message.of("decision-gates.review.body.no-step"))));
    }
}
