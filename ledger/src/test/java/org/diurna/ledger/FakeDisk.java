package org.diurna.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diurna.ledger.LedgerException.Unavailable;

/**
 * A disk in memory that dies at the n-th change, and that can lose its power: of what was not synced, each name and each
 * content then survives or not, as chance has it.
 */
final class FakeDisk implements Disk {
    private static final class Content {
        byte[] now = {};
        byte[] durable = {};
        boolean folder;
    }

    private Map<String, Content> names = new TreeMap<>();
    private Map<String, Content> durableNames = new TreeMap<>();
    private int changesLeft = Integer.MAX_VALUE;
    private boolean dead;
    int changes;
    int reads;

    /** The power goes before that change (1: the next one); until {@link #restart} nothing works. */
    FakeDisk dieAt(int change) {
        changesLeft = change - 1;
        return this;
    }

    boolean died() {
        return dead;
    }

    /** After a kill of the process: all that was written is there. */
    void restart() {
        dead = false;
        changesLeft = Integer.MAX_VALUE;
    }

    /** After a power failure. */
    void losePower(Random random) {
        restart();
        Map<String, Content> left = new TreeMap<>();
        var all = new TreeSet<>(names.keySet());
        all.addAll(durableNames.keySet());
        for (String name : all) {
            Content kept = random.nextBoolean() ? names.get(name) : durableNames.get(name);
            boolean parent = LogFiles.folder(name).isEmpty() || left.containsKey(LogFiles.folder(name));
            if (kept != null && parent) {
                left.put(name, kept);
            }
        }
        Map<Content, byte[]> contents = new HashMap<>();
        left.values().forEach(content -> contents.computeIfAbsent(content, c -> survivor(c, random)));
        contents.forEach((content, bytes) -> {
            content.now = bytes;
            content.durable = bytes;
        });
        names = left;
        durableNames = new TreeMap<>(left);
    }

    private static byte[] survivor(Content content, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> content.durable;
            case 1 -> content.now;
            default ->
                Arrays.equals(content.now, content.durable)
                        ? content.now
                        : Arrays.copyOf(content.now, random.nextInt(content.now.length + 1));
        };
    }

    /** All files with their content, for comparison. */
    Map<String, String> snapshot() {
        Map<String, String> files = new TreeMap<>();
        names.forEach((name, content) -> {
            if (!content.folder) {
                files.put(name, Hash.sha256(content.now).hex());
            }
        });
        return files;
    }

    FakeDisk copy() {
        FakeDisk copy = new FakeDisk();
        names.forEach((name, content) -> {
            Content twin = new Content();
            twin.now = content.now.clone();
            twin.durable = twin.now;
            twin.folder = content.folder;
            copy.names.put(name, twin);
            copy.durableNames.put(name, twin);
        });
        return copy;
    }

    private void change() {
        if (dead || changesLeft == 0) {
            dead = true;
            throw new Unavailable("The disk died.");
        }
        changesLeft--;
        changes++;
    }

    private Content at(String path) {
        Content content = names.get(path);
        if (content == null) {
            throw new Unavailable("There is no " + path + ".");
        }
        return content;
    }

    @Override
    public Optional<byte[]> read(String path) {
        reads++;
        Content content = names.get(path);
        return content == null || content.folder ? Optional.empty() : Optional.of(content.now.clone());
    }

    @Override
    public List<String> list(String folder) {
        List<String> found = new ArrayList<>();
        names.forEach((name, content) -> {
            if (LogFiles.folder(name).equals(folder)) {
                found.add(name.substring(name.lastIndexOf('/') + 1) + (content.folder ? "/" : ""));
            }
        });
        return found.stream().sorted().toList();
    }

    @Override
    public boolean createFolder(String folder) {
        if (names.containsKey(folder)) {
            return false;
        }
        change();
        Content content = new Content();
        content.folder = true;
        names.put(folder, content);
        return true;
    }

    @Override
    public void write(String path, byte[] bytes) {
        change();
        if (!LogFiles.folder(path).isEmpty()) {
            at(LogFiles.folder(path));
        }
        names.computeIfAbsent(path, _ -> new Content()).now = bytes.clone();
    }

    @Override
    public void move(String from, String to) {
        change();
        at(LogFiles.folder(to).isEmpty() ? from : LogFiles.folder(to));
        names.put(to, at(from));
        names.remove(from);
    }

    @Override
    public void delete(String path) {
        change();
        names.remove(path);
    }

    @Override
    public void sync(String path) {
        change();
        at(path).durable = at(path).now;
    }

    @Override
    public void syncFolder(String folder) {
        change();
        durableNames.keySet().removeIf(name -> LogFiles.folder(name).equals(folder) && !names.containsKey(name));
        names.forEach((name, content) -> {
            if (LogFiles.folder(name).equals(folder)) {
                durableNames.put(name, content);
            }
        });
    }
}
