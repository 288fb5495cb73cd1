package org.decisiongates.sandbox.confluence.storage;

import java.io.IOException;
import java.io.StringReader;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jsoup.nodes.Entities;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads a page body. The namespaces {@code ac}, {@code ri} and {@code at} and the entities of HTML are implicit, as in the product; a
 * document type is refused, so no entity can be declared or fetched; length and nesting are bounded.
 */
public final class StorageFormat {

    /** The longest body that is read, in characters. */
    public static final int MAX_LENGTH = 1_048_576;
    /** The deepest nesting of elements that is read. */
    public static final int DEEPEST = 200;

    private static final int MAX_ATTRIBUTES = 200;
    private static final int MAX_NAME_LENGTH = 1_000;
    private static final String ROOT = "storage";

    private StorageFormat() {
    }

    /** The body as a tree under one root element. */
    public static Element read(String body) throws MalformedStorage {
        if (body.length() > MAX_LENGTH) {
            throw new MalformedStorage("Error parsing xhtml: the body has " + body.length() + " characters, at most " + MAX_LENGTH
                    + " are accepted. Split the page.");
        }
        TreeBuilder tree = new TreeBuilder(DEEPEST);
        try {
            parser().parse(new InputSource(new StringReader("<" + ROOT + ">\n" + withoutNamedEntities(body) + "</" + ROOT + ">")), tree);
        } catch (SAXParseException e) {
            throw new MalformedStorage("Error parsing xhtml: " + e.getMessage() + " at [row,col]: [" + (e.getLineNumber() - 1) + ","
                    + e.getColumnNumber() + "]", e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new MalformedStorage("Error parsing xhtml: " + e.getMessage(), e);
        }
        return tree.root();
    }

    private static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        SAXParser parser = factory.newSAXParser();
        // Every JDK has bounds of its own, lower with each. Ours speaks first, with a message for people.
        parser.setProperty("jdk.xml.maxElementDepth", DEEPEST + 10);
        parser.setProperty("jdk.xml.elementAttributeLimit", MAX_ATTRIBUTES);
        parser.setProperty("jdk.xml.maxXMLNameLimit", MAX_NAME_LENGTH);
        return parser;
    }

    /** Replaces HTML's entities by character references outside CDATA sections and comments; XML's own five stay. */
    private static String withoutNamedEntities(String body) {
        if (body.indexOf('&') < 0) {
            return body;
        }
        StringBuilder out = new StringBuilder(body.length() + 64);
        int at = 0;
        while (at < body.length()) {
            int verbatim = endOfVerbatim(body, at);
            if (verbatim > at) {
                out.append(body, at, verbatim);
                at = verbatim;
            } else if (body.charAt(at) == '&') {
                at = appendReference(body, at, out);
            } else {
                out.append(body.charAt(at++));
            }
        }
        return out.toString();
    }

    private static int endOfVerbatim(String body, int at) {
        if (body.charAt(at) != '<') {
            return at;
        }
        String end = body.startsWith("<![CDATA[", at) ? "]]>" : body.startsWith("<!--", at) ? "-->" : null;
        if (end == null) {
            return at;
        }
        int found = body.indexOf(end, at + 4);
        return found < 0 ? body.length() : found + end.length();
    }

    private static int appendReference(String body, int at, StringBuilder out) {
        int end = at + 1;
        while (end < body.length() && end - at < 40 && Character.isLetterOrDigit(body.charAt(end))) {
            end++;
        }
        String name = body.substring(at + 1, end);
        boolean known = end < body.length() && body.charAt(end) == ';' && Entities.isNamedEntity(name);
        if (!known || isXmlEntity(name)) {
            out.append(body, at, end);
            return end;
        }
        Entities.getByName(name).codePoints().forEach(point -> out.append("&#").append(point).append(';'));
        return end + 1;
    }

    private static boolean isXmlEntity(String name) {
        return switch (name) {
            case "amp", "lt", "gt", "quot", "apos" -> true;
            default -> false;
        };
    }
}
