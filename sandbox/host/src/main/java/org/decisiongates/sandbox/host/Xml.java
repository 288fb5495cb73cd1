package org.decisiongates.sandbox.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads descriptor elements. */
public final class Xml {

    private Xml() {
    }

    /** The child elements, in order. */
    public static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** The child elements of one name, in order. */
    public static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> child.getTagName().equals(name)).toList();
    }

    /** The first child element of this name, or null. */
    public static Element child(Element parent, String name) {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    /** The trimmed text of the first child of this name, or nothing. */
    public static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null ? "" : child.getTextContent().trim();
    }

    /** The {@code <param name value>} children; a value may also be the element's text. */
    public static Map<String, String> params(Element parent) {
        Map<String, String> params = new LinkedHashMap<>();
        for (Element param : children(parent, "param")) {
            params.put(param.getAttribute("name"),
                    param.hasAttribute("value") ? param.getAttribute("value") : param.getTextContent().trim());
        }
        return params;
    }

    /** The element and everything below it. */
    public static Stream<Element> tree(Element root) {
        return Stream.concat(Stream.of(root), children(root).stream().flatMap(Xml::tree));
    }
}
