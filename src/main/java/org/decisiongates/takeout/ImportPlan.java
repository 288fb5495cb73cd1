package org.decisiongates.takeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.task.Tasks;
import org.decisiongates.text.Abbreviation;

/**
 * What an import would do; stored as the result of the background task that has checked the file.
 *
 * @param address       of the host that the file comes from
 * @param from          key of its project there
 * @param into          key of the project here
 * @param parts         how many the file was stored in
 * @param decisions     how many there are in the file
 * @param blockers      how many
 * @param found         how many of both were imported before and are left alone
 * @param anew          how many were imported before and were deleted here since; they are created anew
 * @param securityLevels how many of those to be created had which security level there: they are created only on request
 * @param people        everybody whom it names as responsible for something
 * @param statuses      how many issues had which status there, other than the first of their type: here they begin in the first
 * @param missingLinks  names of types of links that this host does not have
 * @param missingFields keys of fields that this version of the app does not know
 * @param history       entries of waivers and of the journal of gates, which are kept as text
 * @param unmet         issues that do not meet the gates of their creation, which record that and create them all the same
 * @param refused       issues that Jira would not create
 */
public record ImportPlan(String address, String from, String into, int parts, int decisions, int blockers, int found, int anew,
        Map<String, Integer> securityLevels, List<Person> people,
        Map<String, Integer> statuses, List<String> missingLinks, List<String> missingFields, int history, Findings unmet,
        Findings refused) {

    private static final int MAX_VALUES = 1_000_000;
    private static final JsonDocument<ImportPlan> JSON = new JsonDocument<>(ImportPlan.class, "the plan of the import",
            new JsonDocument.Bounds(Tasks.MAX_RESULT, MAX_VALUES), Map.of());

    public ImportPlan {
        people = List.copyOf(people);
        missingLinks = List.copyOf(missingLinks);
        missingFields = List.copyOf(missingFields);
    }

    /**
     * Somebody whom the file names.
     *
     * @param user       user name there
     * @param name       what people read there; empty text where the file does not say
     * @param here       user name of the one who is called alike here; empty text for nobody
     * @param owner      whether the file names them as the owner of an issue
     * @param assignable whether they can be assigned issues of the project here, as gates want of owners; false for nobody
     */
    public record Person(String user, String name, String here, boolean owner, boolean assignable) {

        /** Whether gates would not take them as the owner of what they own. */
        public boolean isUnfitOwner() {
            return owner && !here.isEmpty() && !assignable;
        }
    }

    /**
     * What was found of some issues, with people as {@link Person#here} has them.
     *
     * @param count how many they are
     * @param first the first of them
     */
    public record Findings(int count, List<IssueFindings> first) {

        /** So many are named. */
        public static final int MAX_FIRST = 20;
        public static final Findings NONE = new Findings(0, List.of());

        public Findings {
            first = List.copyOf(first);
        }

        /** These and another one. */
        public Findings with(String key, List<String> reasons) {
            List<IssueFindings> more = new ArrayList<>(first);
            if (more.size() < MAX_FIRST) {
                more.add(new IssueFindings(key, reasons));
            }
            return new Findings(count + 1, more);
        }
    }

    /**
     * What was found of one issue.
     *
     * @param key     there
     * @param reasons in the language of who asked; of very many the first ones
     */
    public record IssueFindings(String key, List<String> reasons) {

        private static final int MAX_REASONS = 20;
        private static final int MAX_REASON = 1_000;

        public IssueFindings {
            reasons = reasons.stream().limit(MAX_REASONS).map(reason -> Abbreviation.of(reason, MAX_REASON)).toList();
        }
    }

    /** Whether everything in the file was imported before. */
    public boolean createsNothing() {
        return found == decisions + blockers;
    }

    /** As it is stored. */
    public String json() {
        return JSON.write(this);
    }

    /** Reads {@link #json}. */
    public static ImportPlan read(String text) throws UnreadableJsonException {
        return JSON.read(text);
    }
}
