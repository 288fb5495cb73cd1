package org.decisiongates.jira.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.creation.CreatedIssue;
import org.decisiongates.jira.creation.CreationFormValues;
import org.decisiongates.jira.creation.CreationInput;
import org.decisiongates.jira.creation.CreationProjects;
import org.decisiongates.jira.creation.DayInputs;
import org.decisiongates.jira.creation.IdempotentIssueCreation;
import org.decisiongates.jira.creation.IssueCreator;
import org.decisiongates.jira.creation.PersonNameResolver;
import org.decisiongates.jira.creation.PostCreationStep;
import org.decisiongates.jira.platform.comment.QuotableComments;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.fields.OwnIssueInputs;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayParser;
import org.decisiongates.text.Message;

/**
 * Creates a Decision for an issue and links the two. A comment comes along with its author and address; one that fewer people may read than
 * the Decision only where the caller confirms it for that very comment (ADR-0121).
 */
@JiraComponent
public class DecisionService implements IssueCreator {

    private final CreationProjects projects;
    private final IdempotentIssueCreation creation;
    private final QuotableComments comments;
    private final DecisionQuotations quotations;
    private final OwnIssueInputs inputs;
    private final OwnFields own;
    private final DayParser days;
    private final DayInputs dayInputs;
    private final PersonNameResolver people;
    private final RelatesToLinks links;
    private final ScopeChangeOption scopeChanges;
    private final JiraTexts texts;

    DecisionService(CreationProjects projects, IdempotentIssueCreation creation, QuotableComments comments,
            DecisionQuotations quotations, OwnIssueInputs inputs,
            OwnFields own, DayParser days, DayInputs dayInputs, PersonNameResolver people, RelatesToLinks links,
            ScopeChangeOption scopeChanges, JiraTexts texts) {
        this.projects = projects;
        this.creation = creation;
        this.comments = comments;
        this.quotations = quotations;
        this.inputs = inputs;
        this.own = own;
        this.days = days;
        this.dayInputs = dayInputs;
        this.people = people;
        this.links = links;
        this.scopeChanges = scopeChanges;
        this.texts = texts;
    }

    @Override
    public CreatedIssue create(Issue about, CreationFormValues entered, ApplicationUser caller) {
        Project project = projects.chosen(DecisionInput.PROJECT, entered, about, caller);
        CreationFormValues asked = scopeChanges.withQuestion(entered, about, project);
        Map<CreationInput, String> faults = faults(asked);
        CreationFormValues typed = people.completed(asked, List.of(DecisionInput.OWNER), caller, faults);
        Optional<Comment> comment = comments.find(about, caller, typed.text(DecisionInput.COMMENT));
        boolean isScopeChange = typed.has(DecisionInput.SCOPE_CHANGE);
        Optional<IssueLinkType> type = isScopeChange ? scopeChanges.type() : links.choices().chosen(typed.text(DecisionInput.LINK));
        if (isScopeChange) {
            scopeChanges.fault(about).ifPresent(fault -> faults.put(DecisionInput.SCOPE_CHANGE, fault));
            scopeChanges.questionFault(typed, about, project).ifPresent(fault -> faults.put(DecisionInput.QUESTION, fault));
        } else if (type.isEmpty()) {
            faults.put(DecisionInput.LINK, texts.text("decision-gates.jira.decision.choose-link"));
        }
        if (typed.has(DecisionInput.COMMENT) && comment.isEmpty()) {
            faults.put(DecisionInput.COMMENT, texts.text("decision-gates.jira.decision.no-such-comment"));
        }
        comment.filter(one -> !one.getId().toString().equals(typed.text(DecisionInput.COPY_RESTRICTED)))
                .flatMap(one -> quotations.restriction(one, about, project)).ifPresent(why -> faults.put(DecisionInput.COPY_RESTRICTED,
                        texts.text("decision-gates.jira.decision.confirm", why)));
        String quotation = comment.map(one -> quotations.quote(one, about)).orElse("");
        DecisionCreationMapping plan = new DecisionCreationMapping(project, caller, quotation, inputs, own, days);
        return creation.create(plan, about, typed, caller, faults, steps(plan, about, typed, type, caller));
    }

    private Map<CreationInput, String> faults(CreationFormValues typed) {
        Map<CreationInput, String> faults = new HashMap<>();
        if (!typed.has(DecisionInput.QUESTION)) {
            faults.put(DecisionInput.QUESTION, texts.text("decision-gates.jira.decision.no-question"));
        }
        dayInputs.faultOf(DecisionInput.DUE, typed).ifPresent(fault -> faults.put(DecisionInput.DUE, fault));
        return faults;
    }

    private List<PostCreationStep> steps(DecisionCreationMapping plan, Issue about, CreationFormValues typed, Optional<IssueLinkType> type,
            ApplicationUser caller) {
        List<PostCreationStep> steps = new ArrayList<>();
        steps.add(new PostCreationStep(Message.of("decision-gates.jira.creation.not-linked", about.getKey()),
                decision -> links.link(decision, about, type.orElseThrow(), caller)));
        if (!plan.context(typed).isEmpty()) {
            steps.add(new PostCreationStep(Message.of("decision-gates.jira.decision.no-context"), PostCreationStep.When.CREATED,
                    DecisionService::requireDescription));
        }
        return steps;
    }

    /** A field that is hidden takes nothing, and Jira does not say so. */
    private static void requireDescription(Issue decision) {
        if (decision.getDescription() == null) {
            throw new IllegalStateException("the description was not kept");
        }
    }
}
