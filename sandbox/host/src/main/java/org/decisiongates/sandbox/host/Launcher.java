package org.decisiongates.sandbox.host;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs one product in its own process: what {@code sandbox/run} starts twice. */
public final class Launcher {

    private static final String USAGE = """
            usage: Launcher --product jira|confluence --home FOLDER [--port N] [--db h2|postgres] [--data FILE] [--jar FILE]... [--plugins FOLDER]
                            [--db-url URL] [--peer URL] [--secret TEXT] [--empty] [--node NAME] [--truststore FOLDER]
                            [--now TIME [--now-since SECONDS]] [--past-weeks N] [--kill MOMENT:TURN:EXPRESSION]
                            [--watch FILE]""";

    private Launcher() {
    }

    /** Prints {@code ready <product> <url>} once requests are answered; stops cleanly when asked to. */
    public static void main(String[] arguments) {
        int status = 0;
        try {
            run(Command.parse(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
            status = 2;
        } catch (RuntimeException | Error e) {
            System.err.println("The sandbox does not start: " + e.getMessage());
            e.printStackTrace();
            status = 1;
        }
        // Threads of a half-started host would keep the process alive.
        if (status != 0) {
            Runtime.getRuntime().halt(status);
        }
    }

    private static void run(Command command) {
        RunningBox box = SandboxHost.start(product(command.product), command.options, command.jars);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            box.close();
            stopped.countDown();
        }, "stop"));
        // turns are counted from here: what the start itself stores differs between a first and a later one
        command.kill.ifPresent(command.options.faults()::killAt);
        System.out.println("ready " + command.product + " " + box.baseUrl());
        System.out.flush();
        try {
            Optional<JarWatch> watch = command.watched.map(jar -> new JarWatch(box, jar));
            while (!stopped.await(1, TimeUnit.SECONDS)) {
                watch.flatMap(JarWatch::look).ifPresent(news -> {
                    System.out.println("again: " + news);
                    System.out.flush();
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Product product(String key) {
        return ServiceLoader.load(Product.class).stream().map(ServiceLoader.Provider::get).filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no product " + key));
    }

    /** The command line. */
    private record Command(String product, Options options, List<Path> jars, Optional<KillPoint> kill, Optional<Path> watched) {

        static Command parse(String[] arguments) {
            String product = null;
            Options options = null;
            List<String[]> rest = new ArrayList<>();
            List<Path> jars = new ArrayList<>();
            Optional<KillPoint> kill = Optional.empty();
            Optional<String> now = Optional.empty();
            Optional<Path> watched = Optional.empty();
            int weeks = 0;
            Instant since = Instant.now();
            for (int i = 0; i < arguments.length; i++) {
                String name = arguments[i];
                if (name.equals("--empty")) {
                    rest.add(new String[] {name, ""});
                    continue;
                }
                if (i + 1 == arguments.length) {
                    throw new IllegalArgumentException(name + " needs a value");
                }
                String value = arguments[++i];
                switch (name) {
                    case "--product" -> product = value;
                    case "--home" -> options = Options.in(Path.of(value));
                    case "--kill" -> kill = Optional.of(KillPoint.parse(value));
                    case "--past-weeks" -> weeks = Integer.parseInt(value);
                    case "--now" -> now = Optional.of(value);
                    case "--now-since" -> since = Instant.ofEpochSecond(Long.parseLong(value));
                    case "--watch" -> watched = Optional.of(Path.of(value));
                    case "--jar" -> jars.add(Path.of(value));
                    case "--plugins" -> jars.addAll(jarsIn(Path.of(value)));
                    default -> rest.add(new String[] {name, value});
                }
            }
            if (product == null || options == null) {
                throw new IllegalArgumentException("--product and --home are needed");
            }
            for (String[] one : rest) {
                options = with(options, product, one[0], one[1]);
            }
            if (now.isPresent()) {
                options = options.withClock(SandboxTime.startingAt(SandboxTime.parse(now.get(), ZoneId.systemDefault()), since));
            }
            if (weeks > 0) {
                options = options.withClock(new PlayedClock(options.clock(), weeks));
            }
            return new Command(product, options, jars, kill, watched);
        }

        private static List<Path> jarsIn(Path folder) {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
            } catch (IOException e) {
                throw new IllegalArgumentException("There is no folder " + folder + " with plugins", e);
            }
        }

        private static Options with(Options options, String product, String name, String value) {
            return switch (name) {
                case "--port" -> options.withPort(Integer.parseInt(value));
                case "--db" -> options.withDatabase(Options.Database.valueOf(value.toUpperCase(Locale.ROOT)));
                case "--db-url" -> options.withDatabaseUrl(value);
                case "--data" -> options.withData(Path.of(value));
                case "--peer" -> options.withPeer(product.equals("jira") ? "confluence" : "jira", URI.create(value));
                case "--secret" -> options.withSecret(value);
                case "--node" -> options.withNode(value);
                case "--truststore" -> options.withTruststore(Path.of(value));
                case "--empty" -> options.withoutSample();
                default -> throw new IllegalArgumentException("There is no option " + name);
            };
        }
    }
}
