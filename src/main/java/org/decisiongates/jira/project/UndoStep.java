package org.decisiongates.jira.project;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.decisiongates.jira.project.SetupPlanLine.Kind;
import org.decisiongates.text.NamedValues;

/**
 * One thing that enabling does to a project, as it is taken back later. It is recorded before anything is done, and once more afterwards.
 *
 * @param kind    which scheme of the project
 * @param isOwn   whether the project gets a scheme of its own, rather than the one it has being added to
 * @param name    of the scheme; of an own one, free when this was recorded
 * @param id      of the scheme; empty text until an own one is made
 * @param content of an own scheme, what the app has put into it, empty text until it is made; of another, what was there before in place
 *                of what the app has put there
 * @param isDone  whether it was done to its end
 */
record UndoStep(Kind kind, boolean isOwn, String name, String id, String content, boolean isDone) {

    private static final String SEPARATOR = "\n";
    private static final String OWN = "own";
    private static final String NAME = "name";
    private static final String ID = "id";
    private static final String CONTENT = "content";
    private static final String DONE = "done";
    private static final String YES = "yes";

    static UndoStep toMake(Kind kind, String name) {
        return new UndoStep(kind, true, name, "", "", false);
    }

    static UndoStep toChange(Kind kind, String name, Object id, String before) {
        return new UndoStep(kind, false, name, String.valueOf(id), before, false);
    }

    /** The same, done. @param made what there is now in an own scheme; another keeps what was there before */
    UndoStep done(Object schemeId, Collection<String> made) {
        return new UndoStep(kind, isOwn, name, String.valueOf(schemeId), isOwn ? String.join(SEPARATOR, made) : content, true);
    }

    /** The same, begun: what is in an own scheme is not known until it is done again. */
    UndoStep begun() {
        return new UndoStep(kind, isOwn, name, id, content, false);
    }

    /** What is to be done to the scheme in its place, whether it is an own one or not. */
    UndoStep toAddTo(String schemeId) {
        return new UndoStep(kind, false, name, schemeId, "", false);
    }

    /** What the app has put into an own scheme. */
    List<String> made() {
        return List.of(content.split(SEPARATOR));
    }

    /** Whether this scheme is the one that was made or added to; one that was being made is known by its name and description. */
    boolean isOf(Object schemeId, String schemeName, String description) {
        return id.isEmpty() ? name.equals(schemeName) && SharedSchemes.MADE_BY_THE_APP.equals(description)
                : id.equals(String.valueOf(schemeId));
    }

    /** Whether {@code now} would do the same to the same scheme, so that this one can be gone on with. */
    boolean isContinuedBy(UndoStep now) {
        return isOwn == now.isOwn && (isOwn || id.equals(now.id));
    }

    /**
     * Whether somebody has changed an own scheme since the app made it; of one that was never finished nobody knows. One that the project
     * no longer uses may have less than the app has put into it: removing it may have been interrupted.
     *
     * @param now what there is in it now
     */
    boolean isEdited(Collection<String> now, boolean isInUse) {
        Set<String> made = Set.copyOf(made());
        return isOwn && isDone && !(isInUse ? made.equals(Set.copyOf(now)) : made.containsAll(now));
    }

    String write() {
        return NamedValues.write(Map.of(OWN, isOwn ? YES : "", NAME, name, ID, id, CONTENT, content, DONE, isDone ? YES : ""));
    }

    static UndoStep read(Kind kind, String text) {
        Map<String, String> members = NamedValues.read(text);
        return new UndoStep(kind, members.containsKey(OWN), members.getOrDefault(NAME, ""), members.getOrDefault(ID, ""),
                members.getOrDefault(CONTENT, ""), members.containsKey(DONE));
    }
}
