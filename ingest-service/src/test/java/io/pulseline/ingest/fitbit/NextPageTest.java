package io.pulseline.ingest.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {
    private static final String LIST = "/1/user/-/activities/list.json";

    @Test
    void theNextPageOfTheListIsFollowed() {
        assertThat(
                        NextPage.path(
                                "https://api.fitbit.com"
                                        + LIST
                                        + "?offset=20&limit=20&sort=asc&afterDate=2017-01-01T00%3A00%3A00",
                                LIST))
                .contains(LIST + "?offset=20&limit=20&sort=asc&afterDate=2017-01-01T00%3A00%3A00");
    }

    @Test
    void anotherHostIsNeverAsked() {
        assertThat(NextPage.path("https://evil.example" + LIST + "?offset=20", LIST))
                .contains(LIST + "?offset=20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.fitbit.com/1/user/-/profile.json?offset=20",
                "https://api.fitbit.com/1/user/OTHER/activities/list.json?offset=20",
                "https://api.fitbit.com/1/user/-/activities/list.json/../../profile.json?x=1",
                "https://api.fitbit.com/1/user/-/activities/list.json",
                "not an address",
                "mailto:x@example.org"
            })
    void whatLeadsElsewhereIsNotFollowed(String next) {
        assertThat(NextPage.path(next, LIST)).isEmpty();
    }
}
