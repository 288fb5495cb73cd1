package org.decisiongates.architecture.offender.jira.impact;

public record SomePanel(String name) {
}
