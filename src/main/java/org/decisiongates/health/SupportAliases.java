package org.decisiongates.health;

import java.util.HashMap;
import java.util.Map;

/** What stands in a support zip for what people have named: the same name has the same alias in every file of a zip. */
public final class SupportAliases {

    private final Map<String, Map<String, String>> given = new HashMap<>();

    /**
     * The alias of a name, {@code policy-1}.
     *
     * @param kind what it names, in kebab case
     */
    public String of(String kind, String name) {
        Map<String, String> known = given.computeIfAbsent(kind, any -> new HashMap<>());
        String alias = known.getOrDefault(name, kind + "-" + (known.size() + 1));
        known.put(name, alias);
        return alias;
    }
}
