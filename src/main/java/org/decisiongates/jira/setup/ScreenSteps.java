package org.decisiongates.jira.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.jira.issue.fields.screen.FieldScreenImpl;
import com.atlassian.jira.issue.fields.screen.FieldScreenManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenTab;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnScreen;
import org.decisiongates.jira.platform.issuetype.SetupRegistry;

/** The screens and the fields on them. */
@JiraComponent
class ScreenSteps {

    private static final String PREFIX = "Decision Gates: ";
    private static final String TAB = "Fields";

    private final FieldScreenManager screens;
    private final OwnFields fields;
    private final SetupRegistry registry;

    ScreenSteps(FieldScreenManager screens, OwnFields fields, SetupRegistry registry) {
        this.screens = screens;
        this.fields = fields;
        this.registry = registry;
    }

    List<SetupStep> all() {
        return Arrays.stream(OwnScreen.values()).flatMap(screen -> Stream.of(
                new SetupStep(screen.thing(), name(screen), this::nameIfThere, () -> lookalikes(screen),
                        () -> make(screen)),
                SetupStep.work(screen.thing() + ".fields", () -> addFields(screen)))).toList();
    }

    private static String name(OwnScreen screen) {
        return PREFIX + screen.label();
    }

    private static String description(OwnScreen screen) {
        return "Made by Decision Gates. " + screen.label() + ".";
    }

    private Set<String> lookalikes(OwnScreen screen) {
        return screens.getFieldScreens().stream()
                .filter(existing -> UnusedNames.isVariant(existing.getName(), name(screen))
                        && description(screen).equals(existing.getDescription()))
                .map(existing -> existing.getId().toString()).collect(Collectors.toSet());
    }

    private String make(OwnScreen screen) {
        FieldScreen made = new FieldScreenImpl(screens);
        made.setName(UnusedNames.free(name(screen),
                wanted -> screens.getFieldScreens().stream().anyMatch(existing -> Objects.equals(existing.getName(), wanted))));
        made.setDescription(description(screen));
        made.store();
        return made.getId().toString();
    }

    /** Ids of the screens that were made, whether they are still there or not. */
    Set<String> ids() {
        return Arrays.stream(OwnScreen.values()).flatMap(screen -> registry.id(screen.thing()).stream()).collect(Collectors.toSet());
    }

    /** What administrators call a screen of this id; empty text when it is gone. */
    String nameOf(String id) {
        return nameIfThere(id).orElse("");
    }

    private Optional<String> nameIfThere(String id) {
        return Optional.ofNullable(screens.getFieldScreen(Long.valueOf(id))).map(FieldScreen::getName);
    }

    String nameOf(OwnScreen screen) {
        return registry.id(screen.thing()).map(this::nameOf).orElse("");
    }

    /** Names of the app's own fields that set-up puts on a screen and that are not on it; none where the screen is gone. */
    List<String> missing(OwnScreen screen) {
        return lacking(screen).map(FieldSteps::nameOf).toList();
    }

    /** Ids of the same. */
    List<String> missingIds(OwnScreen screen) {
        return lacking(screen).flatMap(own -> fields.idOf(own).stream()).toList();
    }

    private Stream<OwnField> lacking(OwnScreen screen) {
        return there(screen).stream().flatMap(there -> screen.fields().stream().flatMap(field -> OwnFields.keyed(field).stream())
                .filter(own -> fields.idOf(own).filter(id -> !holds(there, id)).isPresent()));
    }

    private Optional<FieldScreen> there(OwnScreen screen) {
        return registry.id(screen.thing()).map(id -> screens.getFieldScreen(Long.valueOf(id)));
    }

    private static boolean holds(FieldScreen screen, String field) {
        return screen.getTabs().stream().anyMatch(tab -> tab.isContainsField(field));
    }

    void addFields(OwnScreen screen) {
        addFields(screen, screen.fields().stream().map(field -> OwnFields.keyed(field).map(own -> fields.idOf(own).orElseThrow())
                .orElse(field)).toList());
    }

    /** Puts the fields with these ids on the screen, where they are not yet. */
    void addFields(OwnScreen screen, List<String> ids) {
        FieldScreen made = there(screen).orElseThrow();
        FieldScreenTab tab = made.getTabs().isEmpty() ? made.addTab(TAB) : made.getTab(0);
        ids.stream().filter(id -> !holds(made, id)).forEach(tab::addFieldScreenLayoutItem);
    }

    /** Which of the fields with these ids are on the screen, by name; none where it is gone. */
    List<String> namesOn(OwnScreen screen, List<String> ids) {
        return there(screen).stream().flatMap(there -> screen.fields().stream().flatMap(field -> OwnFields.keyed(field).stream())
                .filter(own -> fields.idOf(own).filter(ids::contains).filter(id -> holds(there, id)).isPresent())
                .map(FieldSteps::nameOf)).toList();
    }

    /** Takes the fields with these ids from the screen, where they still are. */
    void removeFields(OwnScreen screen, List<String> ids) {
        there(screen).ifPresent(there -> ids.stream().filter(id -> holds(there, id)).forEach(there::removeFieldScreenLayoutItem));
    }
}
