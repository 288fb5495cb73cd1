package org.decisiongates.sandbox.jira.web.page;

import java.util.Map;

import org.decisiongates.sandbox.host.web.LoginFilter;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** The login form; the host's login filter takes what it sends and hands back only what was wrong. */
public final class LoginPage implements Page {

    @Override
    public Answer show(Visit visit) {
        return form(visit, "");
    }

    @Override
    public Answer submit(Visit visit) {
        return form(visit, "failed".equals(visit.request().getAttribute(LoginFilter.STATUS))
                ? "Sorry, your username and password are incorrect - please try again."
                : "");
    }

    private static Answer form(Visit visit, String failed) {
        return Answer.view("Log in", "page/login.vm", Map.of("failed", failed, "destination", visit.text("os_destination"),
                "name", visit.text("os_username"), "loggedOut", visit.has("logout")), Place.general());
    }
}
