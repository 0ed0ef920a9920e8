package org.diurna.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** The folder of blobs: {@code <2 hex>/<sha256>}. */
final class Blobs {
    /** Files written at the same time by one call: enough for the disk to gather their flushes. */
    static final int PARALLEL_MAX = 32;

    private final Path folder;
    private final Disk disk;
    private final Temporaries temporaries;

    Blobs(Path folder, Disk disk, Temporaries temporaries) {
        this.folder = folder;
        this.disk = disk;
        this.temporaries = temporaries;
    }

    Path file(Digest digest) {
        var hex = digest.hex();
        return folder.resolve(hex.substring(0, 2)).resolve(hex);
    }

    List<Blob> lay(List<byte[]> many) throws IOException {
        var laid = new ArrayList<Blob>(many.size());
        var distinct = new LinkedHashMap<Digest, byte[]>();
        for (var bytes : many) {
            var blob = Blob.of(bytes);
            laid.add(blob);
            distinct.put(blob.digest(), bytes);
        }
        var subfolders = new TreeSet<Path>();
        distinct.keySet()
                .forEach(digest -> subfolders.add(folder.resolve(digest.hex().substring(0, 2))));
        boolean newFolder = false;
        for (var subfolder : subfolders) {
            if (!Files.isDirectory(subfolder)) {
                disk.createFolder(subfolder);
                newFolder = true;
            }
        }
        List<Callable<Void>> writes = new ArrayList<>();
        distinct.forEach((digest, bytes) -> writes.add(() -> {
            layOne(file(digest), bytes);
            return null;
        }));
        inParallel(writes);
        // Also for blobs that were there already: whoever laid them may have died before this step.
        List<Callable<Void>> syncs = new ArrayList<>();
        subfolders.forEach(subfolder -> syncs.add(() -> {
            disk.syncFolder(subfolder);
            return null;
        }));
        inParallel(syncs);
        if (newFolder) {
            disk.syncFolder(folder);
        }
        return laid;
    }

    private void layOne(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && Files.size(file) == bytes.length) {
            return;
        }
        var temporary = temporaries.next();
        disk.write(temporary, out -> out.write(bytes));
        try {
            disk.rename(temporary, file);
        } catch (FileAlreadyExistsException laidByAnother) {
            disk.delete(temporary);
        }
    }

    private static void inParallel(List<Callable<Void>> tasks) throws IOException {
        if (tasks.size() == 1) {
            run(tasks.getFirst());
            return;
        }
        var permits = new Semaphore(PARALLEL_MAX);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        permits.acquire();
                        try {
                            return task.call();
                        } finally {
                            permits.release();
                        }
                    }))
                    .toList();
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while laying blobs", e);
        }
    }

    private static void run(Callable<Void> task) throws IOException {
        try {
            task.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    boolean holds(Blob blob) {
        try {
            return Files.size(file(blob.digest())) == blob.size();
        } catch (NoSuchFileException absent) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(Digest digest) throws IOException {
        var bytes = Files.readAllBytes(file(digest));
        if (!Digest.of(bytes).equals(digest)) {
            throw new ShelfUnavailable(
                    "the blob " + digest + " is damaged; put back its file from a backup or rebuild the shelf",
                    ShelfUnavailable.Retry.IS_USELESS);
        }
        return bytes;
    }
}
