package org.decisiongates.jira.creation;

import java.util.List;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;

/** The forms there are, one for each type of the app. */
@JiraComponent
public class CreationForms {

    private final List<CreationForm> all;

    CreationForms(List<CreationForm> all) {
        this.all = List.copyOf(all);
    }

    CreationForm of(OwnIssueType type) {
        return all.stream().filter(form -> form.type() == type).findFirst().orElseThrow();
    }

    /**
     * The form that the page shows; empty for none.
     *
     * @param path of the page, decoded
     */
    Optional<CreationForm> at(String path) {
        return all.stream().filter(form -> path.endsWith("/" + form.path())).findFirst();
    }
}
