package org.decisiongates.jira.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.text.KebabCase;

/** Lays out the phase map of a project, as it is stored or as somebody has chosen. */
@JiraComponent
public class PhasesFormatter {

    private static final String TEXTS = "decision-gates.phase.";

    private final JiraTexts texts;

    PhasesFormatter(JiraTexts texts) {
        this.texts = texts;
    }

    /** Name of the choice of a status. */
    static String input(StatusOfType status) {
        return "phase." + status.type().key() + "." + status.id();
    }

    /**
     * The page.
     *
     * @param changed who changed the map last, and when; none where it is not known
     * @param chosen  the phase that is chosen for a status now; empty for none
     */
    PhasesView view(FormPage page, String action, Project project, int revision, List<String> changed,
            List<StatusOfType> statuses, Function<StatusOfType, Optional<String>> chosen, List<String> problems, List<String> done) {
        List<PhaseTableView> tables = new ArrayList<>();
        for (OwnIssueType type : OwnIssueType.values()) {
            List<PhaseRowView> rows = statuses.stream().filter(status -> status.type() == type)
                    .map(status -> row(status, chosen.apply(status))).toList();
            if (!rows.isEmpty()) {
                tables.add(new PhaseTableView(type.key(), type.label(), rows));
            }
        }
        return new PhasesView(page.tokenName(), page.tokenValue(), action, project.getKey(), project.getName(), revision, changed, problems,
                done,
                tables, statuses.stream().anyMatch(status -> !status.isOwn()),
                statuses.stream().anyMatch(status -> status.proposal().isPresent() && chosen.apply(status).isEmpty()));
    }

    /** The page where the address names no project. */
    static PhasesView ofNoProject(FormPage page, String problem) {
        return new PhasesView(page.tokenName(), page.tokenValue(), "", "", "", 0, List.of(), List.of(problem), List.of(), List.of(), false,
                false);
    }

    private PhaseRowView row(StatusOfType status, Optional<String> chosen) {
        String label = texts.text(TEXTS + "choice", status.name(), status.type().label());
        if (status.isOwn()) {
            return new PhaseRowView(status.name(), label, input(status),
                    status.phase().map(phase -> label(status.type(), phase)).orElse(""),
                    List.of(), texts.text(TEXTS + "own"));
        }
        List<PhaseOptionView> options = new ArrayList<>();
        options.add(new PhaseOptionView("", texts.text(TEXTS + "none"), chosen.isEmpty()));
        OwnStatus.all().stream().filter(phase -> phase.type() == status.type()).forEach(phase -> options
                .add(new PhaseOptionView(phase.phase(), phase.label(), chosen.filter(phase.phase()::equals).isPresent())));
        return new PhaseRowView(status.name(), label, input(status), "", options, note(status));
    }

    private String note(StatusOfType status) {
        return status.isUsed() ? status.proposal().map(proposal -> texts.text(TEXTS + "proposal." + KebabCase.of(proposal.basis()),
                label(status.type(), proposal.phase()))).orElse("") : texts.text(TEXTS + "not-in-workflow");
    }

    private static String label(OwnIssueType type, String phase) {
        return OwnStatus.all().stream().filter(status -> status.type() == type && status.phase().equals(phase)).map(OwnStatus::label)
                .findFirst().orElse(phase);
    }
}
