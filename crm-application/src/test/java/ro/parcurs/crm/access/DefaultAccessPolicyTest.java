package ro.parcurs.crm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.NotPermitted;
import ro.parcurs.crm.actor.Permission;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.lead.LeadId;
import ro.parcurs.crm.testkit.AccessPolicyContract;
import ro.parcurs.crm.testkit.Ports;

class DefaultAccessPolicyTest extends AccessPolicyContract {

  private static final UserId ANA = new UserId("ana");
  private static final UserId DAN = new UserId("dan");

  private final AccessPolicy policy = port(AccessPolicy.class);

  DefaultAccessPolicyTest() {
    super(Ports.only(AccessPolicy.class, new DefaultAccessPolicy()));
  }

  @Test
  void an_agent_sees_what_is_theirs_and_what_is_nobodys() {
    Actor ana = actor(Role.AGENT);
    assertThat(policy.permits(ana, Permission.SEE_LEAD, lead(ANA, null, false))).isTrue();
    assertThat(policy.permits(ana, Permission.SEE_LEAD, lead(DAN, ANA, false))).isTrue();
    assertThat(policy.permits(ana, Permission.SEE_LEAD, lead(null, null, true))).isTrue();
    assertThat(policy.permits(ana, Permission.SEE_LEAD, lead(DAN, null, true))).isFalse();
    assertThat(policy.permits(ana, Permission.SEE_LEAD, lead(DAN, DAN, false))).isFalse();
    assertThat(policy.permits(ana, Permission.SEE_LEAD, lead(null, null, false))).isFalse();
  }

  @Test
  void only_managers_approve_offers_and_nobody_their_own() {
    assertThat(rolesWith(Permission.APPROVE_OFFER)).containsExactly(Role.MANAGER);
    assertThat(rolesWith(Permission.APPROVE_OWN_OFFER)).isEmpty();
  }

  @Test
  void only_admins_change_the_catalogue() {
    assertThat(rolesWith(Permission.CHANGE_CATALOGUE)).containsExactly(Role.ADMIN);
  }

  @Test
  void only_admins_check_the_timelines() {
    assertThat(rolesWith(Permission.CHECK_TIMELINES)).containsExactly(Role.ADMIN);
  }

  @Test
  void somebody_without_a_role_may_do_nothing() {
    Actor nobody = actor();
    assertThat(Permission.values()).noneMatch(permission -> policy.permits(nobody, permission));
    assertThat(policy.scope(nobody)).isEqualTo(LeadScope.NONE);
    assertThat(LeadScope.NONE.contains(lead(null, null, true))).isFalse();
  }

  @Test
  void the_rights_of_several_roles_add_up() {
    Actor both = actor(Role.AGENT, Role.ADMIN);
    assertThat(policy.permits(both, Permission.CHANGE_CATALOGUE)).isTrue();
    assertThat(policy.permits(both, Permission.CHANGE_LEAD, lead(ANA, null, false))).isTrue();
    assertThat(policy.permits(both, Permission.CHANGE_LEAD, lead(DAN, null, false))).isFalse();
  }

  @Test
  void a_refusal_names_the_permission() {
    Actor ana = actor(Role.AGENT);
    assertThatThrownBy(() -> policy.check(ana, Permission.APPROVE_OFFER))
        .isInstanceOf(NotPermitted.class)
        .hasMessageContaining("APPROVE_OFFER");
  }

  private List<Role> rolesWith(Permission permission) {
    return Arrays.stream(Role.values())
        .filter(role -> policy.permits(actor(role), permission))
        .toList();
  }

  private static Actor actor(Role... roles) {
    return new Actor(ANA, "Ana", Set.of(roles));
  }

  private static LeadAccess lead(
      @Nullable UserId owner, @Nullable UserId assignee, boolean inactive) {
    return new LeadAccess(
        new LeadId(new UUID(0, 1)),
        Optional.ofNullable(owner),
        Optional.ofNullable(assignee),
        inactive);
  }
}
