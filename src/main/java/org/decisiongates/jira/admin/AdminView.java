package org.decisiongates.jira.admin;

import java.util.List;

/** What the administrator's page shows. */
public final class AdminView {

    private final Token token;
    private final Messages messages;
    private final Health health;
    private final List<ProjectView> projects;

    AdminView(Token token, Messages messages, Health health, List<ProjectView> projects) {
        this.token = token;
        this.messages = messages;
        this.health = health;
        this.projects = List.copyOf(projects);
    }

    public String getTokenName() {
        return token.name();
    }

    public String getTokenValue() {
        return token.value();
    }

    /** What was done just now. */
    public List<String> getDone() {
        return messages.done();
    }

    /** Why nothing was done just now. */
    public List<String> getRefusals() {
        return messages.refusals();
    }

    /** Sentences about what of the app's set-up is missing; none when it is complete. */
    public List<String> getSetUpFaults() {
        return health.setUpFaults();
    }

    /** What the app calls and this Jira does not have. */
    public List<String> getMissing() {
        return health.missing();
    }

    /** What came of the self-check, in a sentence. */
    public String getCheck() {
        return health.check();
    }

    public List<ProjectView> getProjects() {
        return projects;
    }

    /** What proves that a form comes from this page. */
    record Token(String name, String value) {
    }

    /** What came of the last submitted form. */
    record Messages(List<String> done, List<String> refusals) {

        static final Messages NONE = new Messages(List.of(), List.of());
    }

    /** How the app stands in this Jira. */
    record Health(List<String> setUpFaults, List<String> missing, String check) {
    }
}
