package org.huimages.testkit;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// The rules of the house that a machine can check, read from the byte code of one module.
public final class HouseRules {
    /// What the core may use of ours, itself included.
    public static final List<String> CORE = List.of(
            "org.huimages.url..",
            "org.huimages.failure..",
            "org.huimages.file..",
            "org.huimages.thread..",
            "org.huimages.keeper..",
            "org.huimages.header..",
            "org.huimages.level..",
            "org.huimages.pixel..",
            "org.huimages.original..",
            "org.huimages.catalog..",
            "org.huimages.rendition..",
            "org.huimages.upload..",
            "org.huimages.stock..",
            "org.huimages.edit..",
            "org.huimages.job..",
            "org.huimages.scrub..",
            "org.huimages.migrate..",
            "org.huimages.archive..");

    private static final String OURS = "org.huimages..";

    private final Class<?> seed;
    private final JavaClasses classes;

    private HouseRules(Class<?> seed) {
        this.seed = seed;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importUrl(seed.getProtectionDomain().getCodeSource().getLocation());
    }

    /// Checks the module that `seed` belongs to.
    ///
    /// @param inner the packages of ours further in that it may use
    /// @param further its own packages and those of others that it may use, beside `java..` and JSpecify
    public static void check(Class<?> seed, List<String> inner, String... further) {
        HouseRules rules = new HouseRules(seed);
        assertAll(
                rules::classesWereSeen,
                () -> rules.dependsOnlyOn(inner, further),
                rules::hasNoPackageCycles,
                rules::everyPackageIsNullMarked,
                rules::onlyTheVipsModuleCallsForeignFunctions);
    }

    private void classesWereSeen() {
        assertTrue(classes.contain(seed), "no classes were read from where " + seed + " lies");
        assertTrue(classes.size() > 3, "hardly any classes were read: " + classes.size());
    }

    private void dependsOnlyOn(List<String> inner, String... further) {
        String[] allowed = Stream.of(inner.stream(), Arrays.stream(further), Stream.of("java..", "org.jspecify.."))
                .flatMap(part -> part)
                .toArray(String[]::new);
        noClasses()
                .should()
                .dependOnClassesThat(are(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed))))
                .check(classes);
    }

    private void hasNoPackageCycles() {
        slices().matching("org.huimages.(**)").should().beFreeOfCycles().check(classes);
    }

    private void everyPackageIsNullMarked() {
        Set<String> unmarked = classes.stream()
                .filter(type -> JavaClass.Predicates.resideInAPackage(OURS).test(type))
                .filter(type -> !type.getPackage().isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unmarked, "packages without @NullMarked in package-info.java");
    }

    private void onlyTheVipsModuleCallsForeignFunctions() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.huimages.vips..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.foreign..")
                .allowEmptyShould(true)
                .check(classes);
    }
}
