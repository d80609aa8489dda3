package dev.contactcenter.demo.recordings;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes the sound of a recording: three short notes, different for each. */
final class Tone {

    private static final int RATE = 8000;
    private static final int NOTE_SAMPLES = RATE * 2 / 5;
    private static final int NOTES = 3;
    private static final int HEADER = 44;

    private Tone() {}

    /** A RIFF WAVE file, mono, 8 bit, 1.2 seconds. */
    static byte[] wav(String recording) {
        int samples = NOTES * NOTE_SAMPLES;
        ByteBuffer file = ByteBuffer.allocate(HEADER + samples).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(HEADER - 8 + samples);
        file.put("WAVEfmt ".getBytes(US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE);
        file.putShort((short) 1).putShort((short) 8);
        file.put("data".getBytes(US_ASCII)).putInt(samples);
        int pitch = 330 + Math.floorMod(recording.hashCode(), 5) * 40;
        for (int note = 0; note < NOTES; note++) {
            sound(file, pitch * (4 + note) / 4.0);
        }
        return file.array();
    }

    private static void sound(ByteBuffer file, double hertz) {
        for (int i = 0; i < NOTE_SAMPLES; i++) {
            double swell = Math.sin(Math.PI * i / NOTE_SAMPLES);
            double wave = Math.sin(2 * Math.PI * hertz * i / RATE);
            file.put((byte) Math.round(128 + 70 * swell * wave));
        }
    }
}
