package org.decisiongates.sandbox.artefacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The profile {@code atlassian} as it is written in the pom. */
final class AtlassianProfile {
    private static final String PROFILE = "/project/profiles/profile[id='atlassian']";

    private final Document pom;

    private AtlassianProfile(Document pom) {
        this.pom = pom;
    }

    static AtlassianProfile read() throws IOException {
        try (var in = Files.newInputStream(StandIns.ROOT.resolve("pom.xml"))) {
            return new AtlassianProfile(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in));
        } catch (SAXException | ParserConfigurationException broken) {
            throw new IOException(broken);
        }
    }

    /** What the profile declares, {@code group:artefact}. */
    List<Dependency> dependencies() {
        return dependencies(PROFILE + "/dependencies/dependency");
    }

    /** The BOMs it imports. */
    List<Dependency> imports() {
        return dependencies(PROFILE + "/dependencyManagement/dependencies/dependency[scope='import']");
    }

    String property(String name) {
        return elements(PROFILE + "/properties/" + name).get(0).getTextContent();
    }

    int repositories() {
        return elements(PROFILE + "//repository").size() + elements(PROFILE + "//pluginRepository").size()
                + elements("/project/repositories/*").size();
    }

    List<String> profiles() {
        return elements("/project/profiles/profile/id").stream().map(Element::getTextContent).toList();
    }

    private List<Dependency> dependencies(String path) {
        List<Dependency> dependencies = new ArrayList<>();
        for (Element element : elements(path)) {
            Map<String, String> values = new TreeMap<>();
            NodeList children = element.getElementsByTagName("*");
            for (int i = 0; i < children.getLength(); i++) {
                values.put(children.item(i).getNodeName(), children.item(i).getTextContent());
            }
            dependencies.add(new Dependency(values.get("groupId"), values.get("artifactId"), resolved(values.getOrDefault("version", "")),
                    values.getOrDefault("scope", "compile")));
        }
        return dependencies;
    }

    private String resolved(String version) {
        return version.startsWith("${") ? property(version.substring(2, version.length() - 1)) : version;
    }

    private List<Element> elements(String path) {
        try {
            NodeList nodes = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                elements.add((Element) nodes.item(i));
            }
            return elements;
        } catch (XPathExpressionException wrong) {
            throw new IllegalArgumentException(path, wrong);
        }
    }

    /** One dependency; {@code version} is empty when a BOM is to give it. */
    record Dependency(String group, String artefact, String version, String scope) {

        String name() {
            return group + ":" + artefact;
        }

        Path folder(String ofVersion) {
            return Path.of(group.replace('.', '/'), artefact, ofVersion);
        }
    }
}
