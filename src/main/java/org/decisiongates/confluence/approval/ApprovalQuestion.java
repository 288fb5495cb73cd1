package org.decisiongates.confluence.approval;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.decisiongates.approval.ApprovalOverview;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.JiraEndpoint;
import org.decisiongates.confluence.link.JiraQuestion;

/**
 * What a page asks for: the approvals of some issues.
 *
 * @param issues keys as Jira writes them, each once, in the order of the macro
 * @param link   name or id of the application link to Jira; empty for the primary one
 */
public record ApprovalQuestion(List<String> issues, Optional<String> link) implements JiraQuestion<ApprovalOverview> {

    /** How many issues a macro names. */
    static final int MAX_ISSUES = 20;

    /** Keys that are copied from a page come with no-break spaces, which are no white space to a pattern. */
    private static final Pattern SEPARATORS = Pattern.compile("[,;\\s\u00a0]+");
    private static final Pattern ISSUE_KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,254}-[1-9][0-9]{0,17}");
    private static final String ISSUES = "issues";
    private static final String JIRA = "jira";

    /** Reads the macro's parameters. */
    public static ApprovalQuestion of(Map<String, String> parameters) {
        return new ApprovalQuestion(
                Arrays.stream(SEPARATORS.split(parameters.getOrDefault(ISSUES, ""))).filter(key -> !key.isEmpty())
                        .map(key -> key.toUpperCase(Locale.ROOT)).distinct().toList(),
                Optional.of(parameters.getOrDefault(JIRA, "").strip()).filter(name -> !name.isEmpty()));
    }

    public ApprovalQuestion {
        issues = List.copyOf(issues);
    }

    @Override
    public JiraEndpoint<ApprovalOverview> endpoint() {
        return ApprovalsEndpoint.INSTANCE;
    }

    @Override
    public String query() {
        return ApprovalsEndpoint.query(issues);
    }

    /** Everything that is wrong with it; while there is something, Jira need not be asked. */
    List<Missing> faults() {
        List<Missing> faults = new ArrayList<>();
        if (issues.isEmpty()) {
            faults.add(Missing.because(Reason.NO_ISSUE, ""));
        }
        if (issues.size() > MAX_ISSUES) {
            faults.add(Missing.because(Reason.TOO_MANY_ISSUES, String.valueOf(issues.size())));
        }
        issues.stream().filter(key -> !ISSUE_KEY.matcher(key).matches()).limit(1)
                .forEach(key -> faults.add(Missing.because(Reason.BAD_ISSUE, key)));
        return faults;
    }

    @Override
    public Optional<Missing> fault() {
        return faults().stream().findFirst();
    }

    @Override
    public Missing refusal(int status, Instant now) {
        return status == 400 ? Missing.because(Reason.APP_MISSING_OR_OLDER, "Jira") : Missing.because(Reason.NO_PERMISSION, subject());
    }

    @Override
    public Optional<Missing> objectionTo(ApprovalOverview answer) {
        return answer.of(issues).issues().isEmpty() ? Optional.of(Missing.because(Reason.NO_PERMISSION, subject())) : Optional.empty();
    }

    @Override
    public String logged() {
        return fault().isEmpty() ? subject() : "(not keys of issues)";
    }

    /** What it is about, for a text on the page. */
    String subject() {
        return String.join(", ", issues);
    }

    /** The same as parameters of an address of the app. */
    String parameters() {
        return parameter(ISSUES, String.join(",", issues)) + link.map(name -> parameter(JIRA, name)).orElse("");
    }

    private static String parameter(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
