package ro.parcurs.example;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real browser (headless Chromium), used as a person would: fields by their labels, buttons by
 * their words. Where there is no Chromium, its tests fail.
 */
public final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Held, so that what is set on it stays. */
  private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

  static {
    // The driver's newer debugging interface isn't used; that it is unknown says nothing.
    DEVTOOLS.setLevel(Level.SEVERE);
  }

  private final ChromeDriver driver;
  private final String address;
  private final Path profile;

  private Browser(ChromeDriver driver, String address, Path profile) {
    this.driver = driver;
    this.address = address;
    this.profile = profile;
  }

  /** A fresh browser, before the program at the address. */
  public static Browser at(String address) {
    return open(address, true);
  }

  /** One that runs no scripts. */
  public static Browser withoutScripts(String address) {
    return open(address, false);
  }

  private static Browser open(String address, boolean scripts) {
    Path profile;
    try {
      profile = Files.createTempDirectory("browser");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium", "chromium-browser", "google-chrome").toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=ro",
        "--window-size=1280,900",
        "--user-data-dir=" + profile);
    if (!scripts) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver").toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options), address, profile);
  }

  private static Path program(String... names) {
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
        .flatMap(directory -> Arrays.stream(names).map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The browser tests need Chromium and its driver (Debian: chromium,"
                        + " chromium-driver); not found: "
                        + String.join(", ", names)));
  }

  // --- going about ----------------------------------------------------------------------------

  public Browser signIn(String user) {
    driver.manage().deleteAllCookies();
    go("/sign-in");
    pressButton(user);
    wait(() -> !all(".shell-name").isEmpty(), "nobody is signed in");
    return this;
  }

  public Browser go(String path) {
    driver.get(address + path);
    return this;
  }

  /** The address without the host. */
  public String path() {
    return driver.getCurrentUrl().substring(address.length());
  }

  public Browser clickLink(String text) {
    return click(By.xpath("//a[normalize-space()=" + quoted(text) + "]"));
  }

  /** A tab of the page, not the entry of the same name in the navigation. */
  public Browser clickTab(String text) {
    return click(
        By.xpath("//nav[contains(@class, 'tabs')]//a[normalize-space()=" + quoted(text) + "]"));
  }

  public Browser pressButton(String text) {
    return click(
        By.xpath(
            "//button[normalize-space()="
                + quoted(text)
                + " or .//*[normalize-space()="
                + quoted(text)
                + "]]"));
  }

  /** Clicking waits for the page that it leads to, if it leads to one. */
  private Browser click(By by) {
    WebElement element = visible(by);
    script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
    element.click();
    return this;
  }

  // --- filling in -----------------------------------------------------------------------------

  public Browser type(String label, String text) {
    WebElement field = field(label);
    String kind = field.getDomProperty("type");
    if (kind != null && kind.startsWith("date")) {
      driver.executeScript("arguments[0].value = arguments[1]", field, text);
    } else {
      retype(field, text);
    }
    return this;
  }

  public Browser choose(String label, String option) {
    new Select(field(label)).selectByVisibleText(option);
    return this;
  }

  /** Ticks the box, or chooses the way, whose words begin so. */
  public Browser tick(String label) {
    WebElement box =
        visible(By.xpath("//label[starts-with(normalize-space(), " + quoted(label) + ")]//input"));
    if (!box.isSelected()) {
      box.click();
    }
    return this;
  }

  /** An item and its quantity, in a row of a list of items. */
  public Browser typeInRow(int row, String item, String quantity) {
    List<WebElement> fields = all("table.rows tbody tr:nth-child(" + (row + 1) + ") input");
    retype(fields.get(0), item);
    retype(fields.get(1), quantity);
    return this;
  }

  private static void retype(WebElement field, String text) {
    field.clear();
    field.sendKeys(text);
  }

  public Browser attach(String label, Path file) {
    field(label).sendKeys(file.toAbsolutePath().toString());
    return this;
  }

  /** What stands in a field. */
  public String typed(String label) {
    return String.valueOf(field(label).getDomProperty("value"));
  }

  private WebElement field(String label) {
    String is = "normalize-space()=" + quoted(label);
    return visible(
        By.xpath(
            "//*[@id=//label[" + is + "]/@for] | //label[.//*[" + is + "] or " + is + "]//input"));
  }

  // --- looking --------------------------------------------------------------------------------

  /** Waits until the page shows the text. */
  public Browser sees(String text) {
    wait(() -> text().contains(text), "the page doesn't show: " + text);
    return this;
  }

  /** What the page shows, without markup. */
  public String text() {
    try {
      return driver.findElement(By.tagName("body")).getText().replace('\u00a0', ' ');
    } catch (org.openqa.selenium.StaleElementReferenceException e) {
      return "";
    }
  }

  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  public Object script(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  public Browser size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    return this;
  }

  /** Keeps a picture of the whole page under {@code target/pages}, to be looked at. */
  public Browser shot(String name) {
    try {
      Path directory = Files.createDirectories(Path.of("target", "pages"));
      for (int width : new int[] {1280, 390}) {
        picture(directory.resolve(name + "-" + width + ".png"), width);
      }
      driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
      return this;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void picture(Path file, int width) throws java.io.IOException {
    look(width, 900);
    Number height = (Number) script("return document.documentElement.scrollHeight");
    look(width, Math.min(3000, Math.max(900, height == null ? 0 : height.intValue())));
    Files.write(file, driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
  }

  private void look(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  /**
   * What the browser complained about since it was last asked, for example a refused script. That
   * figures were still being computed when their page was left is none; htmx tells it twice.
   */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> !message.contains("Failed to load resource"))
        .filter(message -> !message.contains("\"htmx:sendAbort, "))
        .filter(message -> !message.contains("\"htmx:afterRequest, "))
        .toList();
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Waits for it; while a dialog is open, only what is in it can be reached. */
  private WebElement visible(By by) {
    wait(() -> reachable(by).isPresent(), "not on the page: " + by);
    return reachable(by).orElseThrow();
  }

  private Optional<WebElement> reachable(By by) {
    boolean dialog = !driver.findElements(By.cssSelector("dialog[open]")).isEmpty();
    return driver.findElements(by).stream()
        .filter(element -> !dialog || inDialog(element))
        .filter(WebElement::isDisplayed)
        .filter(element -> element.getSize().width > 1)
        .findFirst();
  }

  private boolean inDialog(WebElement element) {
    return Boolean.TRUE.equals(script("return !!arguments[0].closest('dialog')", element));
  }

  private void wait(java.util.function.BooleanSupplier condition, String otherwise) {
    try {
      new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100))
          .ignoring(org.openqa.selenium.WebDriverException.class)
          .until(d -> condition.getAsBoolean());
    } catch (org.openqa.selenium.TimeoutException e) {
      throw new AssertionError(otherwise + "\nat " + path() + "\n" + text(), e);
    }
  }

  private static String quoted(String text) {
    return text.indexOf('\'') < 0 ? "'" + text + "'" : "\"" + text + "\"";
  }

  @Override
  public void close() {
    driver.quit();
    RunningApp.delete(profile);
  }
}
