package org.decisiongates.jira.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.jira.issue.fields.screen.FieldScreenManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenTab;
import com.atlassian.jira.workflow.JiraWorkflow;
import com.atlassian.jira.workflow.WorkflowManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;

import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.fields.SystemField;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.text.Message;

/** Fields that rules read and screens of transitions lack: nobody can fill them in there. */
@JiraComponent
public class MissingScreenFields {

    /** Fields of Jira that people never fill in. */
    private static final Set<String> ON_NO_SCREEN = Set.of("created", "creator", "project", "resolutiondate", "updated");
    private static final String TAB = "Fields";

    private final JiraFields fields;
    private final FieldScreenManager screens;
    private final FieldScreenSchemeManager schemes;
    private final WorkflowManager workflows;
    private final TransitionScreens transitions;

    MissingScreenFields(JiraFields fields, FieldScreenManager screens, FieldScreenSchemeManager schemes, WorkflowManager workflows,
            TransitionScreens transitions) {
        this.fields = fields;
        this.screens = screens;
        this.schemes = schemes;
        this.workflows = workflows;
        this.transitions = transitions;
    }

    /** The fields of the rule that the screen lacks; none where the rule asks nothing at the transition. */
    List<Field> missing(ConfiguredRule rule, TransitionScreen transition) {
        return !transition.concerns(rule) ? List.of() : missing(rule, transition.screen());
    }

    private List<Field> missing(ConfiguredRule rule, FieldScreen screen) {
        return Rules.of(rule.name()).map(RuleDefinition::settings).orElse(List.of()).stream().filter(setting -> setting.type().isField())
                .map(setting -> rule.settings().getOrDefault(setting.name(), ""))
                .filter(id -> !id.isEmpty() && !ON_NO_SCREEN.contains(id)).map(Field::new)
                .filter(field -> !screen.containsField(fields.idOf(field))).distinct().toList();
    }

    /** The screen with this id, as an address has it; empty when there is none. */
    Optional<FieldScreen> screen(String id) {
        return id.matches("[0-9]{1,18}") ? Optional.ofNullable(screens.getFieldScreen(Long.valueOf(id))) : Optional.empty();
    }

    /** The field that a rule calls so, if it exists and people fill it in. */
    Optional<Field> field(String id) {
        Field field = new Field(id);
        return !ON_NO_SCREEN.contains(id) && (SystemField.of(id).isPresent() || fields.custom(field).isPresent()) ? Optional.of(field)
                : Optional.empty();
    }

    boolean isOn(FieldScreen screen, Field field) {
        return screen.containsField(fields.idOf(field));
    }

    /** What shows the screen, in all of Jira but drafts of workflows: whoever changes it changes all of these. */
    List<Message> usersOf(FieldScreen screen) {
        List<Message> users = new ArrayList<>();
        for (JiraWorkflow workflow : workflows.getWorkflows()) {
            for (ActionDescriptor action : workflow.getAllActions()) {
                if (transitions.idOf(action).filter(screen.getId()::equals).isPresent()) {
                    users.add(Message.of("decision-gates.jira.gate.screen.used-by-transition", workflow.getName(), action.getName()));
                }
            }
        }
        for (FieldScreenScheme scheme : schemes.getFieldScreenSchemes()) {
            if (scheme.getFieldScreenSchemeItems().stream().anyMatch(item -> screen.getId().equals(item.getFieldScreenId()))) {
                users.add(Message.of("decision-gates.jira.gate.screen.used-by-scheme", scheme.getName()));
            }
        }
        // several transitions of a workflow may have one name, such as Reopen from each status
        return users.stream().distinct().toList();
    }

    /**
     * Puts the field at the end of the first tab of the screen, unless it is on the screen.
     *
     * @return the name of the tab; empty when the field was on the screen already
     */
    Optional<String> add(FieldScreen screen, Field field) {
        if (isOn(screen, field)) {
            return Optional.empty();
        }
        FieldScreenTab tab = screen.getTabs().isEmpty() ? screen.addTab(TAB) : screen.getTab(0);
        tab.addFieldScreenLayoutItem(fields.idOf(field));
        return Optional.of(tab.getName());
    }
}
