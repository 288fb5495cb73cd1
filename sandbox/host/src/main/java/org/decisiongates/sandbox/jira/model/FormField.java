package org.decisiongates.sandbox.jira.model;

import java.util.List;

/**
 * A field on a form with what it may hold and holds now.
 *
 * @param options choices of select fields
 * @param values  raw values now (user keys, option ids)
 */
public record FormField(FieldRow field, boolean required, List<OptionRow> options, List<String> values) {
}
