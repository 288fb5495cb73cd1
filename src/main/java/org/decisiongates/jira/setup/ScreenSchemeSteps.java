package org.decisiongates.jira.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.fields.screen.FieldScreenManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeImpl;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeItem;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeItemImpl;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeManager;
import com.atlassian.jira.issue.operation.IssueOperations;
import com.atlassian.jira.issue.operation.ScreenableIssueOperation;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnScreen;
import org.decisiongates.jira.platform.issuetype.SetupRegistry;

/** The screen schemes: which screen an issue type shows when it is created, edited and viewed. */
@JiraComponent
class ScreenSchemeSteps {

    private final FieldScreenSchemeManager schemes;
    private final FieldScreenManager screens;
    private final SetupRegistry registry;

    ScreenSchemeSteps(FieldScreenSchemeManager schemes, FieldScreenManager screens, SetupRegistry registry) {
        this.schemes = schemes;
        this.screens = screens;
        this.registry = registry;
    }

    List<SetupStep> all() {
        return Arrays.stream(OwnIssueType.values()).flatMap(type -> Stream.of(
                new SetupStep(type.screenSchemeThing(), name(type),
                        id -> Optional.ofNullable(schemes.getFieldScreenScheme(Long.valueOf(id))).map(FieldScreenScheme::getName),
                        () -> lookalikes(type), () -> make(type)),
                SetupStep.work(type.screenSchemeThing() + ".screens", () -> addScreens(type)))).toList();
    }

    private static String name(OwnIssueType type) {
        return "Decision Gates: " + type.label() + " screens";
    }

    private static String description(OwnIssueType type) {
        return "Made by Decision Gates. Screens of the issue type " + type.label() + ".";
    }

    private Set<String> lookalikes(OwnIssueType type) {
        return schemes.getFieldScreenSchemes().stream()
                .filter(existing -> UnusedNames.isVariant(existing.getName(), name(type))
                        && description(type).equals(existing.getDescription()))
                .map(existing -> existing.getId().toString()).collect(Collectors.toSet());
    }

    private String make(OwnIssueType type) {
        FieldScreenScheme made = new FieldScreenSchemeImpl(schemes);
        made.setName(UnusedNames.free(name(type),
                wanted -> schemes.getFieldScreenSchemes().stream().anyMatch(existing -> Objects.equals(existing.getName(), wanted))));
        made.setDescription(description(type));
        made.store();
        return made.getId().toString();
    }

    private void addScreens(OwnIssueType type) {
        FieldScreenScheme scheme = schemes.getFieldScreenScheme(Long.valueOf(registry.id(type.screenSchemeThing()).orElseThrow()));
        boolean decision = type == OwnIssueType.DECISION;
        // first the entry for every operation without one of its own: Jira falls back to it
        add(scheme, null, decision ? OwnScreen.DECISION_EDIT : OwnScreen.BLOCKER_EDIT);
        add(scheme, IssueOperations.CREATE_ISSUE_OPERATION, decision ? OwnScreen.DECISION_CREATE : OwnScreen.BLOCKER_CREATE);
    }

    private void add(FieldScreenScheme scheme, ScreenableIssueOperation operation, OwnScreen screen) {
        if (scheme.getFieldScreenSchemeItem(operation) == null) {
            FieldScreenSchemeItem item = new FieldScreenSchemeItemImpl(schemes, screens);
            item.setIssueOperation(operation);
            item.setFieldScreen(screens.getFieldScreen(Long.valueOf(registry.id(screen.thing()).orElseThrow())));
            scheme.addFieldScreenSchemeItem(item);
        }
    }
}
