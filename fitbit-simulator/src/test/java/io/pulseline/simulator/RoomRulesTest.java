package io.pulseline.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.pulseline.simulator",
        importOptions = ImportOption.DoNotIncludeTests.class)
class RoomRulesTest {
    @ArchTest
    static final ArchRule theSimulatorKnowsNoOtherModule =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.pulseline.simulator..",
                            "java..",
                            "javax.crypto..",
                            "com.sun.net.httpserver..",
                            "com.fasterxml.jackson..",
                            "org.jspecify..");

    @ArchTest
    static final ArchRule theTruthKnowsNothingOfFitbitOrHttp =
            noClasses()
                    .that()
                    .resideInAPackage("..truth..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..fitbit..",
                            "..googlehealth..",
                            "..strava..",
                            "..intervals..",
                            "..simulator.fhir..",
                            "..simulator.fit..",
                            "..oauth..",
                            "..notify..",
                            "..http..",
                            "..fault..",
                            "..control..",
                            "..receiver..",
                            "com.fasterxml..");

    @ArchTest
    static final ArchRule noProviderKnowsTheOther =
            noClasses()
                    .that()
                    .resideInAPackage("..googlehealth..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..simulator.fitbit..");

    @ArchTest
    static final ArchRule roomsFormNoCircle =
            slices().matching("io.pulseline.simulator.(*)..").should().beFreeOfCycles();
}
