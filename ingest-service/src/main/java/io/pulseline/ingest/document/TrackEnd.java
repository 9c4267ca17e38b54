package io.pulseline.ingest.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Finds out whether a TCX has laps, and when its last point is. */
public final class TrackEnd {
    private static final XMLInputFactory FACTORY = factory();

    private TrackEnd() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Time of the last point; empty if there is no lap or no point: a full answer too, for an
     * activity without GPS.
     *
     * @throws IOException if it is not XML or a point's time is none
     */
    public static Optional<Instant> of(byte[] tcx) throws IOException {
        @Nullable String last = null;
        boolean inPoint = false;
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(tcx));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (inPoint && xml.getLocalName().equals("Time")) {
                        last = xml.getElementText();
                    }
                    inPoint |= xml.getLocalName().equals("Trackpoint");
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    inPoint &= !xml.getLocalName().equals("Trackpoint");
                }
            }
            return last == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(last.strip()).toInstant());
        } catch (XMLStreamException | DateTimeException e) {
            throw new IOException("not a readable TCX", e);
        }
    }
}
