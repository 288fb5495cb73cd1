package org.decisiongates.sandbox.host;

import java.net.URL;
import java.util.Optional;

/** One installed plugin, as the rest of the box sees it. */
public interface Plugin {

    String key();

    String name();

    String version();

    /** Loads a class through the plugin's bundle. */
    Class<?> load(String className);

    /** A new instance from the plugin's Spring context, its constructor autowired. */
    <T> T create(Class<T> type, String className);

    /** A file inside the jar. */
    Optional<URL> entry(String path);
}
