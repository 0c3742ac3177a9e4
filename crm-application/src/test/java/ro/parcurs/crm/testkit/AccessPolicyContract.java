package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.access.AccessPolicy;
import ro.parcurs.crm.access.LeadAccess;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.LeadId;

/**
 * What every {@link AccessPolicy} does, whoever may do what by it: what it says in one place agrees
 * with what it says in another. Tried with every set of roles on every kind of lead.
 */
public abstract class AccessPolicyContract extends PortContract {

  /** What can be done to a lead, for which one has to see it. */
  private static final Set<Permission> ON_A_LEAD =
      EnumSet.of(
          Permission.CHANGE_LEAD,
          Permission.ASSIGN_LEAD,
          Permission.ERASE_PERSONAL_DATA,
          Permission.PURSUE_LEAD,
          Permission.APPROVE_OFFER,
          Permission.APPROVE_OWN_OFFER,
          Permission.SEE_MARGIN);

  private static final UserId SELF = new UserId("ana");
  private static final UserId OTHER = new UserId("dan");

  protected AccessPolicyContract(Ports ports) {
    super(ports);
  }

  /** The identities of users whom the policy treats in a way of their own, besides by role. */
  protected List<UserId> users() {
    return List.of(SELF);
  }

  @Test
  void lists_are_made_of_exactly_the_leads_that_may_be_opened() {
    for (Actor actor : actors()) {
      for (LeadAccess lead : leads(actor.id())) {
        assertThat(policy().scope(actor).contains(lead))
            .as("%s, %s", actor, lead)
            .isEqualTo(policy().permits(actor, Permission.SEE_LEAD, lead));
      }
    }
  }

  @Test
  void what_may_be_done_to_one_lead_may_be_done_in_general() {
    for (Actor actor : actors()) {
      for (LeadAccess lead : leads(actor.id())) {
        for (Permission permission : Permission.values()) {
          if (policy().permits(actor, permission, lead)) {
            assertThat(policy().permits(actor, permission))
                .as("%s, %s, %s", actor, permission, lead)
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void what_may_be_worked_on_may_be_seen() {
    for (Actor actor : actors()) {
      for (LeadAccess lead : leads(actor.id())) {
        for (Permission permission : ON_A_LEAD) {
          if (policy().permits(actor, permission, lead)) {
            assertThat(policy().permits(actor, Permission.SEE_LEAD, lead))
                .as("%s, %s, %s", actor, permission, lead)
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void insisting_refuses_exactly_what_is_not_permitted() {
    for (Actor actor : actors()) {
      for (Permission permission : Permission.values()) {
        insist(policy().permits(actor, permission), () -> policy().check(actor, permission));
        for (LeadAccess lead : leads(actor.id())) {
          insist(
              policy().permits(actor, permission, lead),
              () -> policy().check(actor, permission, lead));
        }
      }
    }
  }

  private static void insist(boolean permitted, Runnable check) {
    if (permitted) {
      assertThatCode(check::run).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(check::run).isInstanceOf(NotPermitted.class);
    }
  }

  private List<Actor> actors() {
    List<Actor> actors = new ArrayList<>();
    Role[] roles = Role.values();
    for (UserId user : users()) {
      for (int set = 0; set < 1 << roles.length; set++) {
        Set<Role> some = EnumSet.noneOf(Role.class);
        for (Role role : roles) {
          if ((set & 1 << role.ordinal()) != 0) {
            some.add(role);
          }
        }
        actors.add(new Actor(user, "Ana", some));
      }
    }
    return actors;
  }

  private static List<LeadAccess> leads(UserId actor) {
    List<LeadAccess> leads = new ArrayList<>();
    List<Optional<UserId>> who = List.of(Optional.empty(), Optional.of(actor), Optional.of(OTHER));
    for (Optional<UserId> owner : who) {
      for (Optional<UserId> assignee : who) {
        for (boolean inactive : new boolean[] {true, false}) {
          leads.add(new LeadAccess(new LeadId(newId()), owner, assignee, inactive));
        }
      }
    }
    return leads;
  }

  private AccessPolicy policy() {
    return port(AccessPolicy.class);
  }
}
