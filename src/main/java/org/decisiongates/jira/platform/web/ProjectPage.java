package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.util.function.UnaryOperator;

import com.atlassian.jira.project.Project;

/** A page of the app in a project, below a link of the project's sidebar. */
public interface ProjectPage {

    /**
     * What the page says to whoever asks; it decides itself who may read what.
     *
     * @param parameters of the address; null for one that is not there
     */
    String html(Project project, UnaryOperator<String> parameters) throws IOException;

    /** @param text key of the only thing to say */
    String notice(String text) throws IOException;
}
