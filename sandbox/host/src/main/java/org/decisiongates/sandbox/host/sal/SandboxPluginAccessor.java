package org.decisiongates.sandbox.host.sal;

import java.util.Collection;
import java.util.function.Function;

import com.atlassian.plugin.ModuleDescriptor;
import com.atlassian.plugin.PluginInformation;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.Module;
import org.decisiongates.sandbox.host.Plugin;

/** {@code PluginAccessor} over the plugins of a box: every module of one that is installed is enabled, as nobody can disable one here. */
public record SandboxPluginAccessor(Box box, Function<String, Plugin> plugins) {

    public com.atlassian.plugin.Plugin getPlugin(String key) {
        return box.strict(com.atlassian.plugin.Plugin.class, new Installed(box, plugins.apply(key)));
    }

    public boolean isPluginModuleEnabled(String completeKey) {
        return box.modules().find(completeKey).isPresent();
    }

    /** A plugin and its modules. */
    private record Installed(Box box, Plugin plugin) {

        public String getKey() {
            return plugin.key();
        }

        public PluginInformation getPluginInformation() {
            PluginInformation information = new PluginInformation();
            information.setVersion(plugin.version());
            return information;
        }

        public Collection<ModuleDescriptor<?>> getModuleDescriptors() {
            return box.modules().ofPlugin(plugin.key()).stream().map(Installed::descriptor).toList();
        }

        private static ModuleDescriptor<?> descriptor(Module module) {
            return module::completeKey;
        }
    }
}
