package org.decisiongates.takeout;

import java.util.List;
import java.util.Map;

import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.task.Tasks;

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
 * @param people        everybody whom it names as responsible for something
 * @param statuses      how many issues had which status there, other than the first of their type: here they begin in the first
 * @param missingLinks  names of types of links that this host does not have
 * @param missingFields keys of fields that this version of the app does not know
 * @param history       entries of waivers and of the journal of gates, which are kept as text
 */
public record ImportPlan(String address, String from, String into, int parts, int decisions, int blockers, int found, List<Person> people,
        Map<String, Integer> statuses, List<String> missingLinks, List<String> missingFields, int history) {

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
     * @param user user name there
     * @param name what people read there; empty text where the file does not say
     * @param here user name of the one who is called alike here; empty text for nobody
     */
    public record Person(String user, String name, String here) {
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
