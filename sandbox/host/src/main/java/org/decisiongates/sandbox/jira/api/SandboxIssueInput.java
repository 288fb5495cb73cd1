package org.decisiongates.sandbox.jira.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.atlassian.jira.issue.IssueInputParameters;

import org.decisiongates.sandbox.jira.model.IssueInput;

/** Input parameters as apps fill them. */
final class SandboxIssueInput implements IssueInputParameters {

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private boolean skipScreenCheck;
    private boolean retain;

    boolean retains() {
        return retain;
    }

    IssueInput input() {
        IssueInput input = new IssueInput().offScreen(skipScreenCheck ? IssueInput.OffScreen.ACCEPTED : IssueInput.OffScreen.IGNORED);
        values.forEach(input::set);
        return input;
    }

    private IssueInputParameters set(String name, String... given) {
        values.put(name, Stream.of(given).filter(value -> value != null).toList());
        return this;
    }

    @Override
    public IssueInputParameters setProjectId(Long projectId) {
        return set("project", projectId.toString());
    }

    @Override
    public IssueInputParameters setIssueTypeId(String issueTypeId) {
        return set("issuetype", issueTypeId);
    }

    @Override
    public IssueInputParameters setSummary(String summary) {
        return set("summary", summary);
    }

    @Override
    public IssueInputParameters setDescription(String description) {
        return set("description", description);
    }

    @Override
    public IssueInputParameters setReporterId(String username) {
        return set("reporter", username);
    }

    @Override
    public IssueInputParameters setAssigneeId(String username) {
        return set("assignee", username);
    }

    /** A day as Jira's date picker writes it, and no other way. */
    @Override
    public IssueInputParameters setDueDate(String dueDate) {
        return set("duedate", SandboxDays.parsed(dueDate));
    }

    @Override
    public IssueInputParameters addCustomFieldValue(String fullId, String... given) {
        return set(fullId, given);
    }

    @Override
    public void setSkipScreenCheck(boolean skip) {
        skipScreenCheck = skip;
    }

    @Override
    public void setRetainExistingValuesWhenParameterNotProvided(boolean keep, boolean onlyValidatePresent) {
        retain = keep;
    }

    @Override
    public void setApplyDefaultValuesWhenParameterNotProvided(boolean apply) {
        // creation always applies them
    }
}
