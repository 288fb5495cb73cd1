package org.decisiongates.jira.setup;

import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;

/**
 * Gives the field of owners, which set-up once called <i>Decision owner</i>, the name that it has in a new installation. A name that an
 * administrator has given is left alone.
 */
@JiraComponent
public class OwnerRenaming {

    static final String NAME = "Owner";
    private static final String FORMER = "Decision owner";
    private static final Logger LOG = LoggerFactory.getLogger(OwnerRenaming.class);

    private final CustomFieldManager fields;
    private final OwnFields own;

    OwnerRenaming(CustomFieldManager fields, OwnFields own) {
        this.fields = fields;
        this.own = own;
    }

    /** Every name that set-up has given to the field it now calls {@code name}. */
    static Stream<String> names(String name) {
        return NAME.equals(name) ? Stream.of(NAME, FORMER) : Stream.of(name);
    }

    /** What the field is called while it has its former name, and what it would be called; empty when there is nothing to rename. */
    public Optional<Offer> offer() {
        return field().map(field -> new Offer(field.getUntranslatedName(), free(field)));
    }

    /** Renames the field if {@link #offer()} says so; returns what was done. Jira keeps values, screens and contexts, which go by id. */
    public Optional<Offer> rename() {
        Optional<Offer> offer = offer();
        offer.ifPresent(names -> {
            CustomField field = field().orElseThrow();
            fields.updateCustomField(field.getIdAsLong(), names.to(), field.getDescription(), field.getCustomFieldSearcher());
            LOG.info("the field {} is called {} now; it was {}", field.getId(), names.to(), names.from());
        });
        return offer;
    }

    private Optional<CustomField> field() {
        return own.idOf(OwnField.OWNER).map(fields::getCustomFieldObject)
                .filter(field -> UnusedNames.isVariant(field.getUntranslatedName(), FORMER));
    }

    /** A field of a customer's own may have the name; two of one name would make searches by name ambiguous. */
    private String free(CustomField field) {
        return UnusedNames.free(NAME,
                wanted -> fields.getCustomFieldObjectsByName(wanted).stream().anyMatch(other -> !other.getId().equals(field.getId())));
    }

    /**
     * A renaming.
     *
     * @param from what the field is called
     * @param to   what it would be called
     */
    public record Offer(String from, String to) {
    }
}
