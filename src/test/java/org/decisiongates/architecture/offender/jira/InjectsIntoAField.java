package org.decisiongates.architecture.offender.jira;

import jakarta.inject.Inject;

final class InjectsIntoAField {

    @Inject
    private String collaborator;

    String collaborator() {
        return collaborator;
    }
}
