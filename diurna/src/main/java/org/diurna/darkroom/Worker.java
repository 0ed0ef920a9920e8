package org.diurna.darkroom;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The child process that decodes strangers' files. It gets jobs and masters on its standard input and answers on its
 * standard output; it knows no path, no key and no setting, and ends when its input ends.
 */
final class Worker {
    private final Engine engine;

    private Worker(Engine engine) {
        this.engine = engine;
    }

    /** Arguments: {@code encoders libvips-or-java|libvips|java candidate...}. */
    public static void main(String[] arguments) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // Whatever a library prints must not get between the frames.
        System.setOut(System.err);
        Confinement.apply();
        var problems = new ArrayList<String>();
        Engine engine = choose(List.of(arguments), problems);
        Frames.write(out, frame -> Hello.of(engine, problems).write(frame));
        new Worker(engine).serve(in, out);
    }

    private static Engine choose(List<String> arguments, List<String> problems) {
        int encoders = Integer.parseInt(arguments.get(0));
        var choice = EngineChoice.valueOf(arguments.get(1));
        if (choice != EngineChoice.JAVA) {
            for (String candidate : arguments.subList(2, arguments.size())) {
                try {
                    return new VipsEngine(new Vips(candidate), encoders);
                } catch (IllegalArgumentException e) {
                    problems.add(e.getMessage());
                }
            }
        }
        return new JavaEngine();
    }

    private void serve(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            Job job;
            byte[] master;
            try {
                job = Job.read(Frames.read(in));
                master = Frames.readBytes(in);
            } catch (EOFException e) {
                // The house has closed the pipe: this worker is not needed any more.
                return;
            }
            Reply reply = answer(job, master);
            Frames.write(out, frame -> Reply.write(reply, frame));
        }
    }

    private Reply answer(Job job, byte[] master) {
        try {
            return switch (job) {
                case Job.Examine(var header) ->
                    new Reply.Examined(engine.look(master, header), MetadataReader.read(master, header));
                case Job.Develop(var header, var shots, var packets) ->
                    new Reply.Made(finish(engine.develop(master, header, shots), shots, packets));
            };
        } catch (Undecodable e) {
            return new Reply.Gave(e.getMessage() == null ? "it cannot be decoded" : e.getMessage());
        } catch (OutOfMemoryError e) {
            return new Reply.Gave("it needs more memory than a decoder gets here");
        }
    }

    private static List<byte[]> finish(List<byte[]> files, List<Shot> shots, Packets packets) {
        var finished = new ArrayList<byte[]>();
        for (int i = 0; i < files.size(); i++) {
            Shot shot = shots.get(i);
            finished.add(
                    switch (shot.format()) {
                        case JPEG -> JpegMetadata.put(files.get(i), packets);
                        case WEBP -> WebpMetadata.put(files.get(i), shot.width(), shot.height(), packets.xmp());
                        case AVIF -> AvifMetadata.put(files.get(i), packets.xmp());
                    });
        }
        return finished;
    }
}
