package org.decisiongates.jira.takeout;

import org.decisiongates.jira.task.ProgressView;

/**
 * The import of somebody else that is under way.
 *
 * @param text   who imports what
 * @param howFar how far it is; only its owner may have it cancelled
 * @param page   shows how far it is by then
 */
public record RunningImportView(String text, ProgressView howFar, String page) {
}
