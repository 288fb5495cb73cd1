package org.decisiongates.sandbox.confluence.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds the tree of a page body while it is parsed, and stops at the first element that lies too deep. */
final class TreeBuilder extends DefaultHandler {

    private static final Set<String> PREFIXES = Set.of("ac", "ri", "at");

    private final int deepest;
    private final Deque<Element> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private Locator locator;
    private Element root;

    TreeBuilder(int deepest) {
        this.deepest = deepest;
    }

    Element root() {
        return root;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXParseException {
        flush();
        if (open.size() > deepest) {
            throw new SAXParseException("elements are nested deeper than " + deepest + " levels", locator);
        }
        int colon = name.indexOf(':');
        if (colon >= 0 && !PREFIXES.contains(name.substring(0, colon))) {
            throw new SAXParseException("Undeclared namespace prefix \"" + name.substring(0, colon) + "\"", locator);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            values.put(attributes.getQName(i), attributes.getValue(i));
        }
        Element element = new Element(name, values, new ArrayList<>());
        if (!open.isEmpty()) {
            open.peek().children().add(element);
        }
        open.push(element);
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        flush();
        Element closed = open.pop();
        if (open.isEmpty()) {
            root = closed;
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        text.append(chars, start, length);
    }

    private void flush() {
        if (!text.isEmpty() && !open.isEmpty()) {
            List<Node> siblings = open.peek().children();
            siblings.add(new Text(text.toString()));
        }
        text.setLength(0);
    }
}
