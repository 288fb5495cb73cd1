package org.decisiongates.architecture.offender.jira;

final class AsksALocator {

    String ask() {
        return ComponentAccessor.component();
    }
}
