package ro.parcurs.crm.access;

import java.util.List;
import java.util.Set;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.actor.Role;
import ro.parcurs.crm.actor.UserId;
import ro.parcurs.crm.testkit.InMemoryUsers;
import ro.parcurs.crm.testkit.Ports;
import ro.parcurs.crm.testkit.UsersContract;

class InMemoryUsersTest extends UsersContract {

  private static final List<Actor> USERS =
      List.of(
          new Actor(new UserId("t"), "Tudor Pop", Set.of(Role.AGENT)),
          new Actor(new UserId("sb"), "Șerban Ene", Set.of(Role.AGENT, Role.MANAGER)),
          new Actor(new UserId("sa"), "Sorin Ene", Set.of()));

  InMemoryUsersTest() {
    super(Ports.only(Users.class, new InMemoryUsers(USERS)));
  }

  @Override
  protected List<Actor> known() {
    return USERS;
  }
}
