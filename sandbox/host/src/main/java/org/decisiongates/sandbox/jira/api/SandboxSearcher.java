package org.decisiongates.sandbox.jira.api;

import com.atlassian.jira.issue.customfields.CustomFieldSearcher;

/** A searcher: known by its key, because search itself goes by the field's type. */
record SandboxSearcher(String key) implements CustomFieldSearcher {
}
