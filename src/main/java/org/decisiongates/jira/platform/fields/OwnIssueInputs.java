package org.decisiongates.jira.platform.fields;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.DateFieldFormat;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;

/** What Jira is asked to create a Decision or Blocker with. What is given is taken whether or not the screen has its field. */
@JiraComponent
public class OwnIssueInputs {

    private final IssueService issues;
    private final OwnIssueTypes types;
    private final OwnFields own;
    private final DateFieldFormat days;

    OwnIssueInputs(IssueService issues, OwnIssueTypes types, OwnFields own, DateFieldFormat days) {
        this.issues = issues;
        this.types = types;
        this.own = own;
        this.days = days;
    }

    /** @param values as Jira's form has them; empty ones are left out */
    public IssueInputParameters of(OwnIssueType type, Project project, ApplicationUser reporter, String summary, Optional<LocalDate> due,
            Map<OwnField, String> values) {
        IssueInputParameters input = issues.newIssueInputParameters();
        input.setSkipScreenCheck(true);
        input.setApplyDefaultValuesWhenParameterNotProvided(true);
        input.setProjectId(project.getId());
        input.setIssueTypeId(types.requireIdIn(type, project.getId()));
        input.setReporterId(reporter.getUsername());
        input.setSummary(summary);
        due.ifPresent(day -> input.setDueDate(days.formatDatePicker(Date.valueOf(day))));
        values.forEach((field, value) -> {
            if (!value.isEmpty()) {
                input.addCustomFieldValue(own.idOf(field).orElseThrow(), value);
            }
        });
        return input;
    }
}
