package org.decisiongates.sandbox.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Builds small plugin jars for tests: sources are compiled on the spot. */
public final class PluginSource {

    private static final String SPRING = """
            <beans xmlns="http://www.springframework.org/schema/beans" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                   xmlns:scanner="http://www.atlassian.com/schema/atlassian-scanner/2"
                   xsi:schemaLocation="http://www.springframework.org/schema/beans http://www.springframework.org/schema/beans/spring-beans.xsd
                     http://www.atlassian.com/schema/atlassian-scanner/2 http://www.atlassian.com/schema/atlassian-scanner/2/atlassian-scanner.xsd">
              <scanner:scan-indexes/>
            </beans>
            """;

    private final String key;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final List<String> modules = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private String descriptorKey;
    private boolean parameters = true;

    private PluginSource(String key) {
        this.key = key;
        this.descriptorKey = key;
        files.put("META-INF/spring/plugin-context.xml", SPRING);
    }

    public static PluginSource aPlugin(String key) {
        return new PluginSource(key);
    }

    /** A class; the package is {@code test}. */
    public PluginSource with(String className, String source) {
        sources.put("test." + className, "package test;\n" + source);
        return this;
    }

    /** A class of any package. */
    PluginSource withClass(String fullName, String source) {
        sources.put(fullName, source);
        return this;
    }

    public PluginSource module(String xml) {
        modules.add(xml);
        return this;
    }

    public PluginSource file(String path, String content) {
        files.put(path, content);
        return this;
    }

    public PluginSource index(String name, String... lines) {
        return file("META-INF/plugin-components/" + name, String.join("\n", lines) + "\n");
    }

    PluginSource manifest(String name, String value) {
        manifest.put(name, value);
        return this;
    }

    public PluginSource imports(String value) {
        return manifest("Import-Package", value);
    }

    PluginSource descriptorKey(String value) {
        descriptorKey = value;
        return this;
    }

    /** Compiles it, but leaves it out of the jar. */
    PluginSource leavesOut(String className) {
        left.add("test/" + className + ".class");
        return this;
    }

    PluginSource withoutParameterNames() {
        parameters = false;
        return this;
    }

    public Path jar(Path folder) {
        try {
            Path file = folder.resolve(key + ".jar");
            Manifest header = new Manifest();
            Attributes main = header.getMainAttributes();
            main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            main.putValue("Bundle-ManifestVersion", "2");
            main.putValue("Bundle-SymbolicName", key);
            main.putValue("Bundle-Version", "1.0.0");
            main.putValue("Atlassian-Plugin-Key", key);
            manifest.forEach((name, value) -> {
                if (value.isEmpty()) {
                    main.remove(new Attributes.Name(name));
                } else {
                    main.putValue(name, value);
                }
            });
            try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, header)) {
                entry(jar, "atlassian-plugin.xml", ("<atlassian-plugin key=\"" + descriptorKey + "\" name=\"Test\" plugins-version=\"2\">"
                        + "<plugin-info><version>1.0.0</version></plugin-info>" + String.join("\n", modules) + "</atlassian-plugin>")
                        .getBytes(StandardCharsets.UTF_8));
                for (Map.Entry<String, String> one : files.entrySet()) {
                    entry(jar, one.getKey(), one.getValue().getBytes(StandardCharsets.UTF_8));
                }
                for (Map.Entry<String, byte[]> one : compile(folder).entrySet()) {
                    if (!left.contains(one.getKey())) {
                        entry(jar, one.getKey(), one.getValue());
                    }
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entry(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(bytes);
        jar.closeEntry();
    }

    private Map<String, byte[]> compile(Path folder) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        if (sources.isEmpty()) {
            return classes;
        }
        Path output = Files.createTempDirectory(folder, "classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, source) -> units
                .add(new SimpleJavaFileObject(URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                }));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        List<String> options = new ArrayList<>(
                List.of("-d", output.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path")));
        if (parameters) {
            options.add("-parameters");
        }
        boolean compiled = compiler
                .getTask(new java.io.OutputStreamWriter(messages, StandardCharsets.UTF_8), null, null, options, null, units).call();
        if (!compiled) {
            throw new IllegalStateException(messages.toString(StandardCharsets.UTF_8));
        }
        try (Stream<Path> found = Files.walk(output)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                classes.put(output.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return classes;
    }
}
