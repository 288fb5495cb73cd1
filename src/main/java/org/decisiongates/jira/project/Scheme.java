package org.decisiongates.jira.project;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import com.atlassian.jira.project.Project;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.text.Message;

/**
 * One of the schemes that decide what a project offers, as far as the app has to extend it: for the issue types of its own that the project
 * needs, or is going to need.
 */
interface Scheme {

    SetupPlanLine.Kind kind();

    /** Whether the project offers through this scheme what it needs for these types. */
    boolean isExtended(Project project, List<OwnIssueType> needed);

    /**
     * Says for any project, and the types it needs, what extending its scheme would do and why it must not be done. What needs all projects
     * is looked up once, when first needed.
     */
    BiFunction<Project, List<OwnIssueType>, SetupPlanLine> plans();

    /** What extending is going to do, to be recorded before it is done. */
    UndoStep intent(Project project);

    /**
     * Extends the scheme, or gives the project one of its own in place of a default one, as was intended; says what was done. Goes on with
     * what an earlier attempt has begun.
     */
    Message extend(Project project, UndoStep intent, List<OwnIssueType> needed);

    /** What was intended, done; empty when the project's scheme is not the one that was to be made or extended. */
    Optional<UndoStep> done(Project project, UndoStep intent);

    /** Which of the app's types taking the step back takes out of a scheme that was there before. */
    List<OwnIssueType> added(UndoStep step);

    /**
     * Takes back what was done, or as much of it as was done. Returns why nothing was taken back: others use the scheme, or somebody has
     * changed it. Harmless to repeat.
     */
    Optional<Message> takeBack(Project project, UndoStep step);
}
