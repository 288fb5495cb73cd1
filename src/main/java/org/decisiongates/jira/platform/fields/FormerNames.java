package org.decisiongates.jira.platform.fields;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

import org.decisiongates.issue.OwnField;
import org.decisiongates.text.NamedValues;

/**
 * Every name that a field or a link type has had since the app was installed, stored in the product's settings: Jira's history goes on
 * calling a thing by the name it had then. Names are only ever added; two nodes that add at once may lose one, which the next look at it
 * adds again.
 */
@JiraComponent
public class FormerNames {

    private static final String PREFIX = "org.decisiongates.decision-gates:names.";
    /** More than any thing is renamed; what is stored has to stay below the limit of the settings. */
    private static final int MAX_NAMES = 100;
    private static final int MAX_LENGTH = 500;

    private final PluginSettingsFactory settings;
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

    public FormerNames(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /**
     * Every name that Jira's history may call one of the app's fields by: those it has had so far, the name an administrator gave it now,
     * and its translation for the current user.
     *
     * @param found what the field is in this Jira
     */
    public Set<String> of(OwnField field, CustomField found) {
        return of(OwnFields.thing(field), List.of(found.getUntranslatedName(), found.getFieldName()));
    }

    /** Every name of {@code thing} so far; those it has {@code now} are stored from now on. */
    public Set<String> of(String thing, Collection<String> now) {
        Set<String> names = known.computeIfAbsent(thing, this::stored);
        if (names.containsAll(now)) {
            return names;
        }
        Set<String> all = new LinkedHashSet<>(stored(thing));
        int before = all.size();
        now.stream().filter(name -> !name.isBlank() && name.length() <= MAX_LENGTH && all.size() < MAX_NAMES).forEach(all::add);
        if (all.size() > before) {
            store(thing, all);
        }
        known.put(thing, Set.copyOf(all));
        // one that is too long to be stored is known while the thing has it
        all.addAll(now);
        return all;
    }

    /** Reads again what other nodes have added. */
    public void refresh() {
        known.clear();
    }

    private Set<String> stored(String thing) {
        return Optional.ofNullable(settings.createGlobalSettings().get(PREFIX + thing)).map(Object::toString)
                .map(text -> (Set<String>) new LinkedHashSet<>(NamedValues.read(text).values())).orElseGet(Set::of);
    }

    private void store(String thing, Set<String> names) {
        Map<String, String> members = new LinkedHashMap<>();
        names.forEach(name -> members.put(Integer.toString(members.size() + 1), name));
        settings.createGlobalSettings().put(PREFIX + thing, NamedValues.write(members));
    }
}
