package org.decisiongates.sandbox.confluence.storage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The headings of a page body with the anchors they are linked by. */
public final class Outline {

    private final List<Heading> headings = new ArrayList<>();
    private final Map<Element, String> anchors = new IdentityHashMap<>();

    private Outline() {
    }

    /** The outline of a body. */
    public static Outline of(Element root) {
        Outline outline = new Outline();
        outline.collect(root, new HashSet<>());
        return outline;
    }

    /** The headings in reading order. */
    public List<Heading> headings() {
        return List.copyOf(headings);
    }

    String anchor(Element heading) {
        return anchors.getOrDefault(heading, "");
    }

    static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    private void collect(Element element, Set<String> taken) {
        if (isHeading(element.name())) {
            String text = element.text().strip();
            String stem = text.replaceAll("[^\\p{L}\\p{N}._-]", "");
            String anchor = stem;
            for (int i = 1; !taken.add(anchor); i++) {
                anchor = stem + "." + i;
            }
            anchors.put(element, anchor);
            headings.add(new Heading(element.name().charAt(1) - '0', text, anchor));
        }
        element.elements().forEach(child -> collect(child, taken));
    }

    /** A heading: its level from 1 to 6, its text and its anchor. */
    public record Heading(int level, String text, String anchor) {
    }
}
