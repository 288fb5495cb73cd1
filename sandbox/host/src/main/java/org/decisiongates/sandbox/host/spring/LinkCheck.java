package org.decisiongates.sandbox.host.spring;

import org.osgi.framework.Bundle;

import org.decisiongates.sandbox.host.PluginRefused;

/** Spring looks at every declared member of every bean; one type that is not there takes the whole context down. */
final class LinkCheck {

    private LinkCheck() {
    }

    static void check(Bundle bundle, String className) {
        try {
            for (Class<?> type = bundle.loadClass(className); type != null; type = type.getSuperclass()) {
                type.getDeclaredConstructors();
                type.getDeclaredMethods();
                type.getDeclaredFields();
            }
        } catch (ClassNotFoundException e) {
            throw new PluginRefused(bundle.getSymbolicName(), "the index names class " + className + ", which cannot be loaded: "
                    + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new PluginRefused(bundle.getSymbolicName(), "Error loading class " + className
                    + ": problem with class file or dependent class. " + e, e);
        }
    }
}
