package org.decisiongates.confluence.approval;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.approval.ApprovalOverview;
import org.decisiongates.approval.ApprovalOverviewJson;
import org.decisiongates.confluence.link.JiraEndpoint;
import org.decisiongates.confluence.link.JiraQuestion;
import org.decisiongates.json.UnreadableJsonException;

/** Approvals as Jira answers with them: several questions are asked as one about all of their issues. */
enum ApprovalsEndpoint implements JiraEndpoint<ApprovalOverview> {
    INSTANCE;

    private static final String ISSUE = "issue=";

    /** What is asked about issues, whose keys need no encoding. */
    static String query(List<String> issues) {
        return issues.stream().map(issue -> ISSUE + issue).collect(Collectors.joining("&"));
    }

    @Override
    public Class<ApprovalOverview> type() {
        return ApprovalOverview.class;
    }

    @Override
    public String resource() {
        return "/rest/decision-gates/1.0/approvals";
    }

    @Override
    public ApprovalOverview read(String reply) throws UnreadableJsonException {
        return ApprovalOverviewJson.read(reply);
    }

    @Override
    public boolean areFewEnough(List<? extends JiraQuestion<ApprovalOverview>> questions) {
        return issues(questions).size() <= ApprovalOverview.MAX_ISSUES;
    }

    @Override
    public String address(List<? extends JiraQuestion<ApprovalOverview>> questions) {
        return resource() + "?" + query(issues(questions));
    }

    @Override
    public List<Part<ApprovalOverview>> read(String reply, List<? extends JiraQuestion<ApprovalOverview>> questions)
            throws UnreadableJsonException {
        ApprovalOverview all = read(reply);
        return questions.stream().map(question -> new Part<>(200, Optional.of(all.of(issues(question).toList())))).toList();
    }

    private static List<String> issues(List<? extends JiraQuestion<ApprovalOverview>> questions) {
        return questions.stream().flatMap(ApprovalsEndpoint::issues).distinct().toList();
    }

    private static Stream<String> issues(JiraQuestion<ApprovalOverview> question) {
        return Arrays.stream(question.query().split("&")).map(one -> one.substring(ISSUE.length()));
    }
}
