package org.decisiongates.jira.waiver;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.RequestBody;
import org.decisiongates.json.JsonBody.Value;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Message;

/** What is sent about a waiver: the members of a JSON object. Every member that cannot be taken is named. */
final class WaiverBody {

    static final String POLICY = "policy";
    static final String RULE = "rule";
    static final String FIELD = "field";
    static final String REASON = "reason";
    static final String UNTIL = "until";
    static final String STEP = "step";

    private static final int MAX_NAME_LENGTH = 40;

    private final Map<String, Value> members;

    private WaiverBody(Map<String, Value> members) {
        this.members = members;
    }

    /** @param known names of the members that may be sent */
    static WaiverBody read(InputStream stream, List<String> known) throws IOException {
        Map<String, Value> members = RequestBody.members(stream);
        Map<String, Message> faults = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!known.contains(name)) {
                faults.put(Abbreviation.cut(name, MAX_NAME_LENGTH),
                        Message.of("decision-gates.waiver.body.unknown", String.join(", ", known)));
            } else if (value.text().isEmpty() && !value.isNull()) {
                faults.put(name, Message.of("decision-gates.waiver.body.not-a-value"));
            }
        });
        if (!faults.isEmpty()) {
            throw new ProblemException(400, faults);
        }
        return new WaiverBody(members);
    }

    /** The text of a member; empty text where none was sent. */
    String text(String name) {
        return given(name).orElse("");
    }

    /** The text of a member. */
    Optional<String> given(String name) {
        return Optional.ofNullable(members.get(name)).flatMap(Value::text).filter(text -> !text.isEmpty());
    }

    /** The day of a member; empty for anything else, which the service complains of. */
    Optional<LocalDate> day(String name) {
        try {
            return given(name).filter(text -> text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The step that the sender has seen. */
    int step() {
        return given(STEP).filter(text -> text.matches("[1-9][0-9]{0,8}")).map(Integer::valueOf)
                .orElseThrow(() -> new ProblemException(400, Map.of(STEP, Message.of("decision-gates.waiver.body.no-step"))));
    }
}
