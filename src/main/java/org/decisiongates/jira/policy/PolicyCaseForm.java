package org.decisiongates.jira.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.PolicyCase;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.text.Message;
import org.decisiongates.text.content.TextContent;

/**
 * The form of a test: its name and its day, who acts with which comment, the fields of its issue that hold a text, a day or a number, and
 * what is expected. What else its issue is can be changed in the JSON of the policy.
 */
@JiraComponent
class PolicyCaseForm {

    private static final String NAME = ".name";
    private static final String DAY = ".day";
    private static final String ACTOR = ".actor";
    private static final String COMMENT = ".comment";
    private static final String FIELD = ".f.";
    private static final int MAX_USER_NAME = 255;
    private static final int MAX_NUMBER = 26;

    private final UserManager users;
    private final JiraFields fields;
    private final JiraTexts texts;

    PolicyCaseForm(UserManager users, JiraFields fields, JiraTexts texts) {
        this.users = users;
        this.fields = fields;
        this.texts = texts;
    }

    /** @param at where the test is in the page */
    List<PolicyInputView> inputs(EditedPolicy edited, String at, PolicyCase one) {
        List<PolicyInputView> inputs = new ArrayList<>();
        inputs.add(input(edited, at, NAME, PolicyInputView.TEXT, one.name(), PolicyJson.MAX_NAME));
        inputs.add(input(edited, at, DAY, PolicyInputView.DATE, one.day().toString(), 0));
        inputs.add(input(edited, at, ACTOR, PolicyInputView.TEXT, one.actor().map(this::userName).orElse(""), MAX_USER_NAME));
        inputs.add(input(edited, at, COMMENT, PolicyInputView.AREA, one.comment(), 0));
        one.issue().values().entrySet().stream().filter(value -> isTyped(value.getValue()))
                .sorted(Comparator.comparing(value -> value.getKey().id()))
                .forEach(value -> inputs.add(input(edited, at, FIELD + value.getKey().id(), kindOf(value.getValue()),
                        shown(value.getValue()), MAX_NUMBER)));
        return inputs;
    }

    private PolicyInputView input(EditedPolicy edited, String at, String name, String kind, String value, int most) {
        return PolicyInputView.of(edited, at + name, label(name), kind, value, most);
    }

    /** What an input of a test is called, by what stands behind the place of the test in its name. */
    String label(String name) {
        return switch (name) {
            case NAME -> texts.text("decision-gates.jira.policy.name");
            case DAY -> texts.text("decision-gates.jira.policy.test-day");
            case ACTOR -> texts.text("decision-gates.jira.policy.test-actor");
            case COMMENT -> texts.text("decision-gates.jira.policy.test-comment");
            default -> fields.nameOf(new Field(name.substring(FIELD.length())), texts.locale());
        };
    }

    /** The test as it was submitted, with what it was before in place of what is no value. */
    PolicyCase read(String at, PolicyCase one, Map<String, String[]> submitted, List<RejectedInput> rejected) {
        Inputs inputs = new Inputs(at, submitted, rejected);
        IssueSnapshot issue = one.issue();
        for (Map.Entry<Field, Object> held : one.issue().values().entrySet()) {
            if (isTyped(held.getValue())) {
                issue = changed(issue, held.getKey(), held.getValue(), inputs);
            }
        }
        Optional<String> comment = inputs.sent(COMMENT).map(PolicyCaseForm::lines);
        return one.named(inputs.sent(NAME).map(String::strip).orElse(one.name()),
                inputs.sent(DAY).flatMap(typed -> inputs.accepted(DAY, typed, day(typed), "decision-gates.policy.fault.day"))
                        .orElse(one.day()))
                .of(issue).by(actor(one.actor(), inputs), comment.orElse(one.comment())).expecting(expected(at, submitted));
    }

    private Optional<String> actor(Optional<String> before, Inputs inputs) {
        Optional<String> typed = inputs.sent(ACTOR).map(String::strip);
        if (typed.isEmpty() || typed.equals(before.map(this::userName))) {
            return before;
        }
        return typed.get().isEmpty() ? Optional.empty()
                : inputs.accepted(ACTOR, typed.get(), Optional.ofNullable(users.getUserByName(typed.get())).map(ApplicationUser::getKey),
                        "decision-gates.jira.policy.no-user").or(() -> before);
    }

    /** What is emptied is a field without a value, but for a text, which may be empty. */
    private static IssueSnapshot changed(IssueSnapshot issue, Field field, Object held, Inputs inputs) {
        String name = FIELD + field.id();
        Optional<String> sent = inputs.sent(name);
        if (sent.isEmpty() || lines(sent.get()).equals(lines(shown(held)))) {
            return issue;
        }
        String typed = sent.get();
        if (held instanceof String) {
            return issue.with(field, lines(typed));
        }
        if (typed.isBlank()) {
            return issue.empty(field);
        }
        return held instanceof LocalDate
                ? inputs.accepted(name, typed, day(typed), "decision-gates.policy.fault.day").map(day -> issue.with(field, day))
                        .orElse(issue)
                : inputs.accepted(name, typed, number(typed), "decision-gates.jira.policy.no-decimal")
                        .map(number -> issue.with(field, number))
                        .orElse(issue);
    }

    private static Map<String, RuleResult.Status> expected(String at, Map<String, String[]> submitted) {
        Map<String, RuleResult.Status> expected = new TreeMap<>();
        String begin = at + "." + PolicyForm.EXPECTED;
        submitted.forEach((name, values) -> {
            if (name.startsWith(begin)) {
                Arrays.stream(RuleResult.Status.values()).filter(status -> status.name().equals(values[0])).findFirst()
                        .ifPresent(status -> expected.put(name.substring(begin.length()), status));
            }
        });
        return expected;
    }

    private static boolean isTyped(Object value) {
        return value instanceof String || value instanceof LocalDate || value instanceof BigDecimal;
    }

    /** A number is typed as a text: not every browser takes the point for what it is. */
    private static String kindOf(Object value) {
        return value instanceof String ? PolicyInputView.AREA : value instanceof LocalDate ? PolicyInputView.DATE : PolicyInputView.TEXT;
    }

    private static String shown(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** Browsers end lines in a way of their own. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            // four digits and no sign: what a form can show
            return typed.strip().matches("[0-9]{4}-.*") ? Optional.of(LocalDate.parse(typed.strip())) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> number(String typed) {
        return typed.strip().matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?") ? Optional.of(new BigDecimal(typed.strip())) : Optional.empty();
    }

    private String userName(String key) {
        return Optional.ofNullable(users.getUserByKey(key)).map(ApplicationUser::getUsername).orElse(key);
    }

    /** What was submitted of the test at a place. */
    private record Inputs(String at, Map<String, String[]> submitted, List<RejectedInput> rejected) {

        Optional<String> sent(String name) {
            return PolicyForm.several(submitted, at + name).stream().findFirst();
        }

        <T> Optional<T> accepted(String name, String typed, Optional<T> value, String fault) {
            if (value.isEmpty()) {
                rejected.add(new RejectedInput(at + name, typed, Message.of(fault, TextContent.excerpt(typed))));
            }
            return value;
        }
    }
}
