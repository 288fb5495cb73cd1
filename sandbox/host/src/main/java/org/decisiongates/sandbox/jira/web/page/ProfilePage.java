package org.decisiongates.sandbox.jira.web.page;

import java.util.Map;

import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** Who a person is. */
public final class ProfilePage implements Page {

    private final SandboxJira jira;

    public ProfilePage(SandboxJira jira) {
        this.jira = jira;
    }

    @Override
    public Answer show(Visit visit) {
        return jira.users().byName(visit.text("name"))
                .map(user -> Answer.view("User profile", "page/profile.vm", Map.of("person", user), Place.general()))
                .orElseGet(() -> Answer.view("User profile", "page/profile.vm", Map.of(), Place.general()));
    }
}
