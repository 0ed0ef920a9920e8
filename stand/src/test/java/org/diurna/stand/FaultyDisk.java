package org.diurna.stand;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** The real disk until its n-th operation; that one breaks off, before its effect or after it, and so do all later ones. */
final class FaultyDisk implements Disk {
    /** Whether the operation that broke off had come into effect. */
    enum Break {
        BEFORE,
        AFTER
    }

    private final Disk real = new RealDisk();
    private final AtomicInteger left;
    private final Break when;

    FaultyDisk(int operations, Break when) {
        left = new AtomicInteger(operations);
        this.when = when;
    }

    boolean broke() {
        return left.get() <= 0;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void step(Step step, Step half) throws IOException {
        int now = left.decrementAndGet();
        if (now > 0) {
            step.run();
            return;
        }
        if (now == 0) {
            (when == Break.AFTER ? step : half).run();
        }
        throw new IOException("the disk broke off here, as the test wants");
    }

    private void step(Step step) throws IOException {
        step(step, () -> {});
    }

    @Override
    public void write(Path file, Content content) throws IOException {
        step(() -> real.write(file, content), () -> {
            var whole = new ByteArrayOutputStream();
            content.to(whole);
            var torn = Arrays.copyOf(whole.toByteArray(), whole.size() / 2);
            real.write(file, out -> out.write(torn));
        });
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step(() -> real.rename(from, to));
    }

    @Override
    public boolean nameIfFree(Path from, Path to) throws IOException {
        boolean[] named = new boolean[1];
        step(() -> named[0] = real.nameIfFree(from, to));
        return named[0];
    }

    @Override
    public void delete(Path file) throws IOException {
        step(() -> real.delete(file));
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        step(() -> real.createFolder(folder));
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        step(() -> real.syncFolder(folder));
    }
}
