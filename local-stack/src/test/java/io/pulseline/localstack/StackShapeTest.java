package io.pulseline.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackShapeTest {
    @TempDir private Path root = Path.of("");

    @Test
    void aBusyStackListensAtPortsOfItsOwnAllDifferent() {
        StackShape shape = StackShape.busy(Set.of(Part.REGISTRY, Part.INGEST, Part.KAFKA));

        List<Integer> ports =
                shape.parts().stream().flatMap(part -> shape.portsOf(part).stream()).toList();

        assertThat(ports).hasSize(4).doesNotHaveDuplicates();
        assertThat(shape.portsOf(Part.REGISTRY)).hasSize(2);
        assertThat(shape.frontPort()).isEqualTo(shape.port(Part.INGEST));
    }

    @Test
    void theUsualStackHasItsFrontAtTheProxy() {
        assertThat(StackShape.usual().frontPort()).isEqualTo(8080);
    }

    @Test
    void aPartThatHasNoPlaceInAStackIsNamed() {
        assertThatThrownBy(() -> StackShape.busy(Set.of(Part.KAFKA)).port(Part.PROXY))
                .hasMessageContaining("no part 'proxy'");
    }

    @Test
    void aSimulatedStackTakesNoRealApplicationFromTheMachine() throws IOException {
        Files.writeString(
                root.resolve(".env"),
                "PULSELINE_FITBIT_CLIENT_ID=23XYZ1\nPULSELINE_FITBIT_CLIENT_SECRET=s\n");

        LocalStack stack =
                LocalStack.of(
                        root,
                        root.resolve("play"),
                        StackShape.busy(Set.of(Part.SIMULATOR, Part.INGEST)),
                        Map.of());

        assertThat(stack.simulatesFitbit()).isTrue();
        assertThat(stack.parts()).containsExactlyInAnyOrder(Part.SIMULATOR, Part.INGEST);
        assertThat(stack.publicUrl()).isEqualTo("http://localhost:" + stack.port(Part.INGEST));
    }
}
