package org.decisiongates.jira.creation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.atlassian.jira.issue.link.IssueLinkType;

/** The types of links that can be chosen; somebody has to choose unless there is one. */
public record LinkTypeChoices(List<IssueLinkType> types) {

    public LinkTypeChoices {
        types = List.copyOf(types);
    }

    /** The types whose words are the usual ones; where none has them, all. */
    public static LinkTypeChoices of(Collection<IssueLinkType> all, Predicate<IssueLinkType> usual) {
        List<IssueLinkType> fitting = all.stream().filter(usual).toList();
        return new LinkTypeChoices(fitting.isEmpty() ? List.copyOf(all) : fitting);
    }

    /** The type of this id; for empty text the only one there is. */
    public Optional<IssueLinkType> chosen(String id) {
        return id.isEmpty() ? Optional.of(types).filter(some -> some.size() == 1).map(some -> some.get(0))
                : types.stream().filter(type -> type.getId().toString().equals(id)).findFirst();
    }
}
