package org.decisiongates.summary;

import java.util.Locale;
import java.util.Optional;

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
        return text.equals(NOBODY) ? name.isEmpty() : name.filter(owner -> folded(owner).equals(folded(text))).isPresent();
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
