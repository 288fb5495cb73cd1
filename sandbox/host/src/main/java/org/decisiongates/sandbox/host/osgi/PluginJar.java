package org.decisiongates.sandbox.host.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

import org.decisiongates.sandbox.host.PluginRefused;
import org.decisiongates.sandbox.host.Xml;

/** A jar that passed what the plugin framework checks before it installs anything. */
public record PluginJar(Path file, String key, String name, String version, Element descriptor) {

    private static final String DESCRIPTOR = "atlassian-plugin.xml";
    private static final String SCANNER = "com/atlassian/plugin/spring/scanner/";
    private static final List<String> LEGACY = List.of("component", "component-import", "module-type");

    /** Reads and checks a jar. */
    public static PluginJar read(Path file) {
        String shown = file.getFileName().toString();
        try (JarFile jar = new JarFile(file.toFile())) {
            Attributes manifest = manifest(jar, shown);
            JarEntry entry = jar.getJarEntry(DESCRIPTOR);
            if (entry == null) {
                throw new PluginRefused(shown, "it has no " + DESCRIPTOR + " at its root.");
            }
            Element descriptor;
            try (InputStream in = jar.getInputStream(entry)) {
                descriptor = parse(in, shown);
            }
            String key = descriptor.getAttribute("key");
            checkKeys(manifest, key, shown);
            checkLegacy(descriptor, key);
            checkScannerClasses(jar, manifest, key);
            return new PluginJar(file, key, descriptor.getAttribute("name"), version(descriptor), descriptor);
        } catch (IOException e) {
            throw new PluginRefused(shown, "it cannot be read as a jar.", e);
        }
    }

    private static Attributes manifest(JarFile jar, String shown) throws IOException {
        Manifest manifest = jar.getManifest();
        if (manifest == null) {
            throw new PluginRefused(shown, "it has no manifest.");
        }
        return manifest.getMainAttributes();
    }

    private static void checkKeys(Attributes manifest, String key, String shown) {
        String declared = manifest.getValue("Atlassian-Plugin-Key");
        if (declared == null) {
            throw new PluginRefused(shown, "its manifest has no Atlassian-Plugin-Key; only transformerless plugins are installed.");
        }
        if (!declared.equals(key)) {
            throw new PluginRefused(shown, "Atlassian-Plugin-Key '" + declared + "' in the manifest differs from key '" + key
                    + "' in " + DESCRIPTOR + ".");
        }
        String symbolicName = Optional.ofNullable(manifest.getValue("Bundle-SymbolicName")).map(name -> name.split(";")[0].trim())
                .orElse("");
        if (!symbolicName.equals(key)) {
            throw new PluginRefused(shown, "Bundle-SymbolicName '" + symbolicName + "' differs from the plugin key '" + key + "'.");
        }
    }

    private static void checkLegacy(Element descriptor, String key) {
        for (Element module : Xml.children(descriptor)) {
            if (LEGACY.contains(module.getTagName())) {
                throw new PluginRefused(key, "<" + module.getTagName() + " key=\"" + module.getAttribute("key")
                        + "\"> is not allowed in a transformerless plugin.");
            }
        }
    }

    private static void checkScannerClasses(JarFile jar, Attributes manifest, String key) throws IOException {
        for (JarEntry entry : java.util.Collections.list(jar.entries())) {
            refuseScanner(entry.getName(), key);
        }
        String classPath = Optional.ofNullable(manifest.getValue("Bundle-ClassPath")).orElse(".");
        for (String element : classPath.split(",")) {
            JarEntry nested = jar.getJarEntry(element.trim());
            if (nested != null && nested.getName().endsWith(".jar")) {
                try (JarInputStream in = new JarInputStream(jar.getInputStream(nested))) {
                    for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                        refuseScanner(entry.getName(), key);
                    }
                }
            }
        }
    }

    private static void refuseScanner(String entry, String key) {
        if (entry.startsWith(SCANNER) && entry.endsWith(".class")) {
            throw new PluginRefused(key, "it carries the host's own class " + entry.replace('/', '.')
                    + "; the scanner's annotations must not be packed into the jar.");
        }
    }

    private static Element parse(InputStream in, String shown) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (SAXException e) {
            throw new PluginRefused(shown, DESCRIPTOR + " is not well-formed: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String version(Element descriptor) {
        return Xml.children(descriptor).stream().filter(child -> child.getTagName().equals("plugin-info"))
                .flatMap(info -> Xml.children(info).stream()).filter(child -> child.getTagName().equals("version"))
                .map(version -> version.getTextContent().trim()).findFirst().orElse("0");
    }
}
