package io.pulseline.normalizer.tcx;

import io.pulseline.normalizer.record.Decimals;
import io.pulseline.normalizer.record.LocalTimes;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.UnmappableException;
import io.pulseline.normalizer.tcx.TcxDocument.TcxLap;
import io.pulseline.normalizer.tcx.TcxDocument.TcxPoint;
import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads TCX as a stream. Elements it does not know are passed over, so cadence, power and whatever
 * extensions bring do no harm. A document type declaration is refused, and with it every entity.
 */
public final class TcxReader {
    static final String PART = "tcx part";

    /** Several days of one point each second; more is no activity. */
    private static final int MOST_POINTS = 500_000;

    private final XmlElements xml;
    private final LocalTimes times;
    private final Oddities oddities;
    private final List<TcxLap> laps = new ArrayList<>();
    private final List<TcxPoint> points = new ArrayList<>();
    private @Nullable String creatorName;

    private TcxReader(XmlElements xml, LocalTimes times, Oddities oddities) {
        this.xml = xml;
        this.times = times;
        this.oddities = oddities;
    }

    /**
     * The JDK's own parser whatever else is on the class path: its limits are known. A new factory
     * for each document, because none promises to serve several threads.
     */
    private static XMLInputFactory hardenedFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * The document in these bytes; the empty one where there are none.
     *
     * @throws UnmappableException if they are no TCX
     */
    public static TcxDocument read(byte[] bytes, LocalTimes times, Oddities oddities) {
        if (bytes.length == 0) {
            return TcxDocument.EMPTY;
        }
        try {
            XMLStreamReader stream =
                    hardenedFactory()
                            .createXMLStreamReader(new ByteArrayInputStream(bytes), "UTF-8");
            TcxReader reader = new TcxReader(new XmlElements(stream, PART), times, oddities);
            return reader.document(stream);
        } catch (XMLStreamException e) {
            // Says where, never what: the parser's own message quotes the document.
            throw new UnmappableException(
                    "%s is malformed XML at line %d, column %d"
                            .formatted(
                                    PART,
                                    e.getLocation() == null ? 0 : e.getLocation().getLineNumber(),
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getColumnNumber()));
        }
    }

    private TcxDocument document(XMLStreamReader stream) throws XMLStreamException {
        String root = xml.root();
        if (!root.equals("TrainingCenterDatabase")) {
            throw new UnmappableException(PART + " is no TCX; its root element is another");
        }
        xml.children(this::readAnywhere);
        while (stream.hasNext()) {
            if (stream.next() == XMLStreamConstants.START_ELEMENT) {
                throw new UnmappableException(PART + " goes on after its end");
            }
        }
        return new TcxDocument(creatorName, laps, points);
    }

    private void readAnywhere(String element) throws XMLStreamException {
        switch (element) {
            case "Activities", "Activity" -> xml.children(this::readAnywhere);
            case "Lap" -> readLap();
            case "Creator" ->
                    xml.children(child -> {
                        if (child.equals("Name")) {
                            String name = xml.text().strip();
                            creatorName = name.isEmpty() ? null : name;
                        } else {
                            xml.skip();
                        }
                    });
            default -> xml.skip();
        }
    }

    private void readLap() throws XMLStreamException {
        String startText = xml.attribute("StartTime");
        int pointsBefore = points.size();
        @Nullable Double[] values = new @Nullable Double[3];
        xml.children(child -> {
            switch (child) {
                case "TotalTimeSeconds" -> values[0] = amount();
                case "DistanceMeters" -> values[1] = amount();
                case "Calories" -> values[2] = amount();
                case "Track" -> xml.children(this::readTrackChild);
                default -> xml.skip();
            }
        });
        OffsetDateTime start = startText == null ? null : times.dateTime(startText);
        if (start == null && points.size() > pointsBefore) {
            start = points.get(pointsBefore).time();
        }
        if (start == null) {
            oddities.met(Oddity.ROW_UNREADABLE);
        } else {
            laps.add(new TcxLap(start, values[0], values[1], values[2]));
        }
    }

    private void readTrackChild(String element) throws XMLStreamException {
        if (element.equals("Trackpoint")) {
            readPoint();
        } else {
            xml.skip();
        }
    }

    private void readPoint() throws XMLStreamException {
        PointValues point = new PointValues();
        xml.children(child -> point.read(child));
        if (point.time == null) {
            oddities.met(Oddity.ROW_UNREADABLE);
        } else if (points.size() == MOST_POINTS) {
            throw new UnmappableException(PART + " has more than " + MOST_POINTS + " points");
        } else {
            points.add(
                    new TcxPoint(
                            point.time,
                            point.latitude,
                            point.longitude,
                            point.altitude,
                            point.distance,
                            point.beatsPerMinute));
        }
    }

    private @Nullable Double amount() throws XMLStreamException {
        Double number = Decimals.finite(xml.text());
        return number == null || number < 0 ? null : number;
    }

    private final class PointValues {
        private @Nullable OffsetDateTime time;
        private @Nullable Double latitude;
        private @Nullable Double longitude;
        private @Nullable Double altitude;
        private @Nullable Double distance;
        private @Nullable Double beatsPerMinute;

        void read(String element) throws XMLStreamException {
            switch (element) {
                case "Time" -> time = times.dateTime(xml.text());
                case "Position", "HeartRateBpm" -> xml.children(this::read);
                case "LatitudeDegrees" -> latitude = Decimals.finite(xml.text());
                case "LongitudeDegrees" -> longitude = Decimals.finite(xml.text());
                case "AltitudeMeters" -> altitude = Decimals.finite(xml.text());
                case "DistanceMeters" -> distance = amount();
                case "Value" -> beatsPerMinute = amount();
                default -> xml.skip();
            }
        }
    }
}
