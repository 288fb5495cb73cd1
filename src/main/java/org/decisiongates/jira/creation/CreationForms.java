package org.decisiongates.jira.creation;

import java.util.List;

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

    /** @param address of the page of a form, without a query */
    CreationForm at(String address) {
        return all.stream().filter(form -> address.endsWith("/" + form.path())).findFirst().orElseThrow();
    }
}
