package org.decisiongates.architecture.offender.jira;

final class ComponentAccessor {

    private ComponentAccessor() {
    }

    static String component() {
        return "anything";
    }
}
