package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.issue.IssueInputParameters;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.jira.model.IssueInput;

/** Input parameters as apps fill them. */
final class SandboxIssueInput implements IssueInputParameters {

    private final Map<String, String[]> values = new LinkedHashMap<>();
    private boolean skipScreenCheck;
    private boolean retain;

    SandboxIssueInput(Map<String, String[]> initial) {
        values.putAll(initial);
    }

    boolean retains() {
        return retain;
    }

    IssueInput input() {
        IssueInput input = new IssueInput()
                .offScreen(skipScreenCheck ? IssueInput.OffScreen.ACCEPTED : IssueInput.OffScreen.IGNORED);
        values.forEach((name, given) -> {
            if (name.equals("comment")) {
                input.comment(given.length == 0 ? null : given[0]);
            } else {
                input.set(name.equals("pid") ? "project" : name, List.of(given).stream().filter(value -> value != null).toList());
            }
        });
        return input;
    }

    private IssueInputParameters set(String name, String value) {
        values.put(name, value == null ? new String[0] : new String[] {value});
        return this;
    }

    @Override
    public IssueInputParameters setProjectId(Long projectId) {
        return set("pid", projectId == null ? null : projectId.toString());
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
    public IssueInputParameters setEnvironment(String environment) {
        return set("environment", environment);
    }

    @Override
    public IssueInputParameters setReporterId(String username) {
        return set("reporter", username);
    }

    @Override
    public IssueInputParameters setAssigneeId(String username) {
        return set("assignee", username);
    }

    @Override
    public IssueInputParameters setPriorityId(String priorityId) {
        return set("priority", priorityId);
    }

    @Override
    public IssueInputParameters setResolutionId(String resolutionId) {
        return set("resolution", resolutionId);
    }

    @Override
    public IssueInputParameters setStatusId(String statusId) {
        throw new NotInSandbox(IssueInputParameters.class, "setStatusId(String)");
    }

    @Override
    public IssueInputParameters setDueDate(String dueDate) {
        return set("duedate", dueDate);
    }

    @Override
    public IssueInputParameters setComment(String comment) {
        return set("comment", comment);
    }

    @Override
    public IssueInputParameters addCustomFieldValue(Long id, String... given) {
        return addCustomFieldValue("customfield_" + id, given);
    }

    @Override
    public IssueInputParameters addCustomFieldValue(String fullId, String... given) {
        values.put(fullId, given);
        return this;
    }

    @Override
    public void setSkipScreenCheck(boolean skip) {
        skipScreenCheck = skip;
    }

    @Override
    public void setRetainExistingValuesWhenParameterNotProvided(boolean keep) {
        retain = keep;
    }

    @Override
    public void setRetainExistingValuesWhenParameterNotProvided(boolean keep, boolean onlyValidatePresent) {
        retain = keep;
    }

    @Override
    public void setApplyDefaultValuesWhenParameterNotProvided(boolean apply) {
        throw new NotInSandbox(IssueInputParameters.class, "setApplyDefaultValuesWhenParameterNotProvided(boolean)");
    }

    @Override
    public void setProvidedFields(Collection<String> fields) {
        values.keySet().removeIf(name -> name.startsWith("customfield_") && !fields.contains(name));
    }

    @Override
    public Map<String, String[]> getActionParameters() {
        return values;
    }
}
