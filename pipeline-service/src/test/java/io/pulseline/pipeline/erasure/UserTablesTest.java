package io.pulseline.pipeline.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.ServiceSettings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceSettings.class)
class UserTablesTest {
    @Inject DataSource database;

    private Set<String> names(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Set<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static Set<String> listed() {
        return UserTables.inOrder().stream().map(UserTable::name).collect(Collectors.toSet());
    }

    @Test
    void everyTableOfTheDatabaseIsEitherErasedOrKeptForAReason() throws SQLException {
        Set<String> known = new HashSet<>(listed());
        known.addAll(UserTables.kept());

        assertThat(
                        names(
                                "select table_name from information_schema.tables"
                                        + " where table_schema = 'public'"
                                        + " and table_type = 'BASE TABLE'"))
                .as(
                        "a new table: name it in UserTables.inOrder, and give Household a row of it;"
                                + " or, if nothing of a person is in it, in UserTables.kept")
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void noTableThatNamesAUserIsKept() throws SQLException {
        Set<String> ofUsers =
                names(
                        "select table_name from information_schema.columns"
                                + " where table_schema = 'public' and column_name ~ 'user|owner_id'"
                                + " and table_name not in ('erasure', 'erased_user')");

        assertThat(listed()).containsAll(ofUsers);
    }

    @Test
    void noTableThatIsReachedFromAUsersTableIsKept() throws SQLException {
        Set<String> reached =
                names(
                        """
                        with recursive reached as (
                            select cast(table_name as text) as name
                            from information_schema.columns
                            where table_schema = 'public' and column_name = 'user_id'
                            union
                            select cast(child.relname as text) from pg_constraint link
                            join pg_class child on child.oid = link.conrelid
                            join pg_class parent on parent.oid = link.confrelid
                            join reached on reached.name = parent.relname
                            where link.contype = 'f')
                        select name from reached where name not in ('erasure', 'erased_user')
                        """);

        assertThat(listed()).containsAll(reached);
    }
}
