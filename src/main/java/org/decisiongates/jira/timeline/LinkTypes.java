package org.decisiongates.jira.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.fields.FormerNames;
import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.CurrentLink;

/**
 * Which links mean something to the journal: by the type's id and direction, once the type was found by what it is called. Jira's history
 * has a link only as a sentence in the words the type had then, so every word a direction of these types ever had is stored.
 */
@JiraComponent
class LinkTypes {

    /** What the reading of a type from the side of the journal's issue is, and its usual name, until its id is known. */
    private static final Map<Item, Usual> USUAL = Map.of(Item.LINK, new Usual("blocks", Set.of("is blocked by")),
            Item.SUCCESSOR, new Usual("supersedes", Set.of("is superseded by")));
    private static final String INWARD = ":inward";
    private static final String OUTWARD = ":outward";

    private final IssueLinkTypeManager types;
    private final IssueLinkManager links;
    private final FormerNames names;

    LinkTypes(IssueLinkTypeManager types, IssueLinkManager links, FormerNames names) {
        this.types = types;
        this.links = links;
        this.names = names;
    }

    /** How a kind of link is usually called. */
    private record Usual(String name, Set<String> readings) {
    }

    /** What the link in a sentence means; of several possible readings the longest holds. */
    Optional<Item> meaning(String sentence, String otherKey) {
        String words = (" " + sentence.replace(otherKey, " ") + " ").toLowerCase(Locale.ROOT);
        String longest = "";
        Optional<Item> meaning = Optional.empty();
        for (Map.Entry<String, Optional<Item>> reading : readings().entrySet()) {
            if (reading.getKey().length() > longest.length() && words.contains(" " + reading.getKey() + " ")) {
                longest = reading.getKey();
                meaning = reading.getValue();
            }
        }
        return meaning;
    }

    /** The links of an issue that mean something to it, by the ids of their types and the side it is on. */
    List<CurrentLink> of(Issue issue) {
        List<IssueLinkType> all = List.copyOf(types.getIssueLinkTypes());
        List<CurrentLink> present = new ArrayList<>();
        links.getInwardLinks(issue.getId()).forEach(link -> meaning(link.getLinkTypeId() + INWARD, all)
                .flatMap(item -> present(item, link.getSourceId(), link.getSourceObject())).ifPresent(present::add));
        links.getOutwardLinks(issue.getId()).forEach(link -> meaning(link.getLinkTypeId() + OUTWARD, all)
                .flatMap(item -> present(item, link.getDestinationId(), link.getDestinationObject())).ifPresent(present::add));
        return present;
    }

    /** A link whose other end is gone, as old databases hold them, is none. */
    private static Optional<CurrentLink> present(Item item, long otherId, Issue other) {
        return Optional.ofNullable(other).map(there -> new CurrentLink(item, otherId, there.getKey()));
    }

    private Optional<Item> meaning(String direction, List<IssueLinkType> all) {
        return USUAL.keySet().stream().filter(item -> directions(item, all).contains(direction)).findFirst();
    }

    /** Stores every name that the link types have now. */
    void noticeNames() {
        readings();
    }

    /** Readings in lower case; those of other types mean nothing. */
    private Map<String, Optional<Item>> readings() {
        List<IssueLinkType> all = List.copyOf(types.getIssueLinkTypes());
        Map<String, Optional<Item>> readings = new HashMap<>();
        for (IssueLinkType type : all) {
            readings.put(lower(type.getInward()), Optional.empty());
            readings.put(lower(type.getOutward()), Optional.empty());
        }
        for (Item item : USUAL.keySet()) {
            USUAL.get(item).readings().forEach(reading -> readings.put(reading, Optional.of(item)));
            for (String direction : directions(item, all)) {
                names(direction, all).forEach(word -> readings.put(lower(word), Optional.of(item)));
            }
        }
        readings.remove("");
        return readings;
    }

    /** {@code <type id>:inward} and the like, of types that are gone, too. */
    private Set<String> directions(Item item, List<IssueLinkType> all) {
        Usual usual = USUAL.get(item);
        List<String> now = new ArrayList<>();
        for (IssueLinkType type : all) {
            if (usual.readings().contains(lower(type.getInward())) || usual.name().equals(lower(type.getName()))) {
                now.add(type.getId() + INWARD);
            } else if (usual.readings().contains(lower(type.getOutward()))) {
                now.add(type.getId() + OUTWARD);
            }
        }
        return names.of("link." + item, now);
    }

    private Set<String> names(String direction, List<IssueLinkType> all) {
        Set<String> now = new HashSet<>();
        for (IssueLinkType type : all) {
            if (direction.equals(type.getId() + INWARD)) {
                now.add(type.getInward());
            } else if (direction.equals(type.getId() + OUTWARD)) {
                now.add(type.getOutward());
            }
        }
        return names.of("link." + direction, now);
    }

    private static String lower(String words) {
        return words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
    }
}
