package org.decisiongates.jira.setup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.link.SupersedingLinks;

/** The type of links by which a Decision takes the place of another. One whose words say so is used as it is. */
@JiraComponent
class LinkTypeSteps {

    private static final String NAME = "Supersedes";

    private final IssueLinkTypeManager types;
    private final SupersedingLinks superseding;

    LinkTypeSteps(IssueLinkTypeManager types, SupersedingLinks superseding) {
        this.types = types;
        this.superseding = superseding;
    }

    List<SetupStep> all() {
        return List.of(new SetupStep(SupersedingLinks.THING, NAME,
                id -> existing().filter(type -> idOf(type).equals(id)).map(IssueLinkType::getName).findFirst(), this::lookalikes,
                this::make));
    }

    private Stream<IssueLinkType> existing() {
        return List.copyOf(types.getIssueLinkTypes()).stream();
    }

    private Set<String> lookalikes() {
        return existing().filter(type -> UnusedNames.isVariant(type.getName(), NAME)
                && SupersedingLinks.SUPERSEDES.equals(type.getOutward()) && SupersedingLinks.IS_SUPERSEDED_BY.equals(type.getInward()))
                .map(LinkTypeSteps::idOf).collect(Collectors.toSet());
    }

    private String make() {
        Optional<IssueLinkType> there = superseding.worded();
        if (there.isPresent()) {
            return idOf(there.get());
        }
        String name = UnusedNames.free(NAME, wanted -> existing().anyMatch(type -> wanted.equalsIgnoreCase(type.getName())));
        types.createIssueLinkType(name, SupersedingLinks.SUPERSEDES, SupersedingLinks.IS_SUPERSEDED_BY, null);
        // Jira does not say which one it has made
        return existing().filter(type -> name.equals(type.getName())).findFirst().map(LinkTypeSteps::idOf)
                .orElseThrow(() -> new IllegalStateException("Jira has not made the issue link type " + name));
    }

    private static String idOf(IssueLinkType type) {
        return String.valueOf(type.getId());
    }
}
