package org.decisiongates.jira.health;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.atlassian.plugin.ModuleDescriptor;
import com.atlassian.plugin.Plugin;
import com.atlassian.plugin.PluginAccessor;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;

import org.decisiongates.health.SupportAliases;
import org.decisiongates.health.SupportFile;

/** Versions of the product, of Java and of the app, and which modules of the app are disabled. */
@JiraComponent
class VersionSupportFile implements SupportFile {

    private static final String APP = "org.decisiongates.decision-gates";

    private final ApplicationProperties application;
    private final PluginAccessor plugins;

    VersionSupportFile(ApplicationProperties application, PluginAccessor plugins) {
        this.application = application;
        this.plugins = plugins;
    }

    @Override
    public String name() {
        return "versions";
    }

    @Override
    public Record content(SupportAliases aliases) {
        Plugin app = plugins.getPlugin(APP);
        List<String> modules = app.getModuleDescriptors().stream().map(ModuleDescriptor::getCompleteKey).sorted().toList();
        Map<String, String> java = new TreeMap<>();
        Stream.of("java.version", "java.vendor", "java.vm.name", "os.name", "os.arch", "file.encoding", "user.timezone")
                .forEach(property -> java.put(property, System.getProperty(property, "")));
        return new Versions(application.getDisplayName(), application.getVersion(), application.getBuildNumber(),
                app.getPluginInformation().getVersion(), java, modules.size(),
                modules.stream().filter(key -> !plugins.isPluginModuleEnabled(key)).toList());
    }

    private record Versions(String product, String version, String build, String app, Map<String, String> java, int modules,
            List<String> disabledModules) {
    }
}
