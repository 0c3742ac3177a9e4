package ro.parcurs.example.page;

import java.util.ArrayList;
import java.util.List;
import ro.parcurs.crm.catalogue.usecase.CatalogueUseCases;
import ro.parcurs.crm.catalogue.usecase.SaveVatRates;
import ro.parcurs.crm.catalogue.usecase.VatRatesView;
import ro.parcurs.crm.money.VatRates;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Form;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** The VAT rates and their dates. */
public final class VatRatePages implements Pages {

  private static final String PERIODS = "periods";
  private static final int SPARE_ROWS = 3;

  private final CatalogueUseCases catalogue;

  public VatRatePages(CatalogueUseCases catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void register(Routes routes) {
    routes.get("/catalogue/vat-rates", this::show).post("/catalogue/vat-rates", this::save);
  }

  private Answer.View show(Request request) {
    VatRatesView view = catalogue.vatRates(request.actor());
    Form form = request.form().setDefault("seen", view.version().value());
    if (form.rows(PERIODS).isEmpty()) {
      List<VatRates.Period> periods = view.rates().periods();
      for (int i = 0; i < periods.size(); i++) {
        VatRates.Period period = periods.get(i);
        form.set(at(i, "code"), period.rate().code())
            .set(at(i, "percentage"), period.rate().percentage())
            .set(at(i, "exempt"), period.rate().exempt() ? "yes" : "")
            .set(at(i, "from"), period.from())
            .set(at(i, "until"), period.until());
      }
      for (int i = periods.size(); i < periods.size() + SPARE_ROWS; i++) {
        form.set(at(i, "code"), "")
            .set(at(i, "percentage"), "")
            .set(at(i, "from"), "")
            .set(at(i, "until"), "");
      }
    }
    return Answer.view("catalogue/vat-rates.jte")
        .with("form", form)
        .with("rates", view)
        .with("rows", form.rows(PERIODS));
  }

  private Answer save(Request request) {
    Form form = request.form();
    return form.submit(
        () -> new SaveVatRates.Command(Seen.in(form), periods(form)),
        command -> {
          catalogue.saveVatRates(request.caller(), command);
          request.say("catalogue.vat.saved");
          return Answer.to("/catalogue/vat-rates");
        },
        () -> show(request));
  }

  /** A row without a code and a percentage is left out; only the last ones can be. */
  private static List<SaveVatRates.Period> periods(Form form) {
    List<SaveVatRates.Period> periods = new ArrayList<>();
    for (int row : form.rows(PERIODS)) {
      if (form.optional(at(row, "code")) != null || form.optional(at(row, "percentage")) != null) {
        periods.add(
            new SaveVatRates.Period(
                form.text(at(row, "code")),
                form.number(at(row, "percentage")),
                form.ticked(at(row, "exempt")),
                form.date(at(row, "from")),
                form.date(at(row, "until"))));
      }
    }
    return periods;
  }

  private static String at(int row, String name) {
    return PERIODS + "[" + row + "]." + name;
  }
}
