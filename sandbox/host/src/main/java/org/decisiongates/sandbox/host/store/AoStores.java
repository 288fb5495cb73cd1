package org.decisiongates.sandbox.host.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.atlassian.activeobjects.external.ActiveObjects;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.Module;
import org.decisiongates.sandbox.host.data.Database;

/** Hands every plugin its own {@link ActiveObjects}. */
public final class AoStores implements ServiceFactory<ActiveObjects> {

    private final Box box;
    private final Database database;
    private final Map<String, AoStore> stores = new ConcurrentHashMap<>();

    public AoStores(Box box, Database database) {
        this.box = box;
        this.database = database;
    }

    @Override
    public ActiveObjects getService(Bundle bundle, ServiceRegistration<ActiveObjects> registration) {
        return box.strict(ActiveObjects.class, store(bundle.getSymbolicName()));
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<ActiveObjects> registration, ActiveObjects service) {
        // The store lives as long as the plugin is installed.
    }

    /** Creates or upgrades the tables of a plugin; from here on its Active Objects can be used. */
    public void open(Module ao) {
        store(ao.pluginKey()).open(AoModule.of(ao), database, box.settings());
    }

    public void forget(String pluginKey) {
        stores.remove(pluginKey);
    }

    private AoStore store(String pluginKey) {
        return stores.computeIfAbsent(pluginKey, AoStore::new);
    }
}
