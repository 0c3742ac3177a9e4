package ro.parcurs.crm.adapter.xls;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.spreadsheet.Cell;
import ro.parcurs.crm.spreadsheet.CellFault;
import ro.parcurs.crm.spreadsheet.SheetRow;
import ro.parcurs.crm.spreadsheet.SheetRows;

/**
 * Rows kept in a file of the adapter's own while a sheet is read and found sound. So a sheet is
 * parsed once, however often its rows are asked for, and no row leaves before the last was seen.
 */
final class RowSpool implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final DataOutputStream to;
  private int size;

  RowSpool() throws IOException {
    path = Files.createTempFile("parcurs-", ".rows");
    to = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER));
  }

  void add(int number, List<Cell> cells) throws IOException {
    to.writeInt(number);
    to.writeShort(cells.size());
    for (Cell cell : cells) {
      write(cell);
    }
    size++;
  }

  /** Ends the writing. */
  void finish() throws IOException {
    to.close();
  }

  int size() {
    return size;
  }

  /** The rows from a number on. */
  SheetRows rows(int from, MergedCells merged) {
    try {
      return new Reader(from, merged);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    to.close();
    Files.deleteIfExists(path);
  }

  private void write(Cell cell) throws IOException {
    if (cell instanceof Cell.Words words) {
      to.writeByte('w');
      writeText(words.text());
    } else if (cell instanceof Cell.Figure figure) {
      writeFigure(figure);
    } else if (cell instanceof Cell.Moment moment) {
      to.writeByte('m');
      to.writeLong(moment.at().toEpochSecond(ZoneOffset.UTC));
    } else if (cell instanceof Cell.Truth truth) {
      to.writeByte(truth.value() ? 'y' : 'n');
    } else if (cell instanceof Cell.Broken broken) {
      to.writeByte('x');
      writeText(broken.fault().name());
      writeText(broken.text());
    } else {
      to.writeByte(' ');
    }
  }

  private void writeFigure(Cell.Figure figure) throws IOException {
    BigInteger unscaled = figure.value().unscaledValue();
    if (unscaled.bitLength() < Long.SIZE) {
      to.writeByte(figure.percent() ? 'p' : 'f');
      to.writeLong(unscaled.longValue());
      to.writeShort(figure.value().scale());
    } else {
      to.writeByte(figure.percent() ? 'P' : 'F');
      writeText(figure.value().toString());
    }
  }

  private void writeText(String text) throws IOException {
    to.writeShort(text.length());
    to.writeChars(text);
  }

  /** Reads the rows back. */
  private final class Reader implements SheetRows {

    private final DataInputStream in;
    private final MergedCells.Filling filling;
    private @Nullable SheetRow next;

    Reader(int from, MergedCells merged) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER));
      filling = merged.filling();
      do {
        next = read();
      } while (next != null && next.number() < from);
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public SheetRow next() {
      SheetRow row = next;
      if (row == null) {
        throw new NoSuchElementException();
      }
      try {
        next = read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return row;
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private @Nullable SheetRow read() throws IOException {
      int number;
      try {
        number = in.readInt();
      } catch (EOFException e) {
        return null;
      }
      int count = in.readUnsignedShort();
      List<Cell> cells = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        cells.add(cell());
      }
      return new SheetRow(number, filling.fill(number, cells));
    }

    private Cell cell() throws IOException {
      int kind = in.readUnsignedByte();
      return switch (kind) {
        case 'w' -> new Cell.Words(text());
        case 'f', 'p' ->
            new Cell.Figure(
                new BigDecimal(BigInteger.valueOf(in.readLong()), in.readShort()), kind == 'p');
        case 'F', 'P' -> new Cell.Figure(new BigDecimal(text()), kind == 'P');
        case 'm' -> new Cell.Moment(LocalDateTime.ofEpochSecond(in.readLong(), 0, ZoneOffset.UTC));
        case 'y', 'n' -> new Cell.Truth(kind == 'y');
        case 'x' -> new Cell.Broken(CellFault.valueOf(text()), text());
        case ' ' -> Cell.blank();
        default -> throw new IOException("the kept rows were changed");
      };
    }

    private String text() throws IOException {
      int length = in.readUnsignedShort();
      byte[] bytes = in.readNBytes(2 * length);
      if (bytes.length < 2 * length) {
        throw new EOFException();
      }
      char[] chars = new char[length];
      for (int i = 0; i < length; i++) {
        chars[i] = (char) ((bytes[2 * i] << 8) | (bytes[2 * i + 1] & 0xFF));
      }
      return new String(chars);
    }
  }
}
