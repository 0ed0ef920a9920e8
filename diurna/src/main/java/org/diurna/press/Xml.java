package org.diurna.press;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one XML document; whatever a text holds, the document stays well-formed. */
final class Xml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    /** @param namespaces pairs of prefix (empty for the default) and name */
    Xml(String root, String... namespaces) {
        try {
            writer = FACTORY.createXMLStreamWriter(text);
            writer.writeStartDocument("utf-8", "1.0");
            writer.writeCharacters("\n");
            writer.writeStartElement(root);
            for (int i = 0; i < namespaces.length; i += 2) {
                attribute(namespaces[i].isEmpty() ? "xmlns" : "xmlns:" + namespaces[i], namespaces[i + 1]);
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    Xml open(String name, String... attributes) {
        try {
            writer.writeCharacters("\n");
            writer.writeStartElement(name);
            return attributes(attributes);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    Xml close() {
        try {
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** An element with text and attributes, given as pairs. */
    Xml leaf(String name, String content, String... attributes) {
        try {
            open(name, attributes);
            writer.writeCharacters(legal(content));
            return close();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    Xml empty(String name, String... attributes) {
        try {
            writer.writeCharacters("\n");
            writer.writeEmptyElement(name);
            return attributes(attributes);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Text that is well-formed XML already. */
    Xml raw(String wellFormed) {
        try {
            // closes the start tag that is still open, so that what follows stands inside of the element
            writer.writeCharacters("\n");
            writer.flush();
            text.append(legal(wellFormed));
            return this;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    Xml attributes(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            attribute(pairs[i], pairs[i + 1]);
        }
        return this;
    }

    private void attribute(String name, String value) {
        try {
            writer.writeAttribute(name, legal(value));
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Ends the document. */
    byte[] bytes() {
        try {
            writer.writeCharacters("\n");
            writer.writeEndDocument();
            writer.flush();
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Without the characters that XML 1.0 section 2.2 forbids. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static IllegalStateException broken(XMLStreamException e) {
        return new IllegalStateException("An XML document was written out of order.", e);
    }
}
