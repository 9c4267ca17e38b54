package io.pulseline.pipeline.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.pipeline.database.Packed;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What is read for exports. To be called inside a transaction or session. */
@ApplicationScoped
class ExportReads {
    private static final String TYPES =
            "select distinct record_type from record where user_id = :user and deleted = false"
                    + " order by record_type";

    /**
     * A line of a file.
     *
     * @param packed JSON in one line
     */
    record Line(UUID id, Packed packed) {
        byte[] json() {
            return packed.plain();
        }
    }

    /** What an export of the user consists of. */
    Uni<List<ExportPart>> parts(UUID user) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(TYPES, String.class)
                                .setParameter("user", user)
                                .getResultList())
                .map(types -> {
                    List<ExportPart> parts =
                            new ArrayList<>(types.stream().map(ExportPart::records).toList());
                    parts.addAll(ExportPart.inOrder());
                    return List.copyOf(parts);
                });
    }

    Uni<Long> count(ExportPart part, UUID user) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(part.count(), Long.class)
                                .setParameter("user", user)
                                .getSingleResult());
    }

    /** The next lines behind that id, at most that many; none at the end. */
    Uni<List<Line>> page(ExportPart part, UUID user, UUID after, int most) {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(part.page(), Object[].class)
                                .setParameter("user", user)
                                .setParameter("after", after)
                                .setParameter("most", most)
                                .getResultList())
                .map(rows -> rows.stream().map(ExportReads::line).toList());
    }

    private static Line line(Object[] row) {
        Object content = Objects.requireNonNull(row[1]);
        Packed packed =
                content instanceof byte[] zstd
                        ? Packed.stored(zstd, (Integer) row[2])
                        : Packed.of(((String) content).getBytes(UTF_8));
        return new Line((UUID) row[0], packed);
    }
}
