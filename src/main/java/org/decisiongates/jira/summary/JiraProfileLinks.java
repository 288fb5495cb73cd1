package org.decisiongates.jira.summary;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.user.UserProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.page.PersonProfileLinks;

/** Where Jira shows a person: picture and profile, each as Jira tells it, and nothing where it tells none. */
@JiraComponent
class JiraProfileLinks {

    private static final Logger LOG = LoggerFactory.getLogger(JiraProfileLinks.class);
    /** Pixels; twice as many as the page shows, for fine screens. */
    private static final int SIZE = 48;

    private final UserManager users;
    private final ApplicationProperties application;

    JiraProfileLinks(UserManager users, ApplicationProperties application) {
        this.users = users;
        this.application = application;
    }

    /** The places by user name; each person is asked for once. */
    Function<String, PersonProfileLinks> links() {
        Map<String, PersonProfileLinks> asked = new HashMap<>();
        return user -> asked.computeIfAbsent(user, this::of);
    }

    private PersonProfileLinks of(String userName) {
        try {
            UserProfile profile = users.getUserProfile(userName);
            return profile == null ? PersonProfileLinks.NONE
                    : new PersonProfileLinks(address(profile.getProfilePictureUri(SIZE, SIZE)), address(profile.getProfilePageUri()));
        } catch (RuntimeException | LinkageError e) {
            // a page without a picture is still the page
            LOG.debug("Jira does not say where it shows a person", e);
            return PersonProfileLinks.NONE;
        }
    }

    /** Absolute where another server has it; else below the application, whether or not Jira named its context path. */
    private String address(URI told) {
        String text = Optional.ofNullable(told).map(URI::toASCIIString).orElse("");
        if (text.isEmpty() || told.isAbsolute() || text.startsWith("//")) {
            return "http".equalsIgnoreCase(scheme(told)) || "https".equalsIgnoreCase(scheme(told)) ? text : "";
        }
        String context = application.getBaseUrl(UrlMode.RELATIVE);
        String path = text.startsWith("/") ? text : "/" + text;
        return path.startsWith(context + "/") ? path : context + path;
    }

    private static String scheme(URI address) {
        return Optional.ofNullable(address).map(URI::getScheme).orElse("");
    }
}
