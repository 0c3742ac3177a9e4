package ro.parcurs.architecture.breach.crm.lead.usecase;

public final class DoesThisAndThat {
  public void handle() {}

  public void handleSomethingElse() {}
}
