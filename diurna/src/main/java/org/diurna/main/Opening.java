package org.diurna.main;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.diurna.counter.Window;
import org.diurna.house.DataFolder;
import org.diurna.house.Settings;
import org.diurna.staff.Staff;
import org.diurna.stand.FolderShelf;
import org.diurna.stand.Shelf;
import org.diurna.stand.Stand;
import org.diurna.stand.StandSettings;
import org.diurna.wire.Post;

/**
 * Opens the whole house: the stand first, so that the public is served while the rest wakes up, then the rooms, then the
 * desk. Stops in reverse order when the process is asked to end.
 */
final class Opening {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final DataFolder folder;
    private final Settings settings;
    private final Staff.Use use;
    private final PrintWriter out;

    Opening(DataFolder folder, Settings settings, Staff.Use use, PrintWriter out) {
        this.folder = folder;
        this.settings = settings;
        this.use = use;
        this.out = out;
    }

    /**
     * Runs until the process is asked to end.
     *
     * @param furnish what is done with the house before it takes up its work
     */
    void run(BiConsumer<House, House.Publishing> furnish) {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(asked, closed), "stop"));
        try (Window window = window();
                Shelf shelf = FolderShelf.openOrFound(folder.shelf());
                Stand stand = Stand.open(shelf, standSettings().withCounter(window.address()))) {
            say("The public is served at port " + stand.port() + ".");
            try (House house = House.open(folder, settings, use);
                    House.Publishing publishing = house.publishing(shelf, Optional.of(stand))) {
                furnish.accept(house, publishing);
                publishing.timetable().start();
                publishing.run().pressRun().run();
                publishing.run().renewal().fronts();
                publishing.run().daily(house.jobs());
                publishing.audit().daily(house.jobs());
                Post post = house.post();
                post.handle(house.jobs());
                post.tomorrow(house.jobs());
                house.leafCalls().handle(house.jobs());
                publishing.counter().next(house.jobs());
                house.jobs().start();
                window.open(publishing.counter());
                house.offices()
                        .all()
                        .forEach(office -> say("  "
                                + publishing.sites().site().address(office, "/") + "  "
                                + office.name(office.defaultLanguage())));
                try (Shell.Open desk = Shell.open(house, publishing)) {
                    announce(house, desk.port());
                    await(asked);
                }
            }
        } finally {
            closed.countDown();
        }
    }

    private void announce(House house, int port) {
        String desk = house.settings().signIn().address().map(Object::toString).orElse("http://localhost:" + port);
        Optional<String> link = house.staff().consoleLink();
        say("The desk: " + desk + link.orElse("/"));
        if (use == Staff.Use.DEMO) {
            say("That link signs in at once, in a demo only. Ctrl-C stops.");
        } else if (link.isPresent()) {
            say("That link makes the first administrator, once, within a day. Ctrl-C stops.");
        } else {
            say("Ctrl-C stops.");
        }
    }

    private Window window() {
        try {
            return Window.at(settings.counter().port());
        } catch (UncheckedIOException e) {
            throw new Unusable(
                    ExitCodes.PORT,
                    "The counter cannot listen at port " + settings.counter().port()
                            + " of this machine: it is in use. Stop the program that has it, or choose another with"
                            + " --counter-port.");
        }
    }

    private StandSettings standSettings() {
        StandSettings standard = StandSettings.standard().at(settings.publicBind(), settings.publicPort());
        return settings.tls()
                .map(tls -> standard.withTls(tls.certificate(), tls.key()))
                .orElse(standard);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private void await(CountDownLatch asked) {
        try {
            asked.await();
        } catch (InterruptedException e) {
            // an interrupt asks to end as well; the flag stays down, because closing waits for work under way
            say("Asked to end.");
        }
    }

    /** Runs in the hook of the virtual machine, which must not end before all is closed. */
    private static void stop(CountDownLatch asked, CountDownLatch closed) {
        asked.countDown();
        try {
            if (!closed.await(STOP_PATIENCE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
                System.err.println("Diurna did not close everything within " + STOP_PATIENCE.toSeconds()
                        + " s; nothing is lost, the next start goes on.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
