package org.decisiongates.jira.selfcheck;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.selfcheck.HostCheck;

/** Whether this Jira has everything the app calls. */
@JiraComponent
public class SelfCheck {

    private final HostCheck check = new HostCheck("confluence");

    /** What is missing; see {@link HostCheck#run}. */
    public HostCheck.Result run() {
        return check.run();
    }
}
