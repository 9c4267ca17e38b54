package io.pulseline.pipeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.pulseline.pipeline.database.Transactions;
import java.util.function.Supplier;

/** The borders between the rooms. */
@AnalyzeClasses(
        packages = "io.pulseline.pipeline",
        importOptions = ImportOption.DoNotIncludeTests.class)
class RoomRulesTest {
    private static final String ROOT = "io.pulseline.pipeline.";

    @ArchTest
    static final ArchRule boostersArePure =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "booster..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "database..",
                            ROOT + "target..",
                            ROOT + "record..",
                            ROOT + "run..",
                            ROOT + "delivery..",
                            ROOT + "pipeline..",
                            "java.net..",
                            "java.sql..",
                            "jakarta..",
                            "io.quarkus..",
                            "io.smallrye..",
                            "io.vertx..",
                            "org.hibernate..",
                            "org.apache.kafka..");

    @ArchTest
    static final ArchRule settingsKnowOnlyFormsAndJson =
            classes()
                    .that()
                    .resideInAPackage(ROOT + "setting..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "setting..",
                            ROOT + "form..",
                            "com.fasterxml.jackson..",
                            "java..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule targetsOnlySend =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "target..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "database..",
                            ROOT + "record..",
                            ROOT + "run..",
                            ROOT + "delivery..",
                            ROOT + "pipeline..",
                            ROOT + "booster..",
                            "org.hibernate..");

    @ArchTest
    static final ArchRule historyOnlyReads =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            ROOT + "history..", ROOT + "progress..", ROOT + "dashboard..")
                    // Its pages note that the care team looked.
                    .and()
                    .resideOutsideOfPackage(ROOT + "dashboard.care..")
                    .should()
                    .callMethod(Transactions.class, "write", Supplier.class)
                    .orShould()
                    .callMethod(Transactions.class, "writeAndWait", Supplier.class)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.hibernate..", "io.quarkus.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule previewsOnlyRead =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "preview..")
                    .should()
                    .callMethod(Transactions.class, "write", Supplier.class)
                    .orShould()
                    .callMethod(Transactions.class, "writeAndWait", Supplier.class)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + "delivery..", "org.hibernate..");

    @ArchTest
    static final ArchRule onlyStoresKnowHibernate =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            ROOT + "booster..",
                            ROOT + "target..",
                            ROOT + "form..",
                            ROOT + "intake..",
                            ROOT + "history..",
                            ROOT + "progress..",
                            ROOT + "action..",
                            ROOT + "pace..",
                            ROOT + "upload..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.hibernate..", "jakarta.persistence..");

    @ArchTest
    static final ArchRule readersOfFilesKnowBytesOnly =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "upload.file..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "upload",
                            ROOT + "database..",
                            ROOT + "record..",
                            ROOT + "login..",
                            ROOT + "problem..",
                            "java.net..",
                            "java.sql..",
                            "jakarta..",
                            "io.quarkus..",
                            "io.smallrye..",
                            "io.vertx..",
                            "org.apache.kafka..");

    @ArchTest
    static final ArchRule uploadsGoTheWayOfAllRecords =
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "upload..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "database..",
                            ROOT + "record..",
                            ROOT + "run..",
                            ROOT + "pipeline..",
                            ROOT + "delivery..",
                            ROOT + "intake..");

    @ArchTest
    static final ArchRule roomsFormNoCircle =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();
}
