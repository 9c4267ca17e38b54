package io.pulseline.localstack.subscriber;

import io.pulseline.localstack.Dotenv;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code subscriber}: where Google tells that there is new data, made and looked at. */
@Command(
        name = "subscriber",
        description = {
            "Makes, shows and deletes the subscriber of a Google Cloud project at the Google Health"
                    + " API: the address at which Google tells Pulseline that somebody has new data.",
            "Say apply, show or delete. Every one of them may be repeated at any time."
        },
        footer = {
            "",
            "From the environment (or --service-account FILE):",
            "  PULSELINE_GOOGLE_ACCESS_TOKEN",
            "      who you are at Google, with the scope cloud-platform:",
            "      export PULSELINE_GOOGLE_ACCESS_TOKEN=\"$(gcloud auth print-access-token)\"",
            "From the environment or .env:",
            "  PULSELINE_GOOGLE_HEALTH_WEBHOOK_SECRET",
            "      what Google sends with every notification, the whole header: Bearer ...",
            "  PULSELINE_GOOGLE_PROJECT_NUMBER, PULSELINE_PUBLIC_URL",
            "      in place of --project and --endpoint",
            "Neither token nor secret is taken from the command line, which others can see.",
            "",
            "Exit code 0 when it is done or nothing was to do, 1 when it is not, 2 when something that"
                    + " was given does not fit.",
            "From zero: docs/how-to/google-health-subscriber.md"
        },
        mixinStandardHelpOptions = true)
public final class SubscriberCommand {
    private static final String PROJECT = "PULSELINE_GOOGLE_PROJECT_NUMBER";
    private static final String PUBLIC_URL = "PULSELINE_PUBLIC_URL";
    private static final Pattern PROJECT_SHAPE = Pattern.compile("[a-z0-9.:-]{1,100}");

    private final Map<String, String> environment;

    @Option(
            names = "--root",
            hidden = true,
            scope = ScopeType.INHERIT,
            defaultValue = "${env:PULSELINE_ROOT:-.}")
    private Path root = Path.of(".");

    @Option(
            names = "--project",
            paramLabel = "NUMBER",
            scope = ScopeType.INHERIT,
            description = "The project's number, not its id.")
    private @Nullable String project;

    @Option(
            names = "--id",
            paramLabel = "ID",
            scope = ScopeType.INHERIT,
            defaultValue = "pulseline",
            description = "The subscriber's id within the project (${DEFAULT-VALUE}).")
    private String id = "pulseline";

    @Option(
            names = "--api",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            defaultValue = "https://health.googleapis.com",
            description = "The Google Health API (${DEFAULT-VALUE}).")
    private URI api = URI.create("https://health.googleapis.com");

    @Option(
            names = "--user-project",
            paramLabel = "PROJECT",
            scope = ScopeType.INHERIT,
            description = "The project on whose account the calls go, number or id (as --project).")
    private @Nullable String userProject;

