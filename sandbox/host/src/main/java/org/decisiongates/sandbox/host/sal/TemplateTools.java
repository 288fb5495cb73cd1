package org.decisiongates.sandbox.host.sal;

import java.util.Collection;

import org.decisiongates.sandbox.host.Texts;
import org.decisiongates.sandbox.host.WebResources;
import org.decisiongates.sandbox.host.template.TemplateTool;

/** What every template finds in its context. */
public final class TemplateTools {

    private TemplateTools() {
    }

    /** {@code $i18n}. */
    public record I18n(Texts texts) implements TemplateTool {

        public String getText(String key) {
            return texts.text(key);
        }

        public String getText(String key, Object argument) {
            return texts.text(key, argument instanceof Collection<?> several ? several.toArray() : new Object[] {argument});
        }

        public String getText(String key, Object first, Object second) {
            return texts.text(key, first, second);
        }

        public String getText(String key, Object first, Object second, Object third) {
            return texts.text(key, first, second, third);
        }
    }

    /** {@code $webResourceManager}. */
    public record Resources(WebResources resources) implements TemplateTool {

        public void requireResource(String completeKey) {
            resources.require(completeKey);
        }

        public void requireResourcesForContext(String context) {
            resources.requireContext(context);
        }

        public String getStaticPluginResource(String completeKey, String name) {
            return resources.url(completeKey, name);
        }
    }
}
