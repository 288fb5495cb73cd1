package org.decisiongates.sandbox.host;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** The texts of the host and of every plugin, by key. */
public final class Texts {

    private final List<Source> sources = new CopyOnWriteArrayList<>();
    private final Supplier<Locale> reader;

    Texts(Supplier<Locale> reader) {
        this.reader = reader;
    }

    /** Adds a resource bundle on the host's class path, for example {@code org/example/texts}. */
    public void add(String bundle) {
        sources.add(new Source("", bundle.replace('.', '/'), name -> Optional.ofNullable(Texts.class.getClassLoader().getResource(name))));
    }

    void add(Plugin plugin, String bundle) {
        String base = bundle.replace('.', '/');
        if (plugin.entry(base + ".properties").isEmpty()) {
            throw new PluginRefused(plugin.key(), "its i18n resource " + bundle + " is not in the jar.");
        }
        sources.add(new Source(plugin.key(), base, plugin::entry));
    }

    void forget(String pluginKey) {
        sources.removeIf(source -> source.owner().equals(pluginKey));
    }

    /** The text in the reader's language, arguments filled in; the key itself when nobody knows it. */
    public String text(String key, Object... arguments) {
        return text(reader.get(), key, arguments);
    }

    public String text(Locale locale, String key, Object... arguments) {
        Optional<String> raw = raw(locale, key);
        return raw.isPresent() ? new MessageFormat(raw.get(), locale).format(arguments) : key;
    }

    /** The pattern, before any argument is filled in. */
    public Optional<String> raw(Locale locale, String key) {
        for (Source source : sources) {
            String found = source.of(locale).getProperty(key);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    public boolean knows(String key) {
        return raw(Locale.ROOT, key).isPresent();
    }

    /** Every text whose key starts so, in one language. */
    public Map<String, String> startingWith(Locale locale, String prefix) {
        Map<String, String> found = new TreeMap<>();
        for (Source source : sources) {
            Properties all = source.of(locale);
            all.stringPropertyNames().stream().filter(key -> key.startsWith(prefix))
                    .forEach(key -> found.putIfAbsent(key, all.getProperty(key)));
        }
        return found;
    }

    /** The language of the reader of the moment. */
    public Locale locale() {
        return reader.get();
    }

    /** One bundle with its languages, each read once. */
    private record Source(String owner, String base, Function<String, Optional<URL>> files, Map<Locale, Properties> read) {

        Source(String owner, String base, Function<String, Optional<URL>> files) {
            this(owner, base, files, new java.util.concurrent.ConcurrentHashMap<>());
        }

        Properties of(Locale locale) {
            return read.computeIfAbsent(locale, one -> {
                Properties all = new Properties();
                load("", all);
                if (!one.getLanguage().isEmpty()) {
                    load("_" + one.getLanguage(), all);
                    load("_" + one.getLanguage() + "_" + one.getCountry(), all);
                }
                return all;
            });
        }

        private void load(String suffix, Properties into) {
            files.apply(base + suffix + ".properties").ifPresent(url -> {
                try (Reader in = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    into.load(in);
                } catch (IOException e) {
                    throw new UncheckedIOException(base + " cannot be read", e);
                }
            });
        }
    }
}
