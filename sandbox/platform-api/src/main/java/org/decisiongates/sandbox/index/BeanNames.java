package org.decisiongates.sandbox.index;

import java.beans.Introspector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds beans of one name: the scanner would let the later one replace the earlier without a word. */
final class BeanNames {
    private BeanNames() {
    }

    static List<String> clashes(List<IndexLine> lines) {
        TreeSet<String> clashes = new TreeSet<>();
        clashes.addAll(clashesIn("-jira", lines));
        clashes.addAll(clashesIn("-confluence", lines));
        return List.copyOf(clashes);
    }

    private static List<String> clashesIn(String product, List<IndexLine> lines) {
        Map<String, TreeSet<String>> typesByName = new TreeMap<>();
        for (IndexLine line : lines) {
            String name = nameIn(product, line);
            if (!name.isEmpty()) {
                typesByName.computeIfAbsent(name, any -> new TreeSet<>()).add(line.type());
            }
        }
        List<String> clashes = new ArrayList<>();
        typesByName.forEach((name, types) -> {
            if (types.size() > 1) {
                clashes.add("bean name " + name + " is taken by " + String.join(" and ", types) + ": name one of them in its annotation");
            }
        });
        return clashes;
    }

    private static String nameIn(String product, IndexLine line) {
        if (line.file().equals("component") || line.file().equals("component" + product)) {
            return line.addition().isEmpty() ? implied(line.type()) : line.addition();
        }
        // An import without a name steps aside for a bean of its implied name, so only named ones can clash.
        if (line.file().equals("imports") || line.file().equals("imports" + product)) {
            return line.addition();
        }
        return "";
    }

    private static String implied(String type) {
        return Introspector.decapitalize(type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1));
    }
}
