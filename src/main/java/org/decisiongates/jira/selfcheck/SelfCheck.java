package org.decisiongates.jira.selfcheck;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import org.decisiongates.selfcheck.ClassFile;
import org.decisiongates.selfcheck.Links;
import org.decisiongates.selfcheck.Reference;

/**
 * Looks up everything of the host that the app's classes refer to. The list is read from the class files themselves, so it is never out
 * of date. A class or method that is missing is told in words here instead of breaking somebody's transition.
 */
@JiraComponent
public class SelfCheck {

    private static final String OWN = "org/decisiongates/";
    /** Not loaded in Jira: what they refer to is Confluence's. */
    private static final String NOT_HERE = "/org/decisiongates/confluence/";
    private static final List<String> HOST = List.of("com.atlassian.", "com.opensymphony.", "org.ofbiz.", "net.java.ao.", "jakarta.", "org.osgi.", "org.slf4j.");

    /** Checks anew. */
    public Result run() {
        Bundle bundle = FrameworkUtil.getBundle(SelfCheck.class);
        if (bundle == null) {
            return new Result(0, List.of("the app does not run in a container"));
        }
        return check(Collections.list(bundle.findEntries(OWN, "*.class", true)));
    }

    Result check(List<URL> classes) {
        Set<Reference> references = new LinkedHashSet<>();
        for (URL file : classes) {
            if (!file.getPath().contains(NOT_HERE)) {
                references.addAll(references(file));
            }
        }
        references.removeIf(reference -> HOST.stream().noneMatch(reference.owner()::startsWith));
        return new Result(references.size(), new Links(SelfCheck.class.getClassLoader()).broken(references));
    }

    private static Set<Reference> references(URL file) {
        try (InputStream in = file.openStream()) {
            return ClassFile.references(in);
        } catch (IOException e) {
            throw new IllegalStateException("the app's own class " + file + " cannot be read", e);
        }
    }

    /**
     * What a check found.
     *
     * @param checked how many classes, methods and fields of the host were looked up
     * @param missing a sentence for each that is missing
     */
    public record Result(int checked, List<String> missing) {
    }
}
