package org.diurna.ledger;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads every page of one host that its pages and site maps lead to, a few at a time. */
final class Crawl {
    private static final int AT_ONCE = 16;
    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*?href\\s*=\\s*[\"']?([^\"'\\s>]+)");
    private static final Pattern PLACE = Pattern.compile("<loc>\\s*([^<\\s]+)\\s*</loc>");

    /** What is no page: its words are another form of a page's, or none. */
    private static final Pattern FILE = Pattern.compile(
            ".*\\.(atom|rss|json|xml|txt|css|js|png|jpg|jpeg|webp|avif|svg|ico|pdf|zip|tlog-proof|vcf|ics)"
                    + "|.*/time(map|gate)|/media/.*|/api/.*|/-/.*");

    private final Web web;
    private final URI site;
    private final Reader reader;
    private final Set<String> seen = new HashSet<>();
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Phaser under = new Phaser(1);

    private volatile @Nullable RuntimeException failure;

    /** Sees every page; called by many threads. */
    interface Reader {
        /** A page, whatever its status is. */
        void page(String path, Web.Answer answer);

        void unread(String path, String reason);
    }

    Crawl(Web web, URI site, Reader reader) {
        this.web = web;
        this.site = site;
        this.reader = reader;
    }

    /** Reads what is led to from the start and from the site map; returns when all of it was read. */
    void run() {
        go("/");
        go("/sitemap.xml");
        under.arriveAndAwaitAdvance();
        if (failure != null) {
            throw failure;
        }
    }

    private void go(String path) {
        synchronized (seen) {
            if (!seen.add(path)) {
                return;
            }
        }
        under.register();
        Thread.ofVirtual().start(() -> {
            try {
                read(path);
            } catch (RuntimeException e) {
                failure = e;
            } finally {
                under.arriveAndDeregister();
            }
        });
    }

    private void read(String path) {
        Web.Answer answer;
        turns.acquireUninterruptibly();
        try {
            answer = web.look(site.resolve(path), Fetch.PAGE_MAX_BYTES);
        } catch (Web.Trouble e) {
            reader.unread(path, e.verdict().reason());
            return;
        } finally {
            turns.release();
        }
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        boolean map = path.endsWith(".xml");
        Matcher found = (map ? PLACE : LINK).matcher(text);
        while (found.find()) {
            local(answer.from(), found.group(1).replace("&amp;", "&"))
                    .filter(to -> map || !FILE.matcher(to).matches())
                    .ifPresent(this::go);
        }
        if (!map) {
            String real = answer.from().getRawPath();
            if (!real.equals(path)) {
                // it moved: the page is judged under the address that it has
                synchronized (seen) {
                    if (!seen.add(real)) {
                        return;
                    }
                }
            }
            reader.page(real, answer);
        }
    }

    /** The path of a link to this host. */
    private Optional<String> local(URI from, String link) {
        try {
            URI to = from.resolve(link);
            boolean here = site.getAuthority().equalsIgnoreCase(String.valueOf(to.getAuthority()));
            return here && to.getRawPath() != null && !to.getRawPath().isEmpty()
                    ? Optional.of(to.getRawPath())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // no address leads nowhere
            return Optional.empty();
        }
    }
}
