package ro.parcurs.example.web;

/** The pages of one area. */
public interface Pages {

  /** Says which addresses are answered by what. */
  void register(Routes routes);
}
