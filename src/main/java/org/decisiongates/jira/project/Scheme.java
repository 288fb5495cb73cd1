package org.decisiongates.jira.project;

import java.util.function.Function;

import com.atlassian.jira.project.Project;

import org.decisiongates.text.Message;

/** One of the schemes that decide what a project offers, as far as the app has to extend it. */
interface Scheme {

    /** Whether the project offers through this scheme all that the app needs. */
    boolean isExtended(Project project);

    /**
     * Says for any project what extending its scheme would do and why it must not be done. What needs all projects is looked up once, when
     * first needed.
     */
    Function<Project, SetupPlanLine> plans();

    /** Extends the scheme, or gives the project one of its own in place of a default one; says what was done. */
    Message extend(Project project);
}
