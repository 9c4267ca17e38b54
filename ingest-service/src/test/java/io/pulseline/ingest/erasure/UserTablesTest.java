package io.pulseline.ingest.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.database.Statements;
import io.pulseline.ingest.erasure.UserTables.UserTable;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class UserTablesTest {
    @Inject Statements statements;

    private List<String> names(String sql) {
        return statements.rows(sql).stream().map(row -> row.getString(0)).toList();
    }

    private static Set<String> listed() {
        return Stream.concat(UserTables.ofConnections().stream(), UserTables.ofUsers().stream())
                .map(UserTable::name)
                .collect(Collectors.toSet());
    }

    @Test
    void everyTableOfTheDatabaseIsEitherErasedOrKeptForAReason() {
        Set<String> known = new HashSet<>(listed());
        known.addAll(UserTables.kept());

        assertThat(
                        names(
                                "SELECT CAST(table_name AS text) FROM information_schema.tables"
                                        + " WHERE table_schema = 'public'"
                                        + " AND table_type = 'BASE TABLE'"))
                .as("a new table: name it in UserTables")
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void noTableThatNamesAUserOrAConnectionIsKept() {
        List<String> theirs =
                names(
                        "SELECT DISTINCT CAST(table_name AS text) FROM information_schema.columns"
                                + " WHERE table_schema = 'public'"
                                + " AND column_name IN ('user_id', 'connection_id', 'thing_id')"
                                + " AND table_name <> 'connection_tombstone'");

        assertThat(listed()).containsAll(theirs);
    }
}
