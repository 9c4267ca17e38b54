package io.pulseline.normalizer.preview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.testing.description.ApiDescription;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the description of the API shows is there and fits. */
@QuarkusTest
@WithTestResource(PreviewTest.ServiceWithAUser.class)
class OpenApiExamplesTest {
    private ApiDescription api;

    @BeforeEach
    void reads() {
        api =
                ApiDescription.of(
                        given().auth()
                                .preemptive()
                                .basic("anna", "run")
                                .get("/q/openapi?format=json")
                                .asString());
    }

    @Test
    void everyOperationIsDescribedWithExamplesThatFit() {
        assertThat(api.faults()).isEmpty();
    }

    @Test
    void everyExampleOfOursIsOfSomethingThatIsThere() throws IOException {
        assertThat(api.strangersOf(getClass())).isEmpty();
    }
}
