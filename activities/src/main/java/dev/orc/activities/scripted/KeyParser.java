package dev.orc.activities.scripted;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Turns a raw terminal's bytes into keys and bracketed pastes, wherever the chunks are cut. Not
 * thread-safe: it belongs to the thread that reads the terminal.
 */
final class KeyParser {
  private static final byte[] PASTE_END = {0x1b, '[', '2', '0', '1', '~'};
  private static final int ESC = 0x1b;

  private final Keyboard keyboard;
  private ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final StringBuilder sequence = new StringBuilder();
  private boolean pasting;
  private int endSeen;

  KeyParser(Keyboard keyboard) {
    this.keyboard = keyboard;
  }

  void feed(byte[] chunk, int length) {
    for (int i = 0; i < length; i++) {
      int octet = chunk[i] & 0xff;
      if (pasting) {
        paste(octet);
      } else if (sequence.length() > 0) {
        continueSequence(octet);
      } else {
        key(octet);
      }
    }
    if (!pasting && endsWhole()) {
      flushTyped();
    }
  }

  /** Whether an Escape has come of which nobody knows yet what it begins. */
  boolean undecided() {
    return !pasting && sequence.length() == 1;
  }

  /** Nothing followed: it was the Escape key. */
  void decide() {
    if (undecided()) {
      sequence.setLength(0);
      keyboard.escape();
    }
  }

  private void paste(int octet) {
    if (octet == PASTE_END[endSeen]) {
      endSeen++;
      if (endSeen == PASTE_END.length) {
        endSeen = 0;
        pasting = false;
        keyboard.pasted(take().replace("\r\n", "\n").replace('\r', '\n'));
      }
      return;
    }
    text.write(PASTE_END, 0, endSeen);
    endSeen = 0;
    if (octet == ESC) {
      endSeen = 1;
    } else {
      text.write(octet);
    }
  }

  private void continueSequence(int octet) {
    if (sequence.length() == 1 && octet != '[') {
      decide();
      key(octet);
      return;
    }
    sequence.append((char) octet);
    if (sequence.length() > 2 && octet >= 0x40 && octet <= 0x7e) {
      pasting = "\u001b[200~".contentEquals(sequence);
      sequence.setLength(0);
    }
  }

  private void key(int octet) {
    if (octet >= 0x20 && octet != 0x7f || octet == '\n' || octet == '\t') {
      text.write(octet);
      return;
    }
    flushTyped();
    switch (octet) {
      case ESC -> sequence.append((char) ESC);
      case '\r' -> keyboard.enter();
      case 0x15 -> keyboard.clear();
      case 0x03 -> keyboard.interrupt();
      case 0x08, 0x7f -> keyboard.rubOut();
      default -> {
        // Any other control key means nothing to this program.
      }
    }
  }

  private void flushTyped() {
    if (text.size() > 0) {
      keyboard.typed(take());
    }
  }

  private String take() {
    String taken = text.toString(StandardCharsets.UTF_8);
    if (text.size() > 65_536) {
      text = new ByteArrayOutputStream();
    } else {
      text.reset();
    }
    return taken;
  }

  /** Whether the typed bytes end with a whole UTF-8 character. */
  private boolean endsWhole() {
    byte[] typed = text.size() > 64 ? new byte[0] : text.toByteArray();
    int back = 1;
    while (back <= Math.min(4, typed.length)) {
      int octet = typed[typed.length - back] & 0xff;
      if (octet >= 0xc0) {
        return back >= (octet >= 0xf0 ? 4 : octet >= 0xe0 ? 3 : 2);
      }
      if (octet < 0x80) {
        return true;
      }
      back++;
    }
    return true;
  }
}
