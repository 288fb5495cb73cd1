package org.decisiongates.jira.blocker;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.IssueInputParameters;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.creation.CreationFormValues;
import org.decisiongates.jira.creation.CreationInput;
import org.decisiongates.jira.creation.IssueCreationMapping;
import org.decisiongates.jira.platform.fields.BlockerCauses;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.fields.OwnIssueInputs;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.time.DayParser;
import org.decisiongates.policy.rules.HasFallback;

/** How what was typed becomes a Blocker. It is taken whether or not the screen has its field. */
final class BlockerCreationMapping implements IssueCreationMapping {

    private final Project project;
    private final ApplicationUser reporter;
    private final OwnIssueInputs inputs;
    private final OwnFields own;
    private final BlockerCauses causes;
    private final DayParser days;

    BlockerCreationMapping(Project project, ApplicationUser reporter, OwnIssueInputs inputs, OwnFields own, BlockerCauses causes,
            DayParser days) {
        this.project = project;
        this.reporter = reporter;
        this.inputs = inputs;
        this.own = own;
        this.causes = causes;
        this.days = days;
    }

    @Override
    public OwnIssueType type() {
        return OwnIssueType.BLOCKER;
    }

    @Override
    public Project project() {
        return project;
    }

    @Override
    public String summary(CreationFormValues typed) {
        return typed.text(BlockerInput.SUMMARY);
    }

    @Override
    public CreationInput summaryInput() {
        return BlockerInput.SUMMARY;
    }

    @Override
    public CreationInput anotherInput() {
        return BlockerInput.ANOTHER;
    }

    @Override
    public IssueInputParameters parameters(CreationFormValues typed) {
        return inputs.of(type(), project, reporter, summary(typed), days.day(typed.text(BlockerInput.DUE)), Map.of(
                OwnField.CAUSE, causes.chosen(typed.text(BlockerInput.CAUSE)).map(cause -> cause.getOptionId().toString()).orElse(""),
                OwnField.OWNER, typed.text(BlockerInput.OWNER),
                OwnField.FALLBACK, fallback(typed),
                OwnField.CUSTOMER_FACING, (BlockerInput.isCustomerFacing(typed) ? own.yes() : own.no()).orElse("")));
    }

    /** The fallback plan, with the line that says when it is invoked, as the rule about fallbacks reads it. */
    private String fallback(CreationFormValues typed) {
        String plan = typed.text(BlockerInput.FALLBACK);
        return typed.has(BlockerInput.TRIGGER)
                ? (plan + "\n" + HasFallback.INVOKE_WHEN + ": " + typed.text(BlockerInput.TRIGGER)).strip()
                : plan;
    }

    @Override
    public Map<String, CreationInput> inputsByField() {
        Map<String, CreationInput> byField = new HashMap<>(Map.of("summary", BlockerInput.SUMMARY, Field.DUE_DATE.id(), BlockerInput.DUE,
                "project", BlockerInput.PROJECT));
        Map.of(OwnField.OWNER, BlockerInput.OWNER, OwnField.FALLBACK, BlockerInput.FALLBACK, OwnField.CUSTOMER_FACING,
                BlockerInput.CUSTOMER_FACING, OwnField.CAUSE, BlockerInput.CAUSE)
                .forEach((field, input) -> Optional.of(field).flatMap(own::idOf).ifPresent(id -> byField.put(id, input)));
        return byField;
    }
}
