package org.decisiongates.selfcheck;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Looks up everything of the host that the app's classes refer to. The list is read from the class files themselves, so it is never out
 * of date. A class or method that is missing is reported here instead of breaking a transition or a page.
 */
public final class HostCheck {

    private static final String OWN = "org/decisiongates/";
    private static final List<String> HOST = List.of("com.atlassian.", "com.opensymphony.", "org.ofbiz.", "net.java.ao.", "jakarta.",
            "org.osgi.", "org.slf4j.");

    private final String notHere;
    private volatile Result sound;

    /** @param otherProduct the package whose classes this host never loads: what they refer to is another product's */
    public HostCheck(String otherProduct) {
        this.notHere = "/" + OWN + otherProduct + "/";
    }

    /** Checks, unless nothing was missing before: what the app was wired to when it was enabled stays there until it is wired anew. */
    public Result run() {
        Bundle bundle = FrameworkUtil.getBundle(HostCheck.class);
        if (bundle == null) {
            return new Result(0, List.of("the app does not run in a container"));
        }
        return run(() -> Collections.list(bundle.findEntries(OWN, "*.class", true)));
    }

    Result run(Supplier<List<URL>> classes) {
        Result known = sound;
        if (known != null) {
            return known;
        }
        Result found = check(classes.get());
        if (found.missing().isEmpty()) {
            sound = found;
        }
        return found;
    }

    Result check(List<URL> classes) {
        Set<ClassFileReference> references = new LinkedHashSet<>();
        List<String> missing = new ArrayList<>();
        for (URL file : classes) {
            if (!file.getPath().contains(notHere)) {
                try (InputStream in = file.openStream()) {
                    ClassFile.references(in).stream().filter(HostCheck::isOfTheHost).forEach(references::add);
                } catch (IOException e) {
                    missing.add("the app's own class " + file.getPath() + " cannot be read: " + e.getMessage());
                }
            }
        }
        missing.addAll(new Links(HostCheck.class.getClassLoader()).broken(references));
        return new Result(references.size(), missing);
    }

    private static boolean isOfTheHost(ClassFileReference reference) {
        return HOST.stream().anyMatch(reference.owner()::startsWith);
    }

    /**
     * What a check found.
     *
     * @param checked how many classes, methods and fields of the host were looked up
     * @param missing a sentence for each that is missing
     */
    public record Result(int checked, List<String> missing) {

        public Result {
            missing = List.copyOf(missing);
        }
    }
}
