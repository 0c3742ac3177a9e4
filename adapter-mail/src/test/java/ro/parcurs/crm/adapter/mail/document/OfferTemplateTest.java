package ro.parcurs.crm.adapter.mail.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.Template;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.UnusableTemplate;

class OfferTemplateTest {

  private static final Locale RO = Locale.forLanguageTag("ro");
  private static final Pattern DOCUMENTED = Pattern.compile("^\\| `([\\w.]+)`", Pattern.MULTILINE);

  @TempDir private Path directory;

  @Test
  void a_template_of_ones_own_takes_the_place_of_the_usual_one() {
    Template own =
        new Template(
            page("<h1>{{seller.name}} → {{client.name}}</h1>{{#chapters}}{{title}}; {{/chapters}}"),
            "h1 { font-size: 9pt; }");
    byte[] pdf =
        OfferPdf.of(Printed.SELLER)
            .with(own)
            .documents()
            .pdf(Printed.finalised(Printed.everything()), Printed.CLIENT, RO);
    assertThat(PdfText.of(pdf))
        .isEqualTo(
            """
            Tâmplăria Exemplu Meșteșug SRL → Țesătoria „Șoim” & Fiii SRL
            Tâmplărie interioară; Proiectare;
            """);
  }

  @Test
  void nothing_is_read_from_files_or_from_elsewhere_whatever_a_template_says() throws IOException {
    Path picture = Files.write(directory.resolve("a.png"), OfferPdfTest.picture("png", 4, 4));
    Path style = Files.writeString(directory.resolve("a.css"), "p { display: none; }");
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(300);
      String there = "http://127.0.0.1:" + server.getLocalPort() + "/";
      String html =
          ("<p>seen</p><img alt='' src='%s'/><img alt='' src='%s'/><img alt='' src='a.png'/>"
                  + "<img alt='' src='classpath:/logo.png'/><img alt='' src='jar:%s!/a'/>"
                  + "<object data='%s' type='application/pdf'></object>"
                  + "<iframe src='%s'></iframe>")
              .formatted(picture.toUri(), there, there, picture.toUri(), there);
      String css =
          "@import url(%s); @import '%s'; @font-face { font-family: X; src: url(%sx.ttf); } "
                  .formatted(style.toUri(), there, there)
              + "body { font-family: X, Roboto; background-image: url(%s); } ".formatted(there)
              + "p { background-image: url('%s'); list-style-image: url(%s); }"
                  .formatted(picture.toUri(), there);
      byte[] pdf =
          OfferPdf.of(Printed.SELLER)
              .with(
                  new Template(
                      page(html)
                          .replace(
                              "</head>",
                              "<link rel='stylesheet' href='%s'/><base href='%s'/></head>"
                                  .formatted(there, directory.toUri())),
                      css))
              .documents()
              .pdf(Printed.finalised(Printed.everything()), Printed.CLIENT, RO);
      assertThat(PdfText.of(pdf)).isEqualTo("seen\n");
      assertThat(OfferPdfTest.images(pdf)).isZero();
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void pictures_that_stand_in_the_template_itself_are_shown() throws IOException {
    String picture =
        "data:image/png;base64,"
            + Base64.getEncoder().encodeToString(OfferPdfTest.picture("png", 4, 4));
    byte[] pdf =
        OfferPdf.of(Printed.SELLER)
            .with(new Template(page("<img alt='x' src='" + picture + "'/>"), ""))
            .documents()
            .pdf(Printed.finalised(Printed.everything()), Printed.CLIENT, RO);
    assertThat(OfferPdfTest.images(pdf)).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>{{nubmer}}</p>                     | nubmer
          <p>{{seller.class}}</p>               | class
          <p>{{number.bytes}}</p>               | bytes
          {{#chapters}}{{prise}}{{/chapters}}   | prise
          {{#chpters}}x{{/chpters}}             | chpters
          <p>{{{number}}}</p>                   | without escaping
          <p>{{& number}}</p>                   | without escaping
          {{=<% %>=}}<p><%& number%></p>        | without escaping
          {{#chapters}}<p>                      | chapters
          {{>other}}                            | other
          <p>{{number}}                         | no well-formed XHTML, line
          <p>&nbsp;</p>                         | nbsp
          """)
  void a_template_that_cannot_work_is_refused_with_the_reason(String body, String reason) {
    assertThatThrownBy(() -> OfferPdf.of(Printed.SELLER).with(new Template(page(body), "")))
        .isInstanceOf(UnusableTemplate.class)
        .hasMessageContaining(reason);
  }

  @Test
  void a_document_type_and_its_entities_are_refused() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "secret");
    String html =
        "<!DOCTYPE html [<!ENTITY x SYSTEM '%s'>]>".formatted(secret.toUri()) + page("<p>&x;</p>");
    assertThatThrownBy(() -> OfferPdf.of(Printed.SELLER).with(new Template(html, "")))
        .isInstanceOf(UnusableTemplate.class)
        .hasMessageContaining("DOCTYPE");
    assertThatThrownBy(
            () -> OfferPdf.of(Printed.SELLER).with(new Template("<html><body/></html>", "")))
        .isInstanceOf(UnusableTemplate.class)
        .hasMessageContaining("no head");
  }

  @Test
  void both_languages_have_the_same_words() {
    assertThat(Words.of(true).keySet()).isEqualTo(Words.of(false).keySet());
    assertThat(Words.of(false).values())
        .allSatisfy(word -> assertThat(word).isNotBlank().doesNotContainPattern("[şţŞŢ]"));
  }

  @Test
  void every_word_is_used() {
    String html = Template.usual().html();
    assertThat(Words.of(true).keySet())
        .filteredOn(word -> !word.equals("exempt"))
        .allSatisfy(word -> assertThat(html).contains("{{words." + word + "}}"));
  }

  @Test
  void the_page_about_templates_tells_every_name_and_no_other() throws IOException {
    Set<String> documented =
        DOCUMENTED
            .matcher(Files.readString(Path.of("../docs/offer-document.md")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(documented).isEqualTo(names("", OfferSample.everyKind().get(0)));
  }

  /** What is like something else, and the words, are told as a whole. */
  private static Set<String> names(String path, Map<String, Object> model) {
    Set<String> names = new TreeSet<>();
    model.forEach(
        (name, value) -> {
          names.add(path + name);
          if (name.equals("words") || name.equals("optionalChapters")) {
            return;
          }
          names.addAll(below(path + name + ".", value));
        });
    return names;
  }

  @SuppressWarnings("unchecked") // as the model is made
  private static Set<String> below(String path, Object value) {
    if (value instanceof Map<?, ?> map) {
      return names(path, (Map<String, Object>) map);
    }
    if (value instanceof List<?> list) {
      return names(path, (Map<String, Object>) list.get(0));
    }
    return Set.of();
  }

  private static String page(String body) {
    return "<html lang=\"ro\"><head><title>x</title></head><body>" + body + "</body></html>";
  }
}
