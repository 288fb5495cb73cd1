package org.decisiongates.jira.blocker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.creation.CreationForm;
import org.decisiongates.jira.creation.CreationFormFormatter;
import org.decisiongates.jira.creation.CreationFormValues;
import org.decisiongates.jira.creation.CreationInput;
import org.decisiongates.jira.creation.CreationInputView;
import org.decisiongates.jira.creation.CreationOptionView;
import org.decisiongates.jira.creation.CreationProjects;
import org.decisiongates.jira.creation.IssueCreator;
import org.decisiongates.jira.platform.fields.BlockerCauses;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.text.JiraTexts;

/** Lays out what is asked to raise a Blocker. */
@JiraComponent
public class BlockerForm implements CreationForm {

    private static final String TEXTS = "decision-gates.jira.blocker.input.";

    private final CreationFormFormatter formatter;
    private final CreationProjects projects;
    private final BlockerCauses causes;
    private final BlockingLinks links;
    private final JiraTexts texts;
    private final BlockerService service;

    BlockerForm(CreationFormFormatter formatter, CreationProjects projects, BlockerCauses causes, BlockingLinks links,
            JiraTexts texts, BlockerService service) {
        this.formatter = formatter;
        this.projects = projects;
        this.causes = causes;
        this.links = links;
        this.texts = texts;
        this.service = service;
    }

    @Override
    public OwnIssueType type() {
        return OwnIssueType.BLOCKER;
    }

    @Override
    public String path() {
        return "raise-blocker";
    }

    @Override
    public Wording wording() {
        return new Wording("decision-gates.jira.blocker.title", "decision-gates.jira.blocker.heading", "decision-gates.jira.blocker.plan",
                "decision-gates.jira.blocker.no-project");
    }

    @Override
    public CreationInput[] inputs() {
        return BlockerInput.values();
    }

    @Override
    public IssueCreator creator() {
        return service;
    }

    /** What the form begins with: the issue's summary, unless few may read it, and whoever works on the issue as owner. */
    @Override
    public CreationFormValues prefilled(Issue blocked, ApplicationUser caller, CreationFormValues address) {
        String summary = projects.mayBeginWithSummary(blocked, caller)
                ? texts.text("decision-gates.jira.blocker.summary-of", blocked.getSummary())
                : "";
        return new CreationFormValues(Map.of(BlockerInput.SUMMARY, summary, BlockerInput.OWNER,
                Optional.ofNullable(blocked.getAssignee()).map(ApplicationUser::getUsername).orElse("")));
    }

    @Override
    public List<CreationInputView> asked(Issue blocked, ApplicationUser caller, CreationFormValues typed, List<Project> choices,
            Map<CreationInput, String> errors) {
        CreationFormFormatter.Inputs form = formatter.of(TEXTS, typed, errors);
        List<CreationInputView> inputs = new ArrayList<>();
        form.project(BlockerInput.PROJECT, blocked, choices).ifPresent(inputs::add);
        inputs.add(form.line(BlockerInput.SUMMARY));
        cause(form).ifPresent(inputs::add);
        inputs.add(form.person(BlockerInput.OWNER));
        inputs.add(form.day(BlockerInput.DUE));
        inputs.add(form.lines(BlockerInput.FALLBACK));
        inputs.add(form.line(BlockerInput.TRIGGER));
        form.link(BlockerInput.LINK, links.choices()).ifPresent(inputs::add);
        String facing = BlockerInput.isCustomerFacing(typed) ? BlockerInput.YES : BlockerInput.NO;
        inputs.add(form.choice(BlockerInput.CUSTOMER_FACING, Stream.of(BlockerInput.NO, BlockerInput.YES)
                .map(answer -> new CreationOptionView(answer, texts.text("decision-gates.jira.blocker.customer-facing." + answer),
                        answer.equals(facing)))
                .toList()));
        return inputs;
    }

    /** Who is told, and how, if customers notice it. */
    @Override
    public List<CreationInputView> more(CreationFormValues typed, Map<CreationInput, String> errors) {
        CreationFormFormatter.Inputs form = formatter.of(TEXTS, typed, errors);
        return List.of(form.line(BlockerInput.AUDIENCE), form.line(BlockerInput.CHANNEL), form.person(BlockerInput.WRITER),
                form.day(BlockerInput.NEXT_UPDATE));
    }

    private Optional<CreationInputView> cause(CreationFormFormatter.Inputs form) {
        List<Option> kinds = causes.choices();
        String chosen = causes.chosen(form.typed().text(BlockerInput.CAUSE)).map(one -> one.getOptionId().toString()).orElse("");
        return kinds.isEmpty() ? Optional.empty()
                : Optional.of(form.choice(BlockerInput.CAUSE, Stream.concat(
                        Stream.of(new CreationOptionView("", texts.text("decision-gates.jira.blocker.cause.unknown"), chosen.isEmpty())),
                        kinds.stream().map(one -> new CreationOptionView(one.getOptionId().toString(), one.getValue(),
                                one.getOptionId().toString().equals(chosen))))
                        .toList()));
    }
}
