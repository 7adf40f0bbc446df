package dev.orc.worker.database;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;

/**
 * Walks through all tables and indexes of an SQLite database, without SQLite: every page must be of
 * a known kind, in one place only, with its cells and overflows inside. What stands in the cells is
 * not looked at. For one check; not thread-safe.
 */
final class SqliteCheck {
  private static final int INDEX_INSIDE = 2;
  private static final int TABLE_INSIDE = 5;
  private static final int INDEX_LEAF = 10;
  private static final int TABLE_LEAF = 13;
  private static final int ROOT_COLUMN = 3;

  private final SqlitePages pages;
  private final BitSet seen = new BitSet();
  private final Deque<Integer> ahead = new ArrayDeque<>();
  private boolean schema;

  private SqliteCheck(SqlitePages pages) {
    this.pages = pages;
  }

  /** What is wrong with it, in one line; empty when it is sound. */
  static Optional<String> fault(Path database) {
    try (SqlitePages pages = SqlitePages.open(database)) {
      new SqliteCheck(pages).walk();
      return Optional.empty();
    } catch (Damaged damaged) {
      return Optional.of(damaged.getMessage());
    } catch (BufferUnderflowException | IndexOutOfBoundsException outside) {
      return Optional.of("a page of it points outside of itself");
    } catch (IOException unreadable) {
      return Optional.of("it can not be read: " + unreadable.getMessage());
    }
  }

  /** Whether it holds no table at all, as one that was just made. */
  static boolean empty(Path database) {
    try (SqlitePages pages = SqlitePages.open(database)) {
      ByteBuffer first = pages.page(1);
      return first.get(SqlitePages.HEADER) == TABLE_LEAF
          && first.getShort(SqlitePages.HEADER + 3) == 0;
    } catch (Damaged | IOException unusable) {
      return false;
    }
  }

  private void walk() throws IOException, Damaged {
    freePages();
    schema = true;
    ahead.push(1);
    drain();
  }

  /** The pages of the schema's own tree name the roots of all others. */
  private void drain() throws IOException, Damaged {
    Deque<Integer> roots = new ArrayDeque<>();
    while (!ahead.isEmpty()) {
      look(ahead.pop(), roots);
    }
    schema = false;
    while (!roots.isEmpty()) {
      ahead.push(roots.pop());
      while (!ahead.isEmpty()) {
        look(ahead.pop(), roots);
      }
    }
  }

  private void freePages() throws IOException, Damaged {
    ByteBuffer header = pages.page(1);
    int trunk = header.getInt(32);
    while (trunk != 0) {
      visit(trunk);
      ByteBuffer page = pages.page(trunk);
      int leaves = page.getInt(4);
      if (leaves < 0 || leaves > pages.usable() / 4 - 2) {
        throw new Damaged("its list of free pages is damaged");
      }
      for (int i = 0; i < leaves; i++) {
        visit(page.getInt(8 + 4 * i));
      }
      trunk = page.getInt(0);
    }
  }

  private void look(int number, Deque<Integer> roots) throws IOException, Damaged {
    visit(number);
    ByteBuffer page = pages.page(number);
    int start = number == 1 ? SqlitePages.HEADER : 0;
    int kind = page.get(start) & 0xff;
    boolean inside = kind == INDEX_INSIDE || kind == TABLE_INSIDE;
    if (!inside && kind != INDEX_LEAF && kind != TABLE_LEAF) {
      throw new Damaged("page " + number + " holds no part of a table");
    }
    int cells = page.getShort(start + 3) & 0xffff;
    int pointers = start + (inside ? 12 : 8);
    if (pointers + 2 * cells > pages.usable()) {
      throw new Damaged("page " + number + " is damaged");
    }
    if (inside) {
      ahead.push(page.getInt(start + 8));
    }
    for (int i = 0; i < cells; i++) {
      int at = page.getShort(pointers + 2 * i) & 0xffff;
      if (at < pointers + 2 * cells || at >= pages.usable()) {
        throw new Damaged("page " + number + " is damaged");
      }
      cell(page.position(at), kind, inside, roots);
    }
  }

  private void cell(ByteBuffer page, int kind, boolean inside, Deque<Integer> roots)
      throws IOException, Damaged {
    if (inside) {
      ahead.push(page.getInt());
    }
    if (kind == TABLE_INSIDE) {
      return;
    }
    long length = varint(page);
    if (kind == TABLE_LEAF) {
      varint(page);
    }
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw new Damaged("a row of it has a length that can not be");
    }
    int here = local((int) length, kind == TABLE_LEAF);
    if (page.position() + here + (here < length ? 4 : 0) > pages.usable()) {
      throw new Damaged("a row of it ends outside of its page");
    }
    if (here < length) {
      overflow(page.getInt(page.position() + here), length - here);
    }
    if (schema && kind == TABLE_LEAF) {
      int root = rootPage(page);
      if (root != 0) {
        roots.push(root);
      }
    }
  }

  /** How much of a row lies in its page, by SQLite's own rule. */
  private int local(int length, boolean leaf) {
    int usable = pages.usable();
    int most = leaf ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    int least = (usable - 12) * 32 / 255 - 23;
    if (length <= most) {
      return length;
    }
    int fitting = least + (length - least) % (usable - 4);
    return fitting <= most ? fitting : least;
  }

  private void overflow(int first, long length) throws IOException, Damaged {
    int next = first;
    for (long left = length; left > 0; left -= pages.usable() - 4) {
      visit(next);
      next = pages.page(next).getInt(0);
    }
    if (next != 0) {
      throw new Damaged("a long row of it does not end");
    }
  }

  /** The fourth column of a row of the schema. */
  private static int rootPage(ByteBuffer row) {
    int start = row.position();
    int body = start + (int) varint(row);
    for (int column = 0; column < ROOT_COLUMN; column++) {
      body += size(varint(row));
    }
    int bytes = size(varint(row));
    int root = 0;
    for (int i = 0; i < bytes; i++) {
      root = root << 8 | row.get(body + i) & 0xff;
    }
    return root;
  }

  private static int size(long type) {
    if (type >= 12) {
      return (int) ((type - 12) / 2);
    }
    return new int[] {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0}[(int) type];
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      byte next = bytes.get();
      value = value << 7 | next & 0x7f;
      if (next >= 0) {
        return value;
      }
    }
    return value << 8 | bytes.get() & 0xff;
  }

  private void visit(int number) throws Damaged {
    if (number < 1 || number > pages.count()) {
      throw new Damaged(
          "it names page " + Integer.toUnsignedString(number) + ", and has " + pages.count());
    }
    if (seen.get(number)) {
      throw new Damaged("page " + number + " of it belongs to two");
    }
    seen.set(number);
  }
}
