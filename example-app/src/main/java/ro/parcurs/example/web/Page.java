package ro.parcurs.example.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.money.Money;
import ro.parcurs.crm.money.Percentage;
import ro.parcurs.crm.money.Quantity;
import ro.parcurs.crm.money.UnitPrice;
import ro.parcurs.crm.timeline.DomainEvent;
import ro.parcurs.crm.work.Count;

/** What every template is given: who reads, in which language, and how things are written. */
public final class Page {

  private final Request request;
  private final Wording wording;
  private final List<Section> sections;
  private final List<Flash> flashes;
  private final Assets assets;
  private final Routes routes;
  private final Clock clock;

  Page(
      Request request,
      List<Section> sections,
      List<Flash> flashes,
      Assets assets,
      Routes routes,
      Clock clock) {
    this.request = request;
    this.wording = request.wording();
    this.sections = List.copyOf(sections);
    this.flashes = List.copyOf(flashes);
    this.assets = assets;
    this.routes = routes;
    this.clock = clock;
  }

  /** A text of the pages: {@code page.t("shell.save")}. */
  public String t(String key, Object... arguments) {
    return wording.text(key, arguments);
  }

  /** How many there are; with a plus where there are more than were counted. */
  public String count(Count count) {
    return t(count.more() ? "shell.count.more" : "shell.count", count.counted());
  }

  /** The name of a state, a step, a role and the like. */
  public String name(Enum<?> constant) {
    return wording.messages().of(constant, wording.locale());
  }

  /** What happened, as a line of the timeline. */
  public String event(DomainEvent event) {
    return wording.messages().of(event, wording.locale());
  }

  public String date(LocalDate date) {
    return wording.formats().date(date);
  }

  public String time(Instant instant) {
    return wording.formats().time(instant);
  }

  public String time(LocalDateTime time) {
    return wording.formats().time(time);
  }

  /** How many days ago that was, by the calendar; 0 for today. */
  public long daysSince(Instant instant) {
    LocalDate then = LocalDate.ofInstant(instant, Formats.ZONE);
    return ChronoUnit.DAYS.between(then, LocalDate.now(clock.withZone(Formats.ZONE)));
  }

  public String money(Money money) {
    return wording.formats().money(money);
  }

  public String price(UnitPrice price) {
    return wording.formats().price(price);
  }

  public String quantity(Quantity quantity) {
    return wording.formats().quantity(quantity);
  }

  public String percentage(Percentage percentage) {
    return wording.formats().percentage(percentage);
  }

  public String number(BigDecimal number) {
    return wording.formats().number(number);
  }

  public String number(long number) {
    return number(BigDecimal.valueOf(number));
  }

  /** A length of time, to the second. */
  public String length(Duration length) {
    return Formats.length(length);
  }

  public String userName(UserId user) {
    return People.name(user);
  }

  /** Whether there is such a page, so that only what leads somewhere is shown. */
  public boolean answers(String path) {
    return routes.answers(path);
  }

  /** Who reads; empty before signing in. */
  public Optional<User> user() {
    return request.session().user();
  }

  /** Whether the reader has the permission in general; for hiding what would be refused anyway. */
  public boolean may(Permission permission) {
    return request.may(permission);
  }

  public String language() {
    return wording.locale().getLanguage();
  }

  /** The other language. */
  public String otherLanguage() {
    return language().equals("en") ? "ro" : "en";
  }

  public String csrf() {
    return request.session().csrf();
  }

  /** The address of this page, without its question. */
  public String path() {
    return request.path();
  }

  /** The address of this page with its question. */
  public String address() {
    return request.address();
  }

  /** Whether only the inside of a dialog is wanted, because a page is already there. */
  public boolean dialog() {
    return request.dialog();
  }

  public List<Section> sections() {
    return sections;
  }

  public List<Flash> flashes() {
    return flashes;
  }

  /** The address of a style sheet or script. */
  public String asset(String name) {
    return assets.address(name);
  }
}
