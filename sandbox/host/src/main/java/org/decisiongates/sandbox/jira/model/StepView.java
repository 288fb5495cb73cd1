package org.decisiongates.sandbox.jira.model;

import java.util.List;

/** A step of a workflow as its editor shows it. */
public record StepView(int id, String name, StatusRow status, List<Integer> transitions) {
}
