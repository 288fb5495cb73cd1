package org.decisiongates.jira.platform.issuetype;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

/**
 * Knows which issue types, statuses, workflows and screens of this installation the app's became, and what issue types and statuses of a
 * project are to the app: a Decision is an issue of the app's own type, or of the one that its project uses for it.
 */
@JiraComponent
public class OwnIssueTypes {

    private final SetupRegistry registry;
    private final IssueTypeMaps typeMaps;
    private final PhaseMaps phaseMaps;

    OwnIssueTypes(SetupRegistry registry, IssueTypeMaps typeMaps, PhaseMaps phaseMaps) {
        this.registry = registry;
        this.typeMaps = typeMaps;
        this.phaseMaps = phaseMaps;
    }

    /** The id of the app's own issue type; empty before set-up. */
    public Optional<String> idOf(OwnIssueType type) {
        return registry.id(type.thing());
    }

    /** The id of the type that new issues get in a project: the one it uses, else the app's own; empty before set-up. */
    public Optional<String> idIn(OwnIssueType type, Long projectId) {
        return typeMaps.of(projectId).idOf(type).or(() -> idOf(type));
    }

    /** The same; throws {@link IllegalStateException} before set-up. */
    public String requireIdIn(OwnIssueType type, Long projectId) {
        return idIn(type, projectId).orElseThrow(() -> new IllegalStateException("the issue type " + type.label() + " is not set up"));
    }

    /** Ids of the types whose issues are of this type in a project: the app's own, and the one that the project uses. */
    public List<String> idsIn(OwnIssueType type, Long projectId) {
        return Stream.concat(idOf(type).stream(), typeMaps.of(projectId).idOf(type).stream()).toList();
    }

    /** Those of which a project uses no type of its own, so that it needs the app's. */
    public List<OwnIssueType> neededIn(Long projectId) {
        IssueTypeMap map = typeMaps.of(projectId);
        return Arrays.stream(OwnIssueType.values()).filter(type -> map.idOf(type).isEmpty()).toList();
    }

    /** What issues of the type with this id are in a project; empty for all others, and before set-up. */
    public Optional<OwnIssueType> of(Long projectId, String typeId) {
        Optional<OwnIssueType> own = withId(typeId);
        return own.isPresent() ? own : typeMaps.of(projectId).of(typeId);
    }

    /** What the issue is to the app; empty for all others, and before set-up. */
    public Optional<OwnIssueType> of(Issue issue) {
        return of(issue.getProjectId(), issue.getIssueTypeId());
    }

    /**
     * What policies and rules call the issue type with this id in a project: {@code decision}, {@code blocker}, or the id of any other
     * type.
     */
    public String typeOf(Long projectId, String typeId) {
        return of(projectId, typeId).map(OwnIssueType::key).orElse(typeId);
    }

    /** The app's own issue type that has this id, whatever projects use; empty for all others, and before set-up. */
    public Optional<OwnIssueType> withId(String id) {
        return Arrays.stream(OwnIssueType.values()).filter(type -> idOf(type).filter(own -> own.equals(id)).isPresent()).findFirst();
    }

    /** What policies call the issue type with this id, whatever projects use: {@code decision}, {@code blocker}, or the id. */
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

    /** The app's status that {@code statusId} is for an issue of the type, whatever the phase maps say; empty for any other. */
    public Optional<OwnStatus> statusOf(OwnIssueType type, String statusId) {
        return OwnStatus.all().stream()
                .filter(status -> status.type() == type && registry.id(status.thing()).filter(statusId::equals).isPresent()).findFirst();
    }

    /** What a status stands for in a project: it is the app's own, or the project's phase map says so; empty when neither is true. */
    public Optional<OwnStatus> phaseOf(OwnIssueType type, Long projectId, String statusId) {
        return statusOf(type, statusId).or(() -> phaseMaps.of(projectId).phase(type.kind(), statusId)
                .flatMap(phase -> OwnStatus.all().stream().filter(own -> own.type() == type && own.phase().equals(phase)).findFirst()));
    }

    /** Ids of the statuses that stand for a phase in a project. */
    public Set<String> statusesOf(OwnStatus phase, Long projectId) {
        return Stream.concat(idOf(phase).stream(), phaseMaps.of(projectId).phases().getOrDefault(phase.type().kind(), Map.of())
                .entrySet().stream().filter(mapped -> mapped.getValue().equals(phase.phase())).map(Map.Entry::getKey))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
