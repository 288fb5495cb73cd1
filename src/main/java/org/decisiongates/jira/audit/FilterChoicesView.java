package org.decisiongates.jira.audit;

import java.util.List;

/** A field of the filter with words to choose from. */
public record FilterChoicesView(String name, String label, List<FilterOptionView> options) {
}
