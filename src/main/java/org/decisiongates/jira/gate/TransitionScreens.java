package org.decisiongates.jira.gate;

import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.jira.issue.fields.screen.FieldScreenManager;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeManager;
import com.atlassian.jira.issue.operation.IssueOperations;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.loader.ActionDescriptor;

/** Finds the screen people see at a transition: a message under a field that is not on it would be lost. */
@JiraComponent
public class TransitionScreens {

    /** Views of transitions older than screens, and the screens Jira shows for them. */
    private static final Map<String, Long> LEGACY = Map.of("commentassign", 2L, "resolveissue", 3L);
    private static final String SCREEN_ID = "jira.fieldscreen.id";

    private final FieldScreenManager screens;
    private final IssueTypeScreenSchemeManager schemes;

    TransitionScreens(FieldScreenManager screens, IssueTypeScreenSchemeManager schemes) {
        this.screens = screens;
        this.schemes = schemes;
    }

    /** Empty when the transition happens without a screen. */
    Optional<FieldScreen> of(Transition transition) {
        if (transition.creates()) {
            return Optional.ofNullable(schemes.getFieldScreenScheme(transition.issue()))
                    .map(scheme -> scheme.getFieldScreen(IssueOperations.CREATE_ISSUE_OPERATION));
        }
        return at(transition.action());
    }

    /** The screen of a transition that is no creation; empty when it happens without one. */
    public Optional<FieldScreen> at(ActionDescriptor action) {
        return idOf(action).map(screens::getFieldScreen);
    }

    /** The id of the screen of a transition that is no creation; empty when it happens without one. */
    Optional<Long> idOf(ActionDescriptor action) {
        String view = action.getView();
        if (view == null || view.isBlank()) {
            return Optional.empty();
        }
        if (LEGACY.containsKey(view)) {
            return Optional.of(LEGACY.get(view));
        }
        Object id = action.getMetaAttributes().get(SCREEN_ID);
        return id != null && id.toString().matches("\\d{1,18}") ? Optional.of(Long.valueOf(id.toString())) : Optional.empty();
    }
}
