package org.decisiongates.repository;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import org.decisiongates.fixture.Tree;

/** The plugin descriptor as the build packs it. */
final class Descriptor {

    private final Element root;

    private Descriptor(Document document) {
        this.root = document.getDocumentElement();
    }

    /** The descriptor of the build that runs. */
    static Descriptor ofTheBuild() {
        return of(Tree.ROOT.resolve("target/classes/atlassian-plugin.xml"));
    }

    static Descriptor of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Descriptor of(InputStream in) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Descriptor(factory.newDocumentBuilder().parse(in));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    Element root() {
        return root;
    }

    /** The modules: every child with a key. */
    List<Element> modules() {
        return children(root).filter(child -> child.hasAttribute("key")).toList();
    }

    /** Every element of this name, wherever it stands. */
    List<Element> all(String name) {
        return elements(root.getElementsByTagName(name)).toList();
    }

    /** Every class the descriptor names, as attribute or as text. */
    List<String> classes() {
        return Stream.of(all("*").stream().map(element -> element.getAttribute("class")),
                Stream.of("validator-class", "function-class").flatMap(name -> all(name).stream()).map(Element::getTextContent),
                all("entity").stream().map(Element::getTextContent),
                all("upgradeTask").stream().map(Element::getTextContent))
                .flatMap(names -> names).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /** Every i18n key the descriptor names. */
    List<String> textKeys() {
        return Stream.concat(all("*").stream().map(element -> element.getAttribute("i18n-name-key")),
                Stream.of("label", "description", "tooltip").flatMap(name -> all(name).stream())
                        .map(element -> element.getAttribute("key")))
                .filter(key -> !key.isEmpty()).toList();
    }

    static Stream<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast);
    }
}
