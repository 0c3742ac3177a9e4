package ro.parcurs.example.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.Crm;
import ro.parcurs.crm.catalogue.ItemId;
import ro.parcurs.crm.catalogue.ItemKind;
import ro.parcurs.crm.catalogue.usecase.AddItem;
import ro.parcurs.crm.catalogue.usecase.ComponentData;
import ro.parcurs.crm.catalogue.usecase.ItemData;
import ro.parcurs.crm.catalogue.usecase.PriceData;
import ro.parcurs.crm.money.Currency;
import ro.parcurs.crm.work.Caller;

/** What the demo company sells: solar plants, charging stations, heat pumps; recipes in recipes. */
final class DemoCatalogue {

  private final Crm crm;
  private final Caller administrator;
  private final Map<String, ItemId> items = new HashMap<>();

  DemoCatalogue(Crm crm, Caller administrator) {
    this.crm = crm;
    this.administrator = administrator;
  }

  /** Adds everything; the identity of each item by its code. */
  Map<String, ItemId> fill() {
    product("PANOU-450", "Panou fotovoltaic 450 W", "buc", "412.50", "305.00", "3");
    product("INV-10", "Invertor hibrid 10 kW", "buc", "6890.00", "5420.00", "3");
    product("INV-30", "Invertor trifazat 30 kW", "buc", "12450.00", "9980.00", "3");
    product("BAT-5", "Modul de baterie 5 kWh", "buc", "7150.00", "5890.00", "4");
    product("SINA", "Șină de aluminiu", "m", "38.4750", "27.10", "2");
    product("CARLIG", "Cârlig de țiglă, inox", "buc", "21.9900", "14.35", "2");
    product("CLEMA", "Clemă de panou", "buc", "7.3333", "4.20", "2");
    product("CABLU-6", "Cablu solar 6 mm²", "m", "6.1250", "4.05", "2");
    product("TABLOU", "Tablou de protecții", "buc", "1185.00", "870.00", "3");
    product("POMPA-U", "Unitate exterioară 16 kW", "buc", "21300.00", "17250.00", "3");
    product("BOILER-300", "Boiler 300 l", "buc", "5640.00", "4480.00", "3");
    product("STATIE-U", "Stație de încărcare 22 kW", "buc", "4275.00", "3390.00", "4");
    service("MANOPERA", "Manoperă montaj", "oră", "95.00", "62.00", "5", "21");
    service("PROIECT", "Proiect tehnic", "buc", "1850.00", "1100.00", "6", "21");
    service("AUTORIZ", "Dosar de prosumator", "buc", "640.00", "310.00", "5", "21");
    service("MONIT", "Monitorizare de la distanță", "lună", "49.90", "18.00", "8", "21");
    service("MENT", "Mentenanță anuală", "an", "890.00", "520.00", "8", "21");
    service("AUDIT", "Audit energetic", "buc", "2300.00", "1400.00", "7", "21");
    service("CURS", "Curs de utilizare", "oră", "120.00", "70.00", "5", "SCUTIT");
    service("GHID", "Ghid tipărit", "buc", "45.00", "21.00", "1", "11");
    inEuro("GARANTIE-10", "Extindere de garanție 10 ani", "buc", "310.00", "240.00");

    recipe("MONTAJ-P", "Prindere pentru un panou", "buc", "SINA:2.2", "CARLIG:2", "CLEMA:4");
    recipe("PANOU-M", "Panou montat", "buc", "PANOU-450:1", "MONTAJ-P:1", "MANOPERA:0.75");
    recipe(
        "PV-10",
        "Centrală fotovoltaică 10 kW",
        "buc",
        "PANOU-M:22",
        "INV-10:1",
        "TABLOU:1",
        "CABLU-6:120",
        "PROIECT:1",
        "AUTORIZ:1",
        "GHID:1");
    recipe(
        "PV-30",
        "Centrală fotovoltaică 30 kW",
        "buc",
        "PANOU-M:67",
        "INV-30:1",
        "TABLOU:2",
        "CABLU-6:340",
        "PROIECT:1",
        "AUTORIZ:1",
        "CURS:2",
        "GHID:2");
    recipe("BAT-10", "Baterie 10 kWh montată", "buc", "BAT-5:2", "MANOPERA:4.5");
    recipe(
        "STATIE-22", "Stație de încărcare montată", "buc", "STATIE-U:1", "TABLOU:1", "MANOPERA:6");
    recipe(
        "POMPA-16",
        "Pompă de căldură 16 kW montată",
        "buc",
        "POMPA-U:1",
        "BOILER-300:1",
        "MANOPERA:24",
        "CURS:1");
    return Map.copyOf(items);
  }

  private void product(
      String code, String name, String unit, String price, String cost, String commission) {
    add(code, name, unit, ItemKind.PRODUCT, "Echipamente", "21", commission, lei(price, cost));
  }

  private void service(
      String code,
      String name,
      String unit,
      String price,
      String cost,
      String commission,
      String vat) {
    add(code, name, unit, ItemKind.SERVICE, "Servicii", vat, commission, lei(price, cost));
  }

  private void inEuro(String code, String name, String unit, String price, String cost) {
    PriceData euros = new PriceData(new BigDecimal(price), Currency.EUR, new BigDecimal(cost));
    add(code, name, unit, ItemKind.SERVICE, "Servicii", "21", "4", euros);
  }

  private static PriceData lei(String price, String cost) {
    return new PriceData(new BigDecimal(price), Currency.RON, new BigDecimal(cost));
  }

  private void recipe(String code, String name, String unit, String... components) {
    List<ComponentData> data = new ArrayList<>();
    for (String component : components) {
      String[] parts = component.split(":", 2);
      data.add(
          new ComponentData(Objects.requireNonNull(items.get(parts[0])), new BigDecimal(parts[1])));
    }
    add(code, name, unit, ItemKind.PRODUCT, "Sisteme la cheie", "21", "5", null, data);
  }

  private void add(
      String code,
      String name,
      String unit,
      ItemKind kind,
      String category,
      String vat,
      String commission,
      PriceData price) {
    add(code, name, unit, kind, category, vat, commission, price, List.of());
  }

  private void add(
      String code,
      String name,
      String unit,
      ItemKind kind,
      String category,
      String vat,
      String commission,
      @Nullable PriceData price,
      List<ComponentData> components) {
    ItemData item = new ItemData(code, name, unit, kind, category, vat, new BigDecimal(commission));
    items.put(
        code,
        crm.catalogue().add(administrator, new AddItem.Command(item, price, components)).id());
  }
}
