package org.decisiongates.jira.platform.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.json.JsonBody.Value;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.Message;

/** A step of something that goes on step by step, as it is sent: a JSON object. Every member that cannot be taken is named. */
public final class StepRequestBody {

    /** The member with the step that the sender has seen last. */
    public static final String STEP = "step";

    /** Texts of 4,000 characters of any script, and what JSON needs to escape them. */
    private static final int MAX_BYTES = 32 * 1024;
    private static final int MAX_NAME_LENGTH = 40;

    private final Map<String, Value> members;

    private StepRequestBody(Map<String, Value> members) {
        this.members = members;
    }

    /** @param known names of the members that may be sent */
    public static StepRequestBody read(InputStream sent, List<String> known) throws IOException {
        Map<String, Value> members = RequestBody.members(sent, MAX_BYTES);
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
        return new StepRequestBody(members);
    }

    /** The text of a member, as typed; empty text where none was sent. */
    public String text(String name) {
        return given(name).orElse("");
    }

    /** The text of a member that says something. */
    public Optional<String> given(String name) {
        return Optional.ofNullable(members.get(name)).flatMap(Value::text).filter(text -> !text.isEmpty());
    }

    /** The step that the sender has seen last. */
    public int step() {
        return given(STEP).filter(text -> text.matches("[1-9][0-9]{0,8}")).map(Integer::valueOf)
                .orElseThrow(() -> new ProblemException(400, Map.of(STEP, Message.of("decision-gates.impact.body.no-step"))));
    }
}
