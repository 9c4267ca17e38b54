package io.pulseline.normalizer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.pulseline.normalizer",
        importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {
    @ArchTest
    static final ArchRule recordKnowsNoProviderAndNoKafka =
            noClasses()
                    .that()
                    .resideInAPackage("..normalizer.record..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..normalizer.fitbit..",
                            "..normalizer.googlehealth..",
                            "..normalizer.tcx..",
                            "..normalizer.intake..",
                            "org.apache.kafka..",
                            "io.quarkus..",
                            "io.smallrye..");

    @ArchTest
    static final ArchRule fitbitReadsDocumentsAndNothingElse =
            noClasses()
                    .that()
                    .resideInAPackage("..normalizer.fitbit..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..normalizer.intake..",
                            "..normalizer.googlehealth..",
                            "org.apache.kafka..",
                            "io.quarkus..",
                            "io.smallrye..",
                            "jakarta..");

    @ArchTest
    static final ArchRule googleHealthReadsDocumentsAndNothingElse =
            noClasses()
                    .that()
                    .resideInAPackage("..normalizer.googlehealth..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..normalizer.intake..",
                            "..normalizer.fitbit..",
                            "org.apache.kafka..",
                            "io.quarkus..",
                            "io.smallrye..",
                            "jakarta..");

    @ArchTest
    static final ArchRule tcxKnowsNoProvider =
            noClasses()
                    .that()
                    .resideInAPackage("..normalizer.tcx..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..normalizer.fitbit..",
                            "..normalizer.googlehealth..",
                            "..normalizer.intake..",
                            "io.quarkus..",
                            "jakarta..");

    @ArchTest
    static final ArchRule fitbitsWordsAreSpokenInItsRoomOnly =
            classes()
                    .that()
                    .haveSimpleNameStartingWith("Fitbit")
                    .should()
                    .resideInAPackage("..normalizer.fitbit..");

    @ArchTest
    static final ArchRule googlesWordsAreSpokenInItsRoomOnly =
            classes()
                    .that()
                    .haveSimpleNameStartingWith("Google")
                    .should()
                    .resideInAPackage("..normalizer.googlehealth..");

    @ArchTest
    static final ArchRule tcxIsReadInItsRoomOnly =
            classes()
                    .that()
                    .haveSimpleNameStartingWith("Tcx")
                    .should()
                    .resideInAPackage("..normalizer.tcx..");

    @ArchTest
    static final ArchRule onlyTheListOfMappersReachesIntoTheProviders =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..normalizer.fitbit..", "..normalizer.googlehealth..")
                    .and()
                    .doNotHaveSimpleName("Mappers")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..normalizer.fitbit..", "..normalizer.googlehealth..");

    @ArchTest
    static final ArchRule thePreviewCanPublishNothing =
            noClasses()
                    .that()
                    .resideInAPackage("..normalizer.preview..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "io.smallrye.reactive..",
                            "org.eclipse.microprofile.reactive..");

    @ArchTest
    static final ArchRule theServiceKnowsNothingOfReplay =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..normalizer.intake..",
                            "..normalizer.record..",
                            "..normalizer.fitbit..",
                            "..normalizer.googlehealth..",
                            "..normalizer.tcx..",
                            "..normalizer.preview..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..normalizer.replay..");

    @ArchTest
    static final ArchRule replayRunsWithoutQuarkus =
            noClasses()
                    .that()
                    .resideInAPackage("..normalizer.replay..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..");

    @ArchTest
    static final ArchRule theServiceHasNoDatabase =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "jakarta.persistence..", "org.hibernate..");

    @ArchTest
    static final ArchRule roomsFormNoCircle =
            slices().matching("io.pulseline.normalizer.(*)..").should().beFreeOfCycles();
}
