package org.decisiongates.repository;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Packages the jar takes from the host that are neither the products' own API nor a standard: a host may stop exporting them (Platform 9
 * does).
 */
final class ForeignImports {

    private static final List<String> EXPECTED = List.of("com.atlassian.", "jakarta.", "org.osgi.", "org.slf4j.", "net.java.ao.",
            "org.springframework.beans.", "org.springframework.stereotype.");
    // Packages of the JDK itself: the container's own bundle exports them.
    private static final List<String> JDK = List.of("javax.crypto.", "javax.net.", "javax.xml.", "org.w3c.dom.", "org.xml.sax.");
    private static final Pattern REASON = Pattern.compile("^\\| `([a-z0-9.]+)` \\| .+ \\|$", Pattern.MULTILINE);

    private ForeignImports() {
    }

    static SortedSet<String> among(Collection<String> packages) {
        return packages.stream()
                .filter(name -> EXPECTED.stream().noneMatch((name + ".")::startsWith) && JDK.stream().noneMatch((name + ".")::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The packages a page gives a reason for: the rows of its tables that name a package first. */
    static SortedSet<String> explainedBy(String page) {
        return REASON.matcher(page).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
