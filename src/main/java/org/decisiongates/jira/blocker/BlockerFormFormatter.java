package org.decisiongates.jira.blocker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.fields.BlockerCauses;
import org.decisiongates.jira.platform.text.JiraTexts;

/** Lays out what is asked to raise a Blocker. */
@JiraComponent
public class BlockerFormFormatter {

    private static final String LINE = "line";
    private static final String LINES = "lines";
    private static final String PERSON = "person";
    private static final String DAY = "day";
    private static final String CHOICE = "choice";

    private final BlockerCauses causes;
    private final JiraTexts texts;

    BlockerFormFormatter(BlockerCauses causes, JiraTexts texts) {
        this.causes = causes;
        this.texts = texts;
    }

    /** What the form begins with: the issue's summary, and whoever works on the issue as owner. */
    BlockerDraft prefilled(Issue blocked) {
        return new BlockerDraft(Map.of(BlockerInput.SUMMARY, texts.text("decision-gates.jira.blocker.summary-of", blocked.getSummary()),
                BlockerInput.OWNER, Optional.ofNullable(blocked.getAssignee()).map(ApplicationUser::getUsername).orElse("")));
    }

    /** The inputs; the project only where it is not plainly that of the issue, the type of link only where there is a choice. */
    List<BlockerInputView> inputs(Issue blocked, BlockerDraft draft, List<Project> projects, List<IssueLinkType> links,
            Map<BlockerInput, String> errors) {
        List<BlockerInputView> inputs = new ArrayList<>();
        if (projects.size() > 1 || !projects.get(0).getId().equals(blocked.getProjectObject().getId())) {
            inputs.add(input(BlockerInput.PROJECT, CHOICE, draft, errors, projects.stream()
                    .map(one -> choice(one.getKey(), texts.text("decision-gates.jira.blocker.project-choice", one.getName(), one.getKey()),
                            draft.text(BlockerInput.PROJECT)))
                    .toList()));
        }
        inputs.add(input(BlockerInput.SUMMARY, LINE, draft, errors, List.of()));
        List<Option> kinds = causes.choices();
        if (!kinds.isEmpty()) {
            String chosen = causes.chosen(draft.text(BlockerInput.CAUSE)).map(one -> one.getOptionId().toString()).orElse("");
            inputs.add(input(BlockerInput.CAUSE, CHOICE, draft, errors, Stream.concat(
                    Stream.of(choice("", texts.text("decision-gates.jira.blocker.cause.unknown"), chosen)),
                    kinds.stream().map(one -> choice(one.getOptionId().toString(), one.getValue(), chosen))).toList()));
        }
        inputs.add(input(BlockerInput.OWNER, PERSON, draft, errors, List.of()));
        inputs.add(input(BlockerInput.DUE, DAY, draft, errors, List.of()));
        inputs.add(input(BlockerInput.FALLBACK, LINES, draft, errors, List.of()));
        inputs.add(input(BlockerInput.TRIGGER, LINE, draft, errors, List.of()));
        if (links.size() != 1) {
            inputs.add(input(BlockerInput.LINK, CHOICE, draft, errors, links.stream()
                    .map(one -> choice(one.getId().toString(), one.getName(), draft.text(BlockerInput.LINK))).toList()));
        }
        inputs.add(input(BlockerInput.CUSTOMER_FACING, CHOICE, draft, errors, Stream.of(BlockerDraft.NO, BlockerDraft.YES)
                .map(answer -> choice(answer, texts.text("decision-gates.jira.blocker.customer-facing." + answer),
                        draft.text(BlockerInput.CUSTOMER_FACING)))
                .toList()));
        return inputs;
    }

    /** What is asked of a Blocker that customers notice. */
    List<BlockerInputView> plan(BlockerDraft draft, Map<BlockerInput, String> errors) {
        return List.of(input(BlockerInput.AUDIENCE, LINE, draft, errors, List.of()),
                input(BlockerInput.CHANNEL, LINE, draft, errors, List.of()),
                input(BlockerInput.WRITER, PERSON, draft, errors, List.of()),
                input(BlockerInput.NEXT_UPDATE, DAY, draft, errors, List.of()));
    }

    private BlockerInputView input(BlockerInput input, String shape, BlockerDraft draft, Map<BlockerInput, String> errors,
            List<BlockerOptionView> choices) {
        String texted = "decision-gates.jira.blocker.input." + input.key();
        return new BlockerInputView(input.key(), texts.text(texted), shape, texts.textIfAny(texted + ".hint").orElse(""), draft.text(input),
                errors.getOrDefault(input, ""), choices);
    }

    private static BlockerOptionView choice(String value, String label, String chosen) {
        return new BlockerOptionView(value, label, value.equals(chosen));
    }
}
