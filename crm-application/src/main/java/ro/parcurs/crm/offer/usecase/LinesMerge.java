package ro.parcurs.crm.offer.usecase;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ro.parcurs.crm.catalogue.Catalogue;
import ro.parcurs.crm.catalogue.CatalogueItem;
import ro.parcurs.crm.catalogue.ItemCode;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.Refusal;
import ro.parcurs.crm.error.Violation;
import ro.parcurs.crm.offer.Chapter;
import ro.parcurs.crm.offer.OfferContent;
import ro.parcurs.crm.offer.OfferLine;
import ro.parcurs.crm.offer.usecase.LineRows.LineRow;
import ro.parcurs.crm.spreadsheet.RowFault;
import ro.parcurs.crm.spreadsheet.RowFaults;
import ro.parcurs.crm.spreadsheet.Table;
import ro.parcurs.crm.validation.CommandValidator;

/**
 * What the rows of a sheet make of an offer, all of it, before anything is kept; the preview and
 * the import ask it alike. A row with a code is a line from the catalogue, and what it leaves empty
 * is taken from there; one without is free text. A row without a chapter stands in that of the row
 * above. For one thread.
 */
final class LinesMerge {

  /** What is told only of free text: an item has it in the catalogue. */
  private static final Set<String> OF_ITEMS = Set.of("name", "unit", "price", "vat");

  /** A chapter as far as it was read. */
  private record Imported(String title, List<OfferLine> lines) {

    Chapter after(List<OfferLine> others) {
      List<OfferLine> all = new ArrayList<>(others);
      all.addAll(lines);
      return new Chapter(title, all);
    }
  }

  private final OfferContent before;
  private final OfferWriter.Lines lines;
  private final CommandValidator validator;
  private final RowFaults<OfferColumn> faults;
  private final Map<ItemCode, ItemId> items = new HashMap<>();
  private final List<Imported> imported = new ArrayList<>();

  /**
   * @param title of lines that no row gives a chapter
   */
  LinesMerge(
      Table<OfferColumn> table,
      String title,
      OfferContent before,
      Catalogue catalogue,
      OfferWriter.Lines lines,
      CommandValidator validator) {
    this.before = before;
    this.lines = lines;
    this.validator = validator;
    this.faults = new RowFaults<>(table);
    for (CatalogueItem item : catalogue.items()) {
      items.put(item.code(), item.id());
    }
    // What the offer called an item when the line was written says more than what it is called now.
    before
        .lines()
        .flatMap(line -> line.item().stream())
        .forEach(item -> items.put(item.code(), item.id()));
    take(LineRows.of(table), title);
  }

  /** What the offer would say. Good only when there are no faults. */
  OfferContent content(LinesRule rule) {
    List<Chapter> chapters = new ArrayList<>();
    if (rule == LinesRule.ADD) {
      chapters.addAll(before.chapters());
    }
    int own = chapters.size();
    for (Imported more : imported) {
      int there = lastOf(more.title(), chapters.subList(0, own));
      if (there < 0) {
        chapters.add(more.after(List.of()));
      } else {
        chapters.set(there, more.after(chapters.get(there).lines()));
      }
    }
    return before.withChapters(chapters);
  }

  private static int lastOf(String title, List<Chapter> chapters) {
    for (int i = chapters.size() - 1; i >= 0; i--) {
      if (chapters.get(i).title().equals(title)) {
        return i;
      }
    }
    return -1;
  }

  /** How many lines were read. */
  int size() {
    return imported.stream().mapToInt(chapter -> chapter.lines().size()).sum();
  }

  /** Everything that is wrong, row by row. */
  List<RowFault> faults() {
    return faults.all();
  }

  /** What is wrong with a row. */
  List<Violation> faults(int row) {
    return faults.of(row);
  }

  private void take(List<LineRow> rows, String title) {
    String chapter = title;
    for (LineRow row : rows) {
      chapter = row.chapter() == null ? chapter : row.chapter();
      faults.add(row.number(), row.faults());
      Optional<String> here = title(row, chapter);
      if (!row.isTitle()) {
        Optional<OfferLine> line = line(row);
        if (here.isPresent() && line.isPresent()) {
          put(here.get(), line.get());
        }
      }
    }
  }

  private Optional<String> title(LineRow row, String title) {
    try {
      return Optional.of(new Chapter(title, List.of()).title());
    } catch (InvalidInput fault) {
      faults.add(row.number(), OfferColumn.CHAPTER, fault);
      return Optional.empty();
    }
  }

  private void put(String title, OfferLine line) {
    if (imported.isEmpty() || !imported.get(imported.size() - 1).title().equals(title)) {
      imported.add(new Imported(title, new ArrayList<>()));
    }
    imported.get(imported.size() - 1).lines().add(line);
  }

  private Optional<OfferLine> line(LineRow row) {
    Optional<ItemId> item = row.code() == null ? Optional.empty() : item(row, row.code());
    if (row.currency() != null && row.currency() != before.currency()) {
      faults.add(row.number(), OfferColumn.CURRENCY, "other-currency");
    }
    LineData data = withRate(item.map(row::of).orElse(row.line()), item);
    faults.add(
        row.number(),
        validator.faults(data).stream()
            .filter(fault -> row.code() == null || !isMissingOfItem(fault))
            .toList());
    if (data.vat() != null && !lines.isRate(data.vat(), item)) {
      faults.add(row.number(), OfferColumn.VAT, "unknown-vat-rate");
    }
    if (!faults.has(row.number())) {
      return written(row, data);
    }
    item.ifPresent(known -> written(row, LineData.of(known, BigDecimal.ONE)));
    return Optional.empty();
  }

  private Optional<OfferLine> written(LineRow row, LineData data) {
    try {
      return Optional.of(lines.line(data));
    } catch (InvalidInput fault) {
      faults.add(row.number(), fault.violations());
    } catch (Refusal refusal) {
      faults.add(row.number(), OfferColumn.CODE, refusal);
    }
    return Optional.empty();
  }

  /** Rates are called by codes such as 21, which people also write as a percentage. */
  private LineData withRate(LineData line, Optional<ItemId> item) {
    String vat = line.vat();
    return vat == null || lines.isRate(vat, item)
        ? line
        : line.withVat(vat.replaceFirst("\\s*%$", ""));
  }

  private static boolean isMissingOfItem(Violation fault) {
    return fault.code().equals("required") && OF_ITEMS.contains(fault.field());
  }

  private Optional<ItemId> item(LineRow row, String code) {
    try {
      Optional<ItemId> item = Optional.ofNullable(items.get(ItemCode.of(code)));
      if (item.isEmpty()) {
        faults.add(row.number(), OfferColumn.CODE, "unknown-item");
      }
      return item;
    } catch (InvalidInput fault) {
      faults.add(row.number(), OfferColumn.CODE, fault);
      return Optional.empty();
    }
  }
}
