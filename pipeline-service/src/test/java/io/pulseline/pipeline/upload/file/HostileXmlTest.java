package io.pulseline.pipeline.upload.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML that means harm. */
class HostileXmlTest {
    private static final String TRACK =
            "<trk><name>%s</name><trkseg><trkpt lat='1' lon='1'>"
                    + "<time>2026-11-28T09:30:00Z</time></trkpt></trkseg></trk>";

    @Test
    void aFileOnOurDiskIsNotRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "do not tell");

        assertThatThrownBy(() ->
                        read(
                                "<!DOCTYPE gpx [<!ENTITY x SYSTEM '%s'>]><gpx>%s</gpx>"
                                        .formatted(secret.toUri(), TRACK.formatted("&x;"))))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("document type")
                .hasMessageNotContaining("do not tell");
    }

    @Test
    void nothingIsFetched() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
            for (String type :
                    new String[] {
                        "<!DOCTYPE gpx SYSTEM '%s'>",
                        "<!DOCTYPE gpx [<!ENTITY %% p SYSTEM '%s'> %%p;]>",
                        "<!DOCTYPE gpx [<!ENTITY x SYSTEM '%s'>]>"
                    }) {
                assertThatThrownBy(() -> read(type.formatted(address) + "<gpx>" + TRACK + "</gpx>"))
                        .isInstanceOf(RefusedFileException.class);
            }
            Assertions.assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void entitiesThatGrowAreRefusedBeforeTheyDo() {
        StringBuilder type = new StringBuilder("<!DOCTYPE gpx [<!ENTITY e0 'grow'>");
        for (int level = 1; level < 30; level++) {
            String inner = "&e" + (level - 1) + ";";
            type.append("<!ENTITY e%d '%s'>".formatted(level, inner.repeat(10)));
        }

        assertThatThrownBy(() -> read(type + "]><gpx>" + TRACK.formatted("&e29;") + "</gpx>"))
                .hasMessageContaining("document type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "trk", "Activities"})
    void deepNestingIsRefused(String element) {
        String deep = ("<" + element + ">").repeat(100_000);

        assertThatThrownBy(() -> read("<gpx>" + deep)).hasMessageContaining("nested more than 64");
        assertThatThrownBy(() -> read("<TrainingCenterDatabase>" + deep))
                .hasMessageContaining("nested more than 64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<gpx>",
                "<gpx><trk></gpx>",
                "<gpx/><gpx/>",
                "<gpx>&undeclared;</gpx>",
                "<gpx><trk><name>&undeclared;</name></trk></gpx>",
                "<gpx a='1' a='2'/>",
                "<",
                "<?xml version='1.0' encoding='no such'?><gpx/>",
                "<?xml version='1.0' encoding='UTF-99'?><gpx/>",
            })
    void brokenXmlIsRefusedWithoutQuotingIt(String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageNotContaining("undeclared")
                .hasMessageNotContaining("trk");
    }

    @Test
    void morePointsThanAnyWorkoutHasAreRefused() {
        String point = "<trkpt><time>2026-11-28T09:30:00Z</time></trkpt>";
        String file = "<gpx><trk><trkseg>" + point.repeat(100_001) + "</trkseg></trk></gpx>";

        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        RefusedFileException.class,
                        refusal ->
                                Assertions.assertThat(refusal.kind())
                                        .isEqualTo(RefusedFileException.Kind.TOO_LARGE));
    }

    private static void read(String file) {
        ActivityFiles.read(file.getBytes(UTF_8), FileType.UNTOLD, null);
    }
}
