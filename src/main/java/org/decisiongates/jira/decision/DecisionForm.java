package org.decisiongates.jira.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.creation.CreationForm;
import org.decisiongates.jira.creation.CreationFormFormatter;
import org.decisiongates.jira.creation.CreationFormValues;
import org.decisiongates.jira.creation.CreationInput;
import org.decisiongates.jira.creation.CreationInputView;
import org.decisiongates.jira.creation.CreationProjects;
import org.decisiongates.jira.creation.IssueCreator;
import org.decisiongates.jira.platform.comment.QuotableComments;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.text.JiraTexts;

/** Lays out what is asked to create a Decision. */
@JiraComponent
public class DecisionForm implements CreationForm {

    private static final String TEXTS = "decision-gates.jira.decision.input.";

    private final CreationFormFormatter formatter;
    private final CreationProjects projects;
    private final QuotableComments comments;
    private final DecisionQuotations quotations;
    private final RelatesToLinks links;
    private final ScopeChangeOption scopeChanges;
    private final JiraTexts texts;
    private final DecisionService service;

    DecisionForm(CreationFormFormatter formatter, CreationProjects projects, QuotableComments comments,
            DecisionQuotations quotations, RelatesToLinks links, ScopeChangeOption scopeChanges,
            JiraTexts texts, DecisionService service) {
        this.formatter = formatter;
        this.projects = projects;
        this.comments = comments;
        this.quotations = quotations;
        this.links = links;
        this.scopeChanges = scopeChanges;
        this.texts = texts;
        this.service = service;
    }

    @Override
    public OwnIssueType type() {
        return OwnIssueType.DECISION;
    }

    @Override
    public String path() {
        return "create-decision";
    }

    @Override
    public Wording wording() {
        return new Wording("decision-gates.jira.decision.title", "decision-gates.jira.decision.heading",
                "decision-gates.jira.decision.title",
                "decision-gates.jira.decision.no-project");
    }

    @Override
    public CreationInput[] inputs() {
        return DecisionInput.values();
    }

    @Override
    public IssueCreator creator() {
        return service;
    }

    /**
     * Whoever works on the issue as owner, and as question the first sentence of the comment or the summary of
     * the issue. What few may read begins no question: it would be copied without a word.
     */
    @Override
    public CreationFormValues prefilled(Issue about, ApplicationUser caller, CreationFormValues address) {
        Map<CreationInput, String> typed = new HashMap<>();
        boolean isScopeChange = address.has(DecisionInput.SCOPE_CHANGE) && scopeChanges.isOffered(about);
        typed.put(DecisionInput.OWNER, Optional.ofNullable(about.getAssignee()).map(ApplicationUser::getUsername).orElse(""));
        Optional<Project> project = projects.choices(about, caller).stream().findFirst();
        Optional<Comment> comment = comments.find(about, caller, address.text(DecisionInput.COMMENT));
        comment.ifPresent(one -> typed.put(DecisionInput.COMMENT, one.getId().toString()));
        boolean isOpen = comment.map(one -> project.filter(first -> quotations.restriction(one, about, first).isEmpty()).isPresent())
                .orElseGet(() -> projects.mayBeginWithSummary(about, caller));
        if (isScopeChange) {
            typed.put(DecisionInput.SCOPE_CHANGE, ScopeChangeOption.YES);
        }
        if (isOpen && isScopeChange) {
            typed.put(DecisionInput.QUESTION, scopeChanges.question(about));
        } else if (isOpen) {
            typed.put(DecisionInput.QUESTION, comment.map(comments::firstSentence).filter(question -> !question.isEmpty())
                    .orElse(about.getSummary()));
        }
        return new CreationFormValues(typed);
    }

    @Override
    public List<CreationInputView> asked(Issue about, ApplicationUser caller, CreationFormValues typed, List<Project> choices,
            Map<CreationInput, String> errors) {
        CreationFormFormatter.Inputs form = formatter.of(TEXTS, typed, errors);
        List<CreationInputView> inputs = new ArrayList<>();
        form.project(DecisionInput.PROJECT, about, choices).ifPresent(inputs::add);
        comment(form, about, caller).ifPresent(inputs::add);
        confirmation(form, about, caller, choices.get(0)).ifPresent(inputs::add);
        if (scopeChanges.isOffered(about)) {
            inputs.add(form.tick(DecisionInput.SCOPE_CHANGE, form.option(DecisionInput.SCOPE_CHANGE, ScopeChangeOption.YES,
                    texts.text("decision-gates.jira.decision.scope-change.tick", about.getKey()))));
        }
        inputs.add(form.lines(DecisionInput.QUESTION));
        inputs.add(form.lines(DecisionInput.CONTEXT));
        inputs.add(form.person(DecisionInput.OWNER));
        inputs.add(form.day(DecisionInput.DUE));
        form.link(DecisionInput.LINK, links.choices()).ifPresent(inputs::add);
        return inputs;
    }

    /** The comment, where there are any. */
    private Optional<CreationInputView> comment(CreationFormFormatter.Inputs form, Issue about, ApplicationUser caller) {
        List<Comment> offered = comments.offered(about, caller, form.typed().text(DecisionInput.COMMENT));
        return offered.isEmpty() ? Optional.empty()
                : Optional.of(form.choice(DecisionInput.COMMENT, Stream.concat(
                        Stream.of(form.option(DecisionInput.COMMENT, "", texts.text("decision-gates.jira.decision.no-comment"))),
                        offered.stream().map(one -> form.option(DecisionInput.COMMENT, one.getId().toString(), comments.choice(one))))
                        .toList()));
    }

    /** Asked where the comment that was chosen is not for everybody who may read the Decision. */
    private Optional<CreationInputView> confirmation(CreationFormFormatter.Inputs form, Issue about, ApplicationUser caller,
            Project first) {
        boolean isAsked = form.errors().containsKey(DecisionInput.COPY_RESTRICTED) || form.typed().has(DecisionInput.COPY_RESTRICTED);
        return comments.find(about, caller, form.typed().text(DecisionInput.COMMENT))
                .filter(one -> isAsked || quotations.restriction(one, about, first).isPresent())
                .map(one -> form.tick(DecisionInput.COPY_RESTRICTED, form.option(DecisionInput.COPY_RESTRICTED, one.getId().toString(),
                        texts.text("decision-gates.jira.decision.copy"))));
    }
}
