package org.decisiongates.jira.platform.issuetype;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/** Knows which issue types, statuses, workflows and screens of this installation the app's became. */
@JiraComponent
public class OwnIssueTypes {

    private final SetupRegistry registry;

    OwnIssueTypes(SetupRegistry registry) {
        this.registry = registry;
    }

    /** The id of the issue type; empty before set-up. */
    public Optional<String> idOf(OwnIssueType type) {
        return registry.id(type.thing());
    }

    /** The id of the issue type; throws {@link IllegalStateException} before set-up. */
    public String requireId(OwnIssueType type) {
        return idOf(type).orElseThrow(() -> new IllegalStateException("the issue type " + type.label() + " is not set up"));
    }

    /** The app's issue type that has this id; empty for all others, and before set-up. */
    public Optional<OwnIssueType> withId(String id) {
        return Arrays.stream(OwnIssueType.values()).filter(type -> idOf(type).filter(own -> own.equals(id)).isPresent()).findFirst();
    }

    /** What policies and rules call the issue type with this id: {@code decision}, {@code blocker}, or the id of any other type. */
    public String typeOf(String id) {
        return withId(id).map(OwnIssueType::key).orElse(id);
    }

    /** The id of the status that stands for a phase; empty before set-up. */
    public Optional<String> idOf(OwnStatus status) {
        return registry.id(status.thing());
    }

    /** The name of the type's workflow; empty before set-up. */
    public Optional<String> workflowOf(OwnIssueType type) {
        return registry.id(type.workflowThing());
    }

    /** The id of the type's screen scheme; empty before set-up. */
    public Optional<Long> screenSchemeOf(OwnIssueType type) {
        return registry.id(type.screenSchemeThing()).map(Long::valueOf);
    }

    /** Ids of the statuses in which an issue of the type counts as open; empty before set-up. */
    public List<String> openStatusesOf(OwnIssueType type) {
        return OwnStatus.all().stream().filter(status -> status.type() == type && status.open())
                .flatMap(status -> registry.id(status.thing()).stream()).toList();
    }

    /** The app's status that {@code statusId} is for an issue of the type; empty for any other. */
    public Optional<OwnStatus> statusOf(OwnIssueType type, String statusId) {
        return OwnStatus.all().stream()
                .filter(status -> status.type() == type && registry.id(status.thing()).filter(statusId::equals).isPresent()).findFirst();
    }
}
