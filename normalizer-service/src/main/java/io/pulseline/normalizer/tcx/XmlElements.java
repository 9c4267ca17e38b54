package io.pulseline.normalizer.tcx;

import io.pulseline.normalizer.record.UnmappableException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks a stream of XML element by element, by local name. */
final class XmlElements {
    private final XMLStreamReader stream;
    private final String document;

    /**
     * @param document what the reasons call it
     */
    XmlElements(XMLStreamReader stream, String document) {
        this.stream = stream;
        this.document = document;
    }

    /** Told of each child; must read it to its end by one call to this class. */
    @FunctionalInterface
    interface Child {
        void read(String element) throws XMLStreamException;
    }

    /** Name of the root element, which is then the current one. */
    String root() throws XMLStreamException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // What may stand before the root says nothing.
        }
        return stream.getLocalName();
    }

    /** Every child of the current element, which is then read to its end. */
    void children(Child child) throws XMLStreamException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(stream.getLocalName());
            }
        }
    }

    /** The text of the current element, which is then read to its end. */
    String text() throws XMLStreamException {
        return stream.getElementText();
    }

    /** An attribute of the current element; null where absent. */
    @Nullable String attribute(String name) {
        return stream.getAttributeValue(null, name);
    }

    /** Passes over the current element and all that is in it, however deep. */
    void skip() throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                default -> {
                    // Text and comments are passed over too.
                }
            }
        }
    }

    private int next() throws XMLStreamException {
        int event = stream.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnmappableException(document + " declares a document type; that is refused");
        }
        return event;
    }
}
