package org.decisiongates.approval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.decisiongates.json.Json;

/**
 * Steps of approvals as statements in the form of in-toto, which others can verify without this app. What is in them, and how, is in
 * docs/reference/approval-statements.md; the program beside it verifies them.
 */
public final class ApprovalStatements {

    private static final String TYPE = "https://in-toto.io/Statement/v1";
    private static final String PREDICATE_TYPE = "urn:decision-gates:approval:1";
    /** Of a step for which its actor gave their password: it is sealed otherwise, and older programs must not take it for the other one. */
    private static final String REAUTHENTICATED = "urn:decision-gates:approval:2";

    private ApprovalStatements() {
    }

    /**
     * JSON Lines: a statement for each step, in order.
     *
     * @param steps    all steps of an issue
     * @param issueKey key of the issue
     * @param contents address of what was approved, up to its digest
     */
    public static String lines(List<SealedApprovalStep> steps, String issueKey, String contents) {
        return steps.stream().map(step -> Json.write(statement(step, issueKey, contents)) + "\n").collect(Collectors.joining());
    }

    private static Map<String, Object> statement(SealedApprovalStep sealed, String issueKey, String contents) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("_type", TYPE);
        statement.put("subject", List.of(subject(sealed, contents)));
        statement.put("predicateType", sealed.step().reauthenticated() ? REAUTHENTICATED : PREDICATE_TYPE);
        statement.put("predicate", predicate(sealed, issueKey));
        return statement;
    }

    /** What somebody was shown; of a step that takes something back, the steps before it, by the hash of the last. */
    private static Map<String, Object> subject(SealedApprovalStep sealed, String contents) {
        String content = sealed.step().content();
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("name", content.isEmpty() ? "approvals" : "content");
        subject.put("digest", Map.of("sha256", content.isEmpty() ? sealed.seal().previous() : content));
        if (!content.isEmpty()) {
            subject.put("downloadLocation", contents + content);
            subject.put("mediaType", "application/json");
        }
        return subject;
    }

    private static Map<String, Object> predicate(SealedApprovalStep sealed, String issueKey) {
        ApprovalStep step = sealed.step();
        Map<String, Object> predicate = new LinkedHashMap<>();
        predicate.put("issue", issueKey);
        predicate.put("issueId", step.issueId());
        predicate.put("projectId", step.projectId());
        predicate.put("step", step.step());
        predicate.put("verdict", step.word());
        predicate.put("requirements", step.requirements());
        predicate.put("at", step.at());
        predicate.put("actor", step.actor());
        predicate.put("onBehalfOf", step.onBehalfOf());
        predicate.put("comment", step.comment());
        if (step.reauthenticated()) {
            predicate.put("reauthenticated", true);
        }
        predicate.put("content", step.content());
        predicate.put("sections", step.digests());
        predicate.put("salt", sealed.seal().salt());
        predicate.put("erasure", sealed.erasure());
        predicate.put("personal", sealed.seal().personal());
        predicate.put("previous", sealed.seal().previous());
        predicate.put("hash", sealed.seal().hash());
        return predicate;
    }
}
