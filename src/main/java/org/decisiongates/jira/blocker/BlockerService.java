package org.decisiongates.jira.blocker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.jira.creation.CreatedIssue;
import org.decisiongates.jira.creation.CreationFormValues;
import org.decisiongates.jira.creation.CreationInput;
import org.decisiongates.jira.creation.CreationProjects;
import org.decisiongates.jira.creation.DayInputs;
import org.decisiongates.jira.creation.IdempotentIssueCreation;
import org.decisiongates.jira.creation.IssueCreator;
import org.decisiongates.jira.creation.PersonNameResolver;
import org.decisiongates.jira.creation.PostCreationStep;
import org.decisiongates.jira.platform.fields.BlockerCauses;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.fields.OwnIssueInputs;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayParser;
import org.decisiongates.text.Message;

/** Raises a Blocker for an issue: creates it, keeps its communication plan, links it and flags the issue, which keeps its status. */
@JiraComponent
public class BlockerService implements IssueCreator {

    private final CreationProjects projects;
    private final IdempotentIssueCreation creation;
    private final OwnIssueInputs inputs;
    private final OwnFields own;
    private final BlockerCauses causes;
    private final DayParser days;
    private final DayInputs dayInputs;
    private final PersonNameResolver people;
    private final CommunicationPlans plans;
    private final CommunicationPlanSteps planSteps;
    private final BlockingLinks links;
    private final ImpedimentFlag flag;
    private final JiraTexts texts;

    BlockerService(CreationProjects projects, IdempotentIssueCreation creation, OwnIssueInputs inputs, OwnFields own, BlockerCauses causes,
            DayParser days, DayInputs dayInputs, PersonNameResolver people, CommunicationPlans plans, CommunicationPlanSteps planSteps,
            BlockingLinks links,
            ImpedimentFlag flag, JiraTexts texts) {
        this.projects = projects;
        this.creation = creation;
        this.inputs = inputs;
        this.own = own;
        this.causes = causes;
        this.days = days;
        this.dayInputs = dayInputs;
        this.people = people;
        this.plans = plans;
        this.planSteps = planSteps;
        this.links = links;
        this.flag = flag;
        this.texts = texts;
    }

    @Override
    public CreatedIssue create(Issue blocked, CreationFormValues entered, ApplicationUser caller) {
        Project project = projects.chosen(BlockerInput.PROJECT, entered, blocked, caller);
        Map<CreationInput, String> faults = faults(entered);
        CreationFormValues typed = people.completed(entered,
                BlockerInput.isCustomerFacing(entered) ? List.of(BlockerInput.OWNER, BlockerInput.WRITER) : List.of(BlockerInput.OWNER),
                caller, faults);
        Optional<IssueLinkType> type = links.chosen(typed.text(BlockerInput.LINK));
        if (type.isEmpty()) {
            faults.put(BlockerInput.LINK, texts.text("decision-gates.jira.blocker.choose-link"));
        }
        Optional<CommunicationPlan> plan = BlockerInput.isCustomerFacing(typed) ? plans.read(typed, faults) : Optional.empty();
        return creation.create(new BlockerCreationMapping(project, caller, inputs, own, causes, days), blocked, typed, caller,
                faults,
                steps(blocked, type, plan, caller));
    }

    private Map<CreationInput, String> faults(CreationFormValues typed) {
        Map<CreationInput, String> faults = new HashMap<>();
        if (typed.has(BlockerInput.CAUSE) && causes.chosen(typed.text(BlockerInput.CAUSE)).isEmpty()) {
            faults.put(BlockerInput.CAUSE, texts.text("decision-gates.jira.blocker.no-such-cause"));
        }
        dayInputs.faultOf(BlockerInput.DUE, typed).ifPresent(fault -> faults.put(BlockerInput.DUE, fault));
        if (!Set.of("", BlockerInput.YES, BlockerInput.NO).contains(typed.text(BlockerInput.CUSTOMER_FACING))) {
            faults.put(BlockerInput.CUSTOMER_FACING, texts.text("decision-gates.jira.blocker.yes-or-no"));
        }
        return faults;
    }

    private List<PostCreationStep> steps(Issue blocked, Optional<IssueLinkType> type, Optional<CommunicationPlan> plan,
            ApplicationUser caller) {
        List<PostCreationStep> steps = new ArrayList<>();
        steps.add(new PostCreationStep(Message.of("decision-gates.jira.creation.not-linked", blocked.getKey()),
                blocker -> links.link(blocker, blocked, type.orElseThrow(), caller)));
        plan.ifPresent(one -> steps.addAll(planSteps.of(one)));
        steps.add(new PostCreationStep(Message.of("decision-gates.jira.blocker.not-flagged", blocked.getKey()),
                blocker -> flag.raise(blocked, caller)));
        return steps;
    }
}
