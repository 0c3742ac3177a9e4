package ro.parcurs.crm.mail.usecase;

import java.util.List;
import ro.parcurs.crm.mail.TemplateWord;

/**
 * What messages with offers begin as.
 *
 * @param words what may stand in braces
 */
public record MailTemplatesView(
    MailTemplates.Edition templates, List<TemplateWord> words, boolean mayChange) {

  public MailTemplatesView {
    words = List.copyOf(words);
  }
}
