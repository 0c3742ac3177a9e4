package ro.parcurs.crm.actor;

import java.util.Set;
import ro.parcurs.crm.text.Text;

/**
 * Whoever gives a command or asks a question (spec section 2).
 *
 * @param name how the user is shown to others, for example on the timeline; at most {@value
 *     #MAX_NAME_LENGTH} characters
 * @param roles may be empty: such a user may do nothing
 */
public record Actor(UserId id, String name, Set<Role> roles) {

  public static final int MAX_NAME_LENGTH = 200;

  public Actor {
    name = Text.required("name", name, MAX_NAME_LENGTH);
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
