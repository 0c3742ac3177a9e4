package ro.parcurs.example.web;

import java.util.List;
import ro.parcurs.crm.access.Users;
import ro.parcurs.crm.actor.Actor;
import ro.parcurs.crm.testkit.Ports;
import ro.parcurs.crm.testkit.UsersContract;

/** The people of the demo company are users as the use cases ask for them. */
class PeopleTest extends UsersContract {

  PeopleTest() {
    super(Ports.only(Users.class, People.asUsers()));
  }

  @Override
  protected List<Actor> known() {
    return People.all().stream().map(User::actor).toList();
  }
}
