package io.pulseline.pipeline.upload.file;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the XML of somebody we do not know, element by element, by local name. A document
 * type, and with it every entity, is refused; so is deep nesting. Nothing is ever fetched.
 */
final class XmlWalk {
    /** GPX and TCX with extensions need about ten. */
    private static final int DEEPEST = 64;

    private final XMLStreamReader stream;
    private int depth;

    private XmlWalk(XMLStreamReader stream) {
        this.stream = stream;
    }

    /** Told of each child; must read it to its end by one call to the walk. */
    @FunctionalInterface
    interface Child {
        void read(String element);
    }

    private interface Step<T> {
        T take() throws XMLStreamException;
    }

    /** Before the root of a document. */
    static XmlWalk of(byte[] bytes) {
        // The JDK's own parser, whatever else is on the class path: its limits are known.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        int start = blanks(bytes);
        return new XmlWalk(
                wellFormed(() ->
                        factory.createXMLStreamReader(
                                new ByteArrayInputStream(bytes, start, bytes.length - start))));
    }

    /** Some exports begin with blanks, which the XML declaration does not allow. */
    private static int blanks(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }

    /** Name of the root element, which is then the current one. */
    String root() {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // What may stand before the root says nothing.
        }
        depth++;
        return stream.getLocalName();
    }

    /** Every child of the current element, which is then read to its end. */
    void children(Child child) {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                entered();
                child.read(stream.getLocalName());
            }
        }
    }

    /** The text of the current element, which is then read to its end. */
    String text() {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (next()) {
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return text.toString();
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    entered();
                    skip();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        text.append(stream.getText());
                default -> {
                    // Comments are no text.
                }
            }
        }
    }

    /** The number in the current element, which is then read to its end; null where none. */
    @Nullable Double number() {
        try {
            double number = Double.parseDouble(text().strip());
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** A number that lies between 0 and {@code most}; null where it does not. */
    @Nullable Double amount(double most) {
        Double number = number();
        return number == null || number < 0 || number > most ? null : number;
    }

    /** An attribute of the current element; null where absent. */
    @Nullable String attribute(String name) {
        return stream.getAttributeValue(null, name);
    }

    /** Passes over the current element and all that is in it. */
    void skip() {
        int outside = depth - 1;
        while (depth > outside) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> entered();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // Text and comments are passed over too.
                }
            }
        }
    }

    /** Reads on to the end, behind the root. */
    void end() {
        while (wellFormed(stream::hasNext)) {
            next();
        }
    }

    private void entered() {
        depth++;
        if (depth > DEEPEST) {
            throw RefusedFileException.unfit(
                    "The XML is nested more than " + DEEPEST + " deep; no activity file is.");
        }
    }

    private int next() {
        int event = wellFormed(stream::next);
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw RefusedFileException.unfit(
                    "The XML declares a document type or uses entities; that is not taken.");
        }
        return event;
    }

    private static <T> T wellFormed(Step<T> step) {
        try {
            return step.take();
        } catch (XMLStreamException e) {
            // Says where, never what: the parser's own message quotes the file.
            throw malformed(
                    e.getLocation() == null ? "" : ", at line " + e.getLocation().getLineNumber());
        } catch (RuntimeException _) {
            // What a parser makes of an encoding that does not exist, for example.
            throw malformed("");
        }
    }

    private static RefusedFileException malformed(String where) {
        return RefusedFileException.unfit("The file is not well-formed XML" + where + ".");
    }
}
