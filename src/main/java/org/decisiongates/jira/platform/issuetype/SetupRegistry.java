package org.decisiongates.jira.platform.issuetype;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

/**
 * Which object of this installation each thing of the app became, stored in the product's settings. An id is written once and never
 * changes, so this node remembers what it has read.
 */
@JiraComponent
public class SetupRegistry {

    private static final String IDS = "org.decisiongates.decision-gates:id.";
    /** Names of everything that has an id. */
    private static final String MADE = "org.decisiongates.decision-gates:made";
    private static final String INTENTS = "org.decisiongates.decision-gates:intent.";

    private final PluginSettingsFactory settings;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    SetupRegistry(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /**
     * The id of {@code thing} in this installation, once it was made. Throws {@link IllegalStateException} when it was made and the
     * settings give none: what a gate asks of a Decision must not be left out because the settings cannot be read.
     */
    public Optional<String> id(String thing) {
        String known = ids.get(thing);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> stored = read(IDS + thing);
        if (stored.isEmpty() && made().contains(thing)) {
            throw new IllegalStateException("Jira's settings do not give the id of " + thing + ", which set-up has stored in them");
        }
        stored.ifPresent(id -> ids.put(thing, id));
        return stored;
    }

    private Set<String> made() {
        return read(MADE).map(names -> new TreeSet<>(List.of(names.split(",")))).orElseGet(TreeSet::new);
    }

    /** Records that {@code thing} was made and has {@code id}. */
    public void remember(String thing, String id) {
        settings.createGlobalSettings().put(IDS + thing, id);
        Set<String> all = made();
        if (all.add(thing)) {
            settings.createGlobalSettings().put(MADE, String.join(",", all));
        }
        ids.put(thing, id);
        settings.createGlobalSettings().remove(INTENTS + thing);
    }

    /** Ids of what looked like {@code thing} just before it was to be made; empty when making it has not begun. */
    public Optional<Set<String>> intent(String thing) {
        return read(INTENTS + thing).map(ids -> new LinkedHashSet<>(List.of(ids.split(","))));
    }

    /** Records that {@code thing} is about to be made and what looks like it now. */
    public void intend(String thing, Set<String> lookalikes) {
        // never an empty text, which some databases read back as nothing
        settings.createGlobalSettings().put(INTENTS + thing, lookalikes.isEmpty() ? "-" : String.join(",", lookalikes));
    }

    private Optional<String> read(String key) {
        return Optional.ofNullable(settings.createGlobalSettings().get(key)).map(Object::toString).filter(text -> !text.isEmpty());
    }
}
