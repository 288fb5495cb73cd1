package org.decisiongates.summary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.decisiongates.text.PersonNameMatcher;

/**
 * Whose items a week is about: those of one person, or those of nobody.
 *
 * @param text name of the owner as the week shows it, or the user name, in any case; {@value #NOBODY} for items without an owner
 */
public record OwnerFilter(String text) {

    /** Asks for what nobody owns. */
    public static final String NOBODY = "-";

    /** Whether the item is one of theirs. Closed weeks know people by name only. */
    public boolean matches(OpenItem item) {
        return matches(item.owner()) || !text.equals(NOBODY) && matches(item.ownerUser());
    }

    /** Whether an owner of this name is meant; empty for nobody. */
    public boolean matches(Optional<String> name) {
        return text.equals(NOBODY) ? name.isEmpty()
                : name.filter(owner -> PersonNameMatcher.folded(owner).equals(PersonNameMatcher.folded(text))).isPresent();
    }

    /** The whole name, where {@code text} begins words of one of these names alone; otherwise the same. */
    public OwnerFilter among(Stream<String> names) {
        List<String> fitting = names.filter(this::fits).distinct().limit(2).toList();
        return fitting.size() == 1 ? new OwnerFilter(fitting.get(0)) : this;
    }

    /** Whether words of this name, one after the other, begin with {@code text}. */
    public boolean fits(String name) {
        return !text.equals(NOBODY) && PersonNameMatcher.fits(text, name);
    }
}
