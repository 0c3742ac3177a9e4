package ro.parcurs.example.page;

import java.util.Map;
import ro.parcurs.example.web.Answer;
import ro.parcurs.example.web.Pages;
import ro.parcurs.example.web.Request;
import ro.parcurs.example.web.Routes;

/** The first page after signing in. */
public final class HomePages implements Pages {

  @Override
  public void register(Routes routes) {
    routes.get("/", this::home);
  }

  private Answer home(Request request) {
    return Answer.view("home/home.jte", Map.of());
  }
}
