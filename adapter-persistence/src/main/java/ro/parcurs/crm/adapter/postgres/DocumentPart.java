package ro.parcurs.crm.adapter.postgres;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.parcurs.crm.access.LeadScope;

/**
 * A part of the documents of the leads in a scope that indexes lead to. No document is in two
 * parts.
 *
 * @param to as in {@link LeadPart}
 * @param besides whether the user is shown the leads as an assignee besides those that own them
 * @param own whether the word searched for stands in the document itself, or else in its lead;
 *     missing when nothing is searched for
 */
record DocumentPart(@Nullable String to, boolean besides, @Nullable Boolean own) {

  static List<DocumentPart> of(LeadScope scope, boolean searched) {
    return shown(scope)
        .flatMap(
            part ->
                searched ? Stream.of(part.searched(true), part.searched(false)) : Stream.of(part))
        .toList();
  }

  private static Stream<DocumentPart> shown(LeadScope scope) {
    if (scope.all()) {
      return Stream.of(new DocumentPart(null, false, null));
    }
    return scope.user().stream()
        .flatMap(
            user ->
                Stream.of(
                    new DocumentPart(user.value(), false, null),
                    new DocumentPart(LeadPart.EVERYBODY, false, null),
                    new DocumentPart(user.value(), true, null)));
  }

  private DocumentPart searched(boolean inItself) {
    return new DocumentPart(to, besides, inItself);
  }
}
