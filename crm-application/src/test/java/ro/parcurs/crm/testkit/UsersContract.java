package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.error.NotFound;
import ro.parcurs.crm.text.SearchText;

/** What every {@link Users} does. */
public abstract class UsersContract extends PortContract {

  protected UsersContract(Ports ports) {
    super(ports);
  }

  /** Some users, at least two, whole. */
  protected abstract List<Actor> known();

  @Test
  void a_user_is_found_whole_with_name_and_roles() {
    assertThat(known()).hasSizeGreaterThanOrEqualTo(2);
    for (Actor user : known()) {
      assertThat(users().find(user.id())).contains(user);
      assertThat(users().get(user.id())).isEqualTo(user);
      assertThat(users().nameOf(user.id())).isEqualTo(user.name());
    }
  }

  @Test
  void somebody_who_is_not_there_is_not_found_and_called_by_their_identity() {
    UserId nobody = new UserId("nobody " + newId());
    assertThat(users().find(nobody)).isEmpty();
    assertThatThrownBy(() -> users().get(nobody)).isInstanceOf(NotFound.class);
    assertThat(users().nameOf(nobody)).isEqualTo(nobody.value());
    assertThat(users().emailOf(nobody)).isEmpty();
  }

  @Test
  void those_who_can_be_put_in_charge_are_listed_once_by_name_whatever_its_diacritics() {
    List<Actor> listed = users().list();
    assertThat(listed).isNotEmpty().extracting(Actor::id).doesNotHaveDuplicates();
    assertThat(listed)
        .isSortedAccordingTo(Comparator.comparing(user -> SearchText.fold(user.name())))
        .allSatisfy(user -> assertThat(users().find(user.id())).contains(user));
  }

  @Test
  void a_list_that_was_given_can_not_be_changed() {
    List<Actor> listed = users().list();
    assertThatThrownBy(listed::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThat(users().list()).isEqualTo(listed);
  }

  private Users users() {
    return port(Users.class);
  }
}
