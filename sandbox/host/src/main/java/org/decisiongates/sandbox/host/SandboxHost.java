package org.decisiongates.sandbox.host;

import java.nio.file.Path;
import java.util.List;

/** Starts a box in this process. */
public final class SandboxHost {

    private SandboxHost() {
    }

    /** Boots the product, then the plugins. A plugin that cannot be enabled fails the start with the reason. */
    public static RunningBox start(Product product, Options options, List<Path> pluginJars) {
        throw new UnsupportedOperationException();
    }
}
