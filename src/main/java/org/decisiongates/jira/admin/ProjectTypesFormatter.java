package org.decisiongates.jira.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.IssueTypeProposal;
import org.decisiongates.jira.platform.issuetype.IssueTypeMap;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.project.IssueTypeMapPlan;
import org.decisiongates.jira.project.MissingGate;
import org.decisiongates.jira.project.ProjectTypes;
import org.decisiongates.jira.project.WorkflowGates;
import org.decisiongates.jira.project.WorkflowGatesPlan;
import org.decisiongates.page.view.LinkView;

/** Words which issue types a project uses as Decisions and Blockers, and what it would do to use others. */
@JiraComponent
public class ProjectTypesFormatter {

    /** Which button of the form was pressed. */
    static final String PREVIEW = "types";
    static final String SEEN = "seen";
    private static final String PHASES = "/plugins/servlet/decision-gates/phases?project=";
    private static final String WORKFLOW = "/secure/admin/workflows/ViewWorkflowSteps.jspa?workflowMode=live&workflowName=";
    /** The part of this page that has the gates. */
    private static final String GATES = "#decision-gates-start-gates";
    private static final String TEXTS = "decision-gates.jira.start.types.";

    private final ProjectTypes types;
    private final WorkflowGates gates;
    private final JiraTexts texts;

    ProjectTypesFormatter(ProjectTypes types, WorkflowGates gates, JiraTexts texts) {
        this.types = types;
        this.gates = gates;
        this.texts = texts;
    }

    /** @param isIdle whether nothing is being done right now */
    ProjectTypesView view(FormPage form, Project project, boolean isIdle) {
        IssueTypeMap now = types.of(project);
        boolean isAsked = !form.parameter(PREVIEW).isEmpty() && !form.isSubmitted();
        Map<OwnIssueType, String> chosen = isAsked ? chosen(form) : now.types();
        List<IssueType> candidates = types.candidates(project);
        return new ProjectTypesView(project.getKey(), state(project, now, candidates), todo(form.contextPath(), project),
                Stream.of(gates(form.contextPath(), project, isIdle)).filter(view -> !view.isEmpty()).toList(),
                Arrays.stream(OwnIssueType.values()).map(type -> choice(type, candidates, Optional.ofNullable(chosen.get(type)))).toList(),
                isAsked ? List.of(plan(types.plan(project, chosen))) : List.of());
    }

    /** What a form chooses: none of what the app's own type is to be used for. */
    static Map<OwnIssueType, String> chosen(FormPage form) {
        Map<OwnIssueType, String> chosen = new EnumMap<>(OwnIssueType.class);
        for (OwnIssueType type : OwnIssueType.values()) {
            String id = form.parameter(type.key());
            if (!id.isEmpty()) {
                chosen.put(type, id);
            }
        }
        return chosen;
    }

    private List<String> state(Project project, IssueTypeMap now, List<IssueType> candidates) {
        if (now.isEmpty()) {
            return List.of(texts.text(TEXTS + "own"));
        }
        List<String> state = new ArrayList<>();
        now.types().forEach((type, id) -> state.add(texts.text(TEXTS + "used", name(id, candidates), type.label())));
        state.addAll(types.changed(project));
        return state;
    }

    private List<ManualSetupStepView> todo(String context, Project project) {
        return types.remaining(project).stream().map(step -> new ManualSetupStepView(texts.text(step.text()), switch (step.kind()) {
            case PHASES -> List.of(link("phases", context + PHASES + project.getKey()));
            case GATES -> List.of(link("gates", GATES));
            case SCREEN -> List.<LinkView>of();
        })).toList();
    }

    private WorkflowGatesView gates(String context, Project project, boolean isIdle) {
        WorkflowGatesPlan plan = gates.plan(project);
        return new WorkflowGatesView(project.getKey(), texts.texts(plan.additions().stream().map(MissingGate::line).toList()), plan.seen(),
                texts.texts(plan.obstacles()), plan.steps().stream().map(step -> new ManualSetupStepView(texts.text(step.step()),
                        List.of(link("workflow", context + WORKFLOW + URLEncoder.encode(step.workflow(), StandardCharsets.UTF_8)))))
                        .toList(),
                texts.texts(gates.list(project)), isIdle);
    }

    private LinkView link(String name, String address) {
        return new LinkView(texts.text(TEXTS + "link." + name), address, name);
    }

    private static String name(String id, List<IssueType> candidates) {
        return candidates.stream().filter(type -> type.getId().equals(id)).map(IssueType::getName).findFirst().orElse(id);
    }

    private IssueTypeChoiceView choice(OwnIssueType type, List<IssueType> candidates, Optional<String> chosen) {
        List<IssueTypeOptionView> options = new ArrayList<>();
        options.add(new IssueTypeOptionView("", texts.text(TEXTS + "option-own", type.label()), chosen.isEmpty()));
        candidates.forEach(used -> options.add(new IssueTypeOptionView(used.getId(),
                isProposed(type, used.getName()) ? texts.text(TEXTS + "option-proposed", used.getName()) : used.getName(),
                chosen.filter(used.getId()::equals).isPresent())));
        chosen.filter(id -> options.stream().noneMatch(option -> option.value().equals(id)))
                .ifPresent(id -> options.add(new IssueTypeOptionView(id, texts.text(TEXTS + "option-gone", id), true)));
        return new IssueTypeChoiceView(type.key(), type.label(), options);
    }

    private static boolean isProposed(OwnIssueType type, String name) {
        return switch (type) {
            case DECISION -> IssueTypeProposal.isDecision(name);
            case BLOCKER -> IssueTypeProposal.isBlocker(name);
        };
    }

    private IssueTypeMapPlanView plan(IssueTypeMapPlan plan) {
        return new IssueTypeMapPlanView(plan.wanted().getOrDefault(OwnIssueType.DECISION, ""),
                plan.wanted().getOrDefault(OwnIssueType.BLOCKER, ""), plan.seen(),
                plan.obstacles().isEmpty() ? effects(plan) : List.of(),
                plan.obstacles().isEmpty() ? texts.texts(plan.remaining()) : List.of(), texts.texts(plan.obstacles()),
                plan.isPossible());
    }

    private List<String> effects(IssueTypeMapPlan plan) {
        return plan.effects().isEmpty() ? List.of(texts.text(TEXTS + "nothing")) : texts.texts(plan.effects());
    }
}
