package org.decisiongates.policy;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.decisiongates.issue.Field;

/**
 * Something of the host that a policy names by its id, and that has another id in another installation.
 *
 * @param kind  what it is
 * @param id    the host's id; the name itself for groups
 * @param field the field that offers an option; empty for anything else
 */
public record HostReference(Kind kind, String id, Optional<Field> field) {

    /** What policies name. */
    public enum Kind {
        FIELD, OPTION, ISSUE_TYPE, PERSON, GROUP, ROLE, LINK_TYPE, STATUS;

        /** Its name in exports, in kebab case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public HostReference {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(field, "field");
    }

    static HostReference to(Kind kind, String id) {
        return new HostReference(kind, id, Optional.empty());
    }

    /** What names it among others of its kind: the id, for an option behind the field and a colon. */
    public String key() {
        return field.map(of -> of.id() + ":" + id).orElse(id);
    }
}
