package org.diurna.darkroom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Length-prefixed frames on the pipes between the house and its worker: a mark, a length, content. The mark shows at once
 * if a native library printed onto the pipe.
 */
final class Frames {
    private static final int MARK = 0x44495552;
    private static final int FRAME_MAX_BYTES = 256 << 20;

    private Frames() {}

    /** Something that writes itself into a frame. */
    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    static void write(DataOutputStream pipe, Content content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        content.writeTo(new DataOutputStream(bytes));
        pipe.writeInt(MARK);
        pipe.writeInt(bytes.size());
        bytes.writeTo(pipe);
        pipe.flush();
    }

    /** @throws EOFException where the other side is gone */
    static DataInputStream read(DataInputStream pipe) throws IOException {
        if (pipe.readInt() != MARK) {
            throw new IOException("The other side of the pipe wrote something that is no frame.");
        }
        return new DataInputStream(new ByteArrayInputStream(readBytes(pipe)));
    }

    static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Memory is taken for what came, not for what was announced. */
    static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > FRAME_MAX_BYTES) {
            throw new IOException("The other side of the pipe announced " + length + " bytes.");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The other side of the pipe is gone.");
        }
        return bytes;
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }
}
