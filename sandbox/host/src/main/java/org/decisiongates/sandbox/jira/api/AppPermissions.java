package org.decisiongates.sandbox.jira.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.atlassian.jira.permission.ProjectPermission;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import org.w3c.dom.Element;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.Module;
import org.decisiongates.sandbox.host.PluginRefused;
import org.decisiongates.sandbox.jira.model.Permission;

/**
 * Permissions that apps bring: {@code <project-permission>}. Jira's published test of the module (6.3) has the key of the module as that of
 * the permission, and a name, a category it knows and a key that is not its own as conditions.
 */
public final class AppPermissions {

    private static final Set<String> CATEGORIES = Set.of("PROJECTS", "ISSUES", "VOTERS_AND_WATCHERS", "COMMENTS", "ATTACHMENTS",
            "TIME_TRACKING", "OTHER");

    private final Box box;

    public AppPermissions(Box box) {
        this.box = box;
    }

    /** Refuses a plugin with one that Jira would not take. */
    public void check() {
        box.modules().ofType("project-permission").forEach(AppPermissions::check);
    }

    /** Those of enabled plugins, behind Jira's own. */
    List<ProjectPermission> all() {
        List<ProjectPermission> all = new java.util.ArrayList<>();
        Arrays.stream(Permission.values()).forEach(own -> all.add(new Named(own.name())));
        box.modules().ofType("project-permission").forEach(module -> all.add(new Named(module.key())));
        return all;
    }

    private static void check(Module module) {
        Element xml = module.xml();
        if (xml.getAttribute("i18n-name-key").isBlank()) {
            throw new PluginRefused(module.pluginKey(), module + " has no i18n-name-key.");
        }
        if (!CATEGORIES.contains(xml.getAttribute("category"))) {
            throw new PluginRefused(module.pluginKey(), module + " has the category \"" + xml.getAttribute("category")
                    + "\", which is none of " + CATEGORIES + ".");
        }
        if (Arrays.stream(Permission.values()).anyMatch(own -> own.name().equals(module.key()))) {
            throw new PluginRefused(module.pluginKey(), module + " has the key of a permission of Jira's own.");
        }
    }

    private record Named(String key) implements ProjectPermission {

        @Override
        public String getKey() {
            return key;
        }

        @Override
        public ProjectPermissionKey getProjectPermissionKey() {
            return new ProjectPermissionKey(key);
        }
    }
}
