package whybroke.server.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A made-up repository.
 *
 * @param tools whose output its builds write
 */
record DemoProject(String name, long id, Set<String> tools) {
    private static final List<DemoProject> ALL = List.of(
            project("acme/shop", 70_001, "maven", "surefire", "checkstyle", "docker", "git", "jvm", "os", "github"),
            project("acme/billing", 70_002, "gradle", "jvm", "checkstyle", "rat", "git", "gpg", "github"),
            project("acme/storefront", 70_003, "npm", "node", "jest", "eslint", "playwright", "typescript", "github"),
            project("acme/design-system", 70_004, "npm", "vitest", "mocha", "prettier", "typescript"),
            project("acme/forecast", 70_005, "pip", "python", "pytest", "flake8", "os"),
            project("acme/gateway", 70_006, "go", "docker", "git", "curl", "shell"),
            project("acme/search", 70_007, "rust", "docker", "apt", "os"),
            project("acme/firmware", 70_008, "gcc", "cmake", "ctest", "apt", "shell"),
            project("acme/mobile", 70_010, "swift", "dotnet", "curl"));

    /** Runs everything that no other does. */
    private static final DemoProject PLATFORM = new DemoProject("acme/platform", 70_009, Set.of());

    private static final Map<String, Work> WORK = Map.ofEntries(
            Map.entry("maven", new Work("build", "Build with Maven")),
            Map.entry("surefire", new Work("test", "Run unit tests")),
            Map.entry("gradle", new Work("build", "Build with Gradle")),
            Map.entry("checkstyle", new Work("lint", "Check style")),
            Map.entry("rat", new Work("lint", "Check licences")),
            Map.entry("gpg", new Work("release", "Sign the release")),
            Map.entry("cmake", new Work("configure", "Configure")),
            Map.entry("ctest", new Work("test", "Run tests")),
            Map.entry("apt", new Work("build", "Install system packages")),
            Map.entry("curl", new Work("download", "Download tools")),
            Map.entry("npm", new Work("install", "Install packages")),
            Map.entry("node", new Work("build", "Build the bundle")),
            Map.entry("jest", new Work("unit tests", "Run unit tests")),
            Map.entry("vitest", new Work("unit tests", "Run unit tests")),
            Map.entry("mocha", new Work("unit tests", "Run unit tests")),
            Map.entry("playwright", new Work("browser tests (chromium)", "Run browser tests")),
            Map.entry("eslint", new Work("lint", "Lint")),
            Map.entry("prettier", new Work("lint", "Check formatting")),
            Map.entry("flake8", new Work("lint", "Lint")),
            Map.entry("typescript", new Work("build", "Compile")),
            Map.entry("docker", new Work("image", "Build image")),
            Map.entry("go", new Work("build", "Build and test")),
            Map.entry("rust", new Work("build", "Build and test")),
            Map.entry("gcc", new Work("build", "Compile")),
            Map.entry("pip", new Work("test (3.13)", "Install requirements")),
            Map.entry("python", new Work("test (3.13)", "Run tests")),
            Map.entry("pytest", new Work("test (3.13)", "Run tests")));

    /**
     * @param job name of the job
     * @param step that does the work
     */
    record Work(String job, String step) {}

    private static DemoProject project(String name, long id, String... tools) {
        return new DemoProject(name, id, Set.of(tools));
    }

    /** Those that run this tool; never empty. */
    static List<DemoProject> with(String tool) {
        List<DemoProject> projects =
                ALL.stream().filter(project -> project.tools.contains(tool)).toList();
        return projects.isEmpty() ? List.of(PLATFORM) : projects;
    }

    static Work work(String tool) {
        return WORK.getOrDefault(tool, new Work("build", "Build"));
    }

    /** The work of its green jobs, in a fixed order. */
    List<Work> everyday() {
        return tools.isEmpty()
                ? List.of(work("maven"))
                : tools.stream().sorted().map(DemoProject::work).distinct().toList();
    }
}