    @Option(
            names = "--service-account",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = {
                "Key file of a service account that may administer the project's subscribers, in"
                        + " place of PULSELINE_GOOGLE_ACCESS_TOKEN; for scripts."
            })
    private @Nullable Path serviceAccount;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "One JSON object instead of text.")
    private boolean json;

    @Spec private CommandSpec spec = CommandSpec.create();

    /** With the environment of this process. */
    public SubscriberCommand() {
        this(System.getenv());
    }

    SubscriberCommand(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Command(
            name = "apply",
            description = {
                "Creates the subscriber, or changes what is not as it should be, and says what it did.",
                "Google asks the endpoint for the secret before it saves anything, so ingest must be"
                        + " running and reachable with the same secret."
            },
            mixinStandardHelpOptions = true)
    int apply(
            @Option(
                            names = "--endpoint",
                            paramLabel = "URL",
                            description =
                                    "Where ingest takes notifications; public, https, ends in"
                                            + " /webhooks/google-health (PULSELINE_PUBLIC_URL with"
                                            + " that path).")
                    @Nullable URI endpoint,
            @Option(
                            names = "--without",
                            paramLabel = "TYPE",
                            split = ",",
                            description = "Data types that are not to be told of.")
                    @Nullable List<String> without,
            @Option(
                            names = "--resend-secret",
                            description =
                                    "Send the secret although it was sent from here before; Google"
                                            + " does not show which one it has.")
                    boolean resend) {
        ApiBase base = fits(() -> new ApiBase(api));
        SubscriberName name = name();
        SubscriberWish wish =
                fits(() ->
                        SubscriberWish.of(
                                endpoint(endpoint),
                                DataTypes.without(without == null ? List.of() : without),
                                new WebhookSecret(setting(WebhookSecret.SETTING)),
                                base.isOnThisMachine()));
        return run(
                name,
                base,
                calls -> {
                    Applied applied;
                    try {
                        applied =
                                new Application(calls, base, sentSecrets())
                                        .apply(name, wish, resend);
                    } catch (GoogleRefusedException e) {
                        throw refused(name, e, WayOut.ofApply(e, name, wish));
                    }
                    printer().applied(name, applied);
                    return 0;
                });
    }

    @Command(
            name = "show",
            description = "Shows the subscriber as Google has it; exit code 1 where there is none.",
            mixinStandardHelpOptions = true)
    int show() {
        SubscriberName name = name();
        return run(
                name,
                fits(() -> new ApiBase(api)),
                calls -> {
                    Optional<KnownSubscriber> found = calls.find(name);
                    found.ifPresentOrElse(
                            subscriber -> printer().shown(name, subscriber),
                            () -> printer().absent(name));
                    return found.isPresent() ? 0 : 1;
                });
    }

    @Command(
            name = "delete",
            description =
                    "Deletes the subscriber: Google tells nothing any more, and Pulseline reads at"
                            + " its own times only.",
            mixinStandardHelpOptions = true)
    int delete(
            @Option(names = "--force", description = "Together with manual subscriptions below it.")
                    boolean forced) {
        SubscriberName name = name();
        ApiBase base = fits(() -> new ApiBase(api));
        return run(
                name,
                base,
                calls -> {
                    boolean wasThere = calls.find(name).isPresent();
                    if (wasThere) {
                        try {
                            calls.delete(name, forced);
                        } catch (GoogleRefusedException e) {
                            throw refused(name, e, WayOut.ofDelete(e, name));
                        }
                    }
                    sentSecrets().forget(base, name);
                    printer().deleted(name, wasThere);
                    return 0;
                });
    }

    /** Does something with Google; says what does not go in the way that was asked for. */
    private int run(SubscriberName name, ApiBase base, ToIntFunction<SubscriberApi> work) {
        String account = userProject == null ? name.project() : userProject;
        fits(() -> requireProjectShape(account));
        Supplier<AccessToken> token = token();
        try (SubscriberApi calls = new SubscriberApi(base, token.get(), account)) {
            return work.applyAsInt(calls);
        } catch (GoogleRefusedException e) {
            printer().failed(refused(name, e, WayOut.of(e, name)));
        } catch (SubscriberException e) {
            printer().failed(e);
        } catch (UncheckedIOException e) {
            printer()
                    .failed(
                            new SubscriberException(
                                    String.valueOf(e.getMessage()),
                                    "Let it be yours to read and write, then repeat the command: it"
                                            + " may be repeated at any time."));
        }
        return 1;
    }

    /** What is given is checked at once; a service account is asked for its token later. */
    private Supplier<AccessToken> token() {
        Path keyFile = serviceAccount;
        if (keyFile != null) {
            ServiceAccount account = fits(() -> ServiceAccount.from(keyFile));
            return () -> account.token(Instant.now());
        }
        AccessToken own =
                fits(() -> new AccessToken(environment.getOrDefault(AccessToken.SETTING, "")));
        return () -> own;
    }

    private static String requireProjectShape(String project) {
        if (!PROJECT_SHAPE.matcher(project).matches()) {
            throw new IllegalArgumentException(
                    "--user-project is to be a project's number or id, such as my-project-4711");
        }
        return project;
    }

    private static SubscriberException refused(
            SubscriberName name, GoogleRefusedException refused, String wayOut) {
        return new SubscriberException(
                "Google refuses, for " + name + ": " + refused.told(), wayOut);
    }

    private SubscriberName name() {
        return fits(() -> {
            String number = project == null ? setting(PROJECT) : project;
            if (number.isEmpty()) {
                throw new IllegalArgumentException(
                        "whose subscriber? Give --project NUMBER, or " + PROJECT + " in .env");
            }
            return new SubscriberName(number, id);
        });
    }

    private URI endpoint(@Nullable URI given) {
        if (given != null) {
            return given;
        }
        String origin = setting(PUBLIC_URL);
        if (origin.isEmpty()) {
            throw new IllegalArgumentException(
                    "which endpoint? Give --endpoint URL, or " + PUBLIC_URL + " in .env");
        }
        String end = origin.endsWith("/") ? SubscriberWish.PATH.substring(1) : SubscriberWish.PATH;
        return URI.create(origin + end);
    }

    private String setting(String name) {
        Map<String, String> settings = new HashMap<>(Dotenv.read(root.resolve(".env")));
        settings.putAll(environment);
        return settings.getOrDefault(name, "");
    }

    private SentSecrets sentSecrets() {
        return new SentSecrets(root.toAbsolutePath().normalize().resolve(".pulseline"));
    }

    private SubscriberPrinter printer() {
        return json
                ? new JsonPrinter(spec.commandLine().getOut())
                : new TextPrinter(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    private <T> T fits(Supplier<T> given) {
        try {
            return given.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }
}
