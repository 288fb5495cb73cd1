package org.decisiongates.jira.platform.link;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;

import org.decisiongates.jira.platform.issuetype.SetupRegistry;

/** A type of link that set-up has made or found, whatever it is called now, or one whose words say the same. */
final class SetupLinkType {

    private final IssueLinkTypeManager types;
    private final SetupRegistry registry;
    private final String thing;
    private final Predicate<IssueLinkType> saysSo;

    /**
     * @param thing  the name set-up remembers the type by
     * @param saysSo whether the words of a type say the same
     */
    SetupLinkType(IssueLinkTypeManager types, SetupRegistry registry, String thing, Predicate<IssueLinkType> saysSo) {
        this.types = types;
        this.registry = registry;
        this.thing = thing;
        this.saysSo = saysSo;
    }

    /** The type of which new links are: that of set-up, or else one whose words say so. */
    Optional<IssueLinkType> type() {
        List<IssueLinkType> all = List.copyOf(types.getIssueLinkTypes());
        return all.stream().filter(type -> isOfSetup(type.getId())).findFirst().or(() -> worded(all));
    }

    /** A type whose words say so, whoever made it. */
    Optional<IssueLinkType> worded() {
        return worded(List.copyOf(types.getIssueLinkTypes()));
    }

    boolean isOfSetup(Long typeId) {
        return registry.id(thing).filter(String.valueOf(typeId)::equals).isPresent();
    }

    private Optional<IssueLinkType> worded(List<IssueLinkType> all) {
        return all.stream().filter(saysSo).findFirst();
    }
}
