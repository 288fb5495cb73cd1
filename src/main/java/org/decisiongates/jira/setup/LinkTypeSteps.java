package org.decisiongates.jira.setup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.link.ScopeChangeLinks;
import org.decisiongates.jira.platform.link.SupersedingLinks;

/**
 * The types of links by which a Decision takes the place of another, or changes its scope. One whose words say so is used as it is.
 */
@JiraComponent
class LinkTypeSteps {

    private final IssueLinkTypeManager types;
    private final SupersedingLinks superseding;
    private final ScopeChangeLinks scopeChanges;

    LinkTypeSteps(IssueLinkTypeManager types, SupersedingLinks superseding, ScopeChangeLinks scopeChanges) {
        this.types = types;
        this.superseding = superseding;
        this.scopeChanges = scopeChanges;
    }

    /**
     * A type of links.
     *
     * @param outward how a link reads from the issue at which it begins
     * @param inward  how it reads from the other one
     * @param worded  finds one whose words say the same, whoever made it
     */
    private record LinkType(String name, String outward, String inward, Supplier<Optional<IssueLinkType>> worded) {
    }

    List<SetupStep> all() {
        return List.of(
                step(SupersedingLinks.THING,
                        new LinkType("Supersedes", SupersedingLinks.SUPERSEDES, SupersedingLinks.IS_SUPERSEDED_BY, superseding::worded)),
                step(ScopeChangeLinks.THING, new LinkType("Scope change", ScopeChangeLinks.CHANGES_SCOPE_OF,
                        ScopeChangeLinks.HAS_SCOPE_CHANGE, scopeChanges::worded)));
    }

    private SetupStep step(String thing, LinkType wanted) {
        return new SetupStep(thing, wanted.name(),
                id -> existing().filter(type -> idOf(type).equals(id)).map(IssueLinkType::getName).findFirst(), () -> lookalikes(wanted),
                () -> make(wanted));
    }

    private Stream<IssueLinkType> existing() {
        return List.copyOf(types.getIssueLinkTypes()).stream();
    }

    private Set<String> lookalikes(LinkType wanted) {
        return existing().filter(type -> UnusedNames.isVariant(type.getName(), wanted.name())
                && wanted.outward().equals(type.getOutward()) && wanted.inward().equals(type.getInward()))
                .map(LinkTypeSteps::idOf).collect(Collectors.toSet());
    }

    private String make(LinkType wanted) {
        Optional<IssueLinkType> there = wanted.worded().get();
        if (there.isPresent()) {
            return idOf(there.get());
        }
        String name = UnusedNames.free(wanted.name(), taken -> existing().anyMatch(type -> taken.equalsIgnoreCase(type.getName())));
        types.createIssueLinkType(name, wanted.outward(), wanted.inward(), null);
        // Jira does not say which one it has made
        return existing().filter(type -> name.equals(type.getName())).findFirst().map(LinkTypeSteps::idOf)
                .orElseThrow(() -> new IllegalStateException("Jira has not made the issue link type " + name));
    }

    private static String idOf(IssueLinkType type) {
        return String.valueOf(type.getId());
    }
}
