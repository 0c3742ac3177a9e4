package ro.parcurs.architecture.breach.crm.lead;

class ForgetsWhatItWas {
  private String name = "";

  String rename(String name) {
    String before = this.name;
    this.name = name;
    return before;
  }
}
