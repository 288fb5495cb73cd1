package org.decisiongates.sandbox.host.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import net.java.ao.RawEntity;

import org.decisiongates.sandbox.host.Module;
import org.decisiongates.sandbox.host.PluginRefused;
import org.decisiongates.sandbox.host.Xml;

/** An {@code ao} module: table prefix, entities, upgrade tasks. */
record AoModule(Module module, String prefix, List<Class<? extends RawEntity<?>>> entities) {

    static AoModule of(Module module) {
        String namespace = module.xml().getAttribute("namespace");
        return new AoModule(module, prefix(namespace.isEmpty() ? module.pluginKey() : namespace),
                Xml.children(module.xml(), "entity").stream()
                        .<Class<? extends RawEntity<?>>>map(one -> entity(module, one.getTextContent().trim())).toList());
    }

    /** {@code AO_} and the last six hex digits of the namespace's MD5. */
    static String prefix(String namespace) {
        try {
            String hash = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(namespace.getBytes(StandardCharsets.UTF_8)));
            return "AO_" + hash.substring(hash.length() - 6).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    List<ActiveObjectsUpgradeTask> upgradeTasks() {
        return Xml.children(module.xml(), "upgradeTask").stream()
                .map(one -> module.create(ActiveObjectsUpgradeTask.class, one.getTextContent().trim()))
                .sorted(java.util.Comparator.comparing(ActiveObjectsUpgradeTask::getModelVersion)).toList();
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends RawEntity<?>> entity(Module module, String name) {
        Class<?> type = module.load(name);
        if (!type.isInterface() || !RawEntity.class.isAssignableFrom(type)) {
            throw new PluginRefused(module.pluginKey(), module + " names " + name + ", which is not an entity interface.");
        }
        return (Class<? extends RawEntity<?>>) type;
    }
}
