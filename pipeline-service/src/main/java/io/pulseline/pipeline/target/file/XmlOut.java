package io.pulseline.pipeline.target.file;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** An XML document in memory; elements are written in the order of the calls. */
final class XmlOut {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** Its root has that name and namespace. */
    XmlOut(String root, String namespace) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(namespace);
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    /** Opens an element; {@link #close} closes it. */
    void open(String name) {
        try {
            xml.writeStartElement(name);
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    /** Of the element that was opened last, before anything is in it. */
    void attribute(String name, String value) {
        try {
            xml.writeAttribute(name, value);
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    /** Names a further namespace; like an attribute. */
    void namespace(String prefix, String namespace) {
        try {
            xml.writeNamespace(prefix, namespace);
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    void close() {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
    }

    /** An element with a text; none where the text is null. */
    void leaf(String name, @Nullable String value) {
        if (value != null) {
            open(name);
            try {
                xml.writeCharacters(value);
            } catch (XMLStreamException e) {
                throw inMemory(e);
            }
            close();
        }
    }

    /** An element with a number, exactly and without an exponent; none where it is null. */
    void leaf(String name, @Nullable Double value) {
        leaf(name, value == null ? null : decimal(value));
    }

    /** Exactly and without an exponent. */
    static String decimal(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    /** The whole document in UTF-8; all that is open is closed. */
    byte[] bytes() {
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw inMemory(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** In UTC, as XML Schema writes it. */
    static String time(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).toString();
    }

    /** Without the characters that XML 1.0 cannot hold; null if nothing is left. */
    static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(XmlOut::isAllowed).forEach(kept::appendCodePoint);
        String cleaned = kept.toString().strip();
        return cleaned.isEmpty() ? null : cleaned;
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    private static IllegalStateException inMemory(XMLStreamException e) {
        return new IllegalStateException("writing XML to memory failed", e);
    }
}
