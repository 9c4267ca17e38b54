package io.pulseline.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

/** The borders of the rooms, as ARCHITECTURE.md draws them. */
@AnalyzeClasses(
        packages = "io.pulseline.ingest",
        importOptions = ImportOption.DoNotIncludeTests.class)
class RoomRulesTest {
    @ArchTest
    static final ArchRule theWebhookOnlyLeavesANote =
            noClasses()
                    .that()
                    .resideInAPackage("..ingest.webhook..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..ingest.fitbit..",
                            "..ingest.googlehealth..",
                            "..ingest.connection..",
                            "..ingest.sync..",
                            "..ingest.database..",
                            "jakarta.persistence..",
                            "org.hibernate..",
                            "io.quarkus.hibernate..",
                            "io.vertx.sqlclient..",
                            "io.vertx.pgclient..",
                            "javax.sql..",
                            "java.sql..");

    @ArchTest
    static final ArchRule onlyTheFitbitRoomKnowsFitbit =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..ingest.fitbit..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..ingest.fitbit..");

    @ArchTest
    static final ArchRule onlyTheGoogleHealthRoomKnowsGoogleHealth =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..ingest.googlehealth..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..ingest.googlehealth..");

    @ArchTest
    static final ArchRule theProvidersKnowNothingOfEachOther =
            noClasses()
                    .that()
                    .resideInAPackage("..ingest.googlehealth..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..ingest.fitbit..");

    @ArchTest
    static final ArchRule publishingKnowsNoOtherRoom =
            noClasses()
                    .that()
                    .resideInAPackage("..ingest.publish..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..ingest.webhook..",
                            "..ingest.connection..",
                            "..ingest.sync..",
                            "..ingest.database..");

    @ArchTest
    static final ArchRule timeIsHandedIn =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..ingest.time..")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule roomsFormNoCircle =
            slices().matching("io.pulseline.ingest.(*)..").should().beFreeOfCycles();
}
