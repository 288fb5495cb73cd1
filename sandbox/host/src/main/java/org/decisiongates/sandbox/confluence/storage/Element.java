package org.decisiongates.sandbox.confluence.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An element of a page body, named as written ({@code p}, {@code ac:structured-macro}).
 *
 * @param name       qualified name
 * @param attributes attributes in order, by qualified name
 * @param children   content in order
 */
public record Element(String name, Map<String, String> attributes, List<Node> children) implements Node {

    @Override
    public String text() {
        return children.stream().map(Node::text).collect(Collectors.joining());
    }

    /** The attribute's value, or an empty text when it is missing. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The child elements of that name. */
    public Stream<Element> all(String child) {
        return elements().filter(element -> element.name().equals(child));
    }

    /** The first child element of that name. */
    public Optional<Element> first(String child) {
        return all(child).findFirst();
    }

    /** All child elements. */
    public Stream<Element> elements() {
        return children.stream().filter(Element.class::isInstance).map(Element.class::cast);
    }
}
