package org.decisiongates.jira.summary;

import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.jira.project.Enabling;
import org.decisiongates.jira.reckoning.WeekMoment;
import org.decisiongates.jira.reckoning.WeekNumbers;
import org.decisiongates.jira.search.SearchScope;
import org.decisiongates.summary.Frame;

/** Says when a summary holds and how far it goes. */
@JiraComponent
class Frames {

    private final ApplicationProperties application;
    private final Enabling enabling;

    Frames(ApplicationProperties application, Enabling enabling) {
        this.application = application;
        this.enabling = enabling;
    }

    Frame live(SearchScope scope, WeekMoment when, WeekNumbers.Known known) {
        return new Frame(when.week().text(), when.zone().getId(), when.now().instant(), application.getBaseUrl(UrlMode.CANONICAL) + "/browse/",
                Optional.empty(), false, scope.project().map(enabling::isEnabled).orElse(true), known.sight().partial(), known.state());
    }
}
