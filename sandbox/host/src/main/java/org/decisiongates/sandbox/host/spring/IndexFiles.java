package org.decisiongates.sandbox.host.spring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files below {@code META-INF/plugin-components}: the general one first, then the product's. */
final class IndexFiles {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

    /** The products are recognised by a service, exactly as the scanner's runtime does it. */
    private static final Map<String, String> MARKERS = Map.of(
            "jira", "com.atlassian.jira.bc.issue.IssueService",
            "confluence", "com.atlassian.confluence.core.ContentEntityManager");

    private final Bundle bundle;
    private final String product;
    private final Set<String> profiles;

    IndexFiles(Bundle bundle, String product, String profiles) {
        this.bundle = bundle;
        this.product = product;
        this.profiles = profiles.isBlank() ? Collections.emptySet() : new TreeSet<>(Set.of(profiles.trim().split("\\s*,\\s*")));
    }

    /** The product whose marker service is there; {@code all} when none is, and then no product file is read. */
    static String product(BundleContext context) {
        for (Map.Entry<String, String> marker : MARKERS.entrySet()) {
            if (context.getServiceReference(marker.getValue()) != null) {
                return marker.getKey();
            }
        }
        LOG.warn("No service says which product this is ({}); product index files are not read", MARKERS.values());
        return "all";
    }

    /** Every line of the general and the product's file, sorted, each once. */
    Set<String> lines(String name) {
        Set<String> lines = new TreeSet<>();
        read("", name, lines);
        profiles.forEach(profile -> read("profile-" + profile + "/", name, lines));
        return lines;
    }

    private void read(String folder, String name, Set<String> lines) {
        for (String file : new String[] {name, name + "-" + product}) {
            URL entry = bundle.getEntry("META-INF/plugin-components/" + folder + file);
            if (entry != null) {
                try (BufferedReader reader = new BufferedReader(new InputStreamReader(entry.openStream(), StandardCharsets.UTF_8))) {
                    reader.lines().forEach(lines::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
