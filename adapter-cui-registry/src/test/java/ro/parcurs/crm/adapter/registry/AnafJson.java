package ro.parcurs.crm.adapter.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import ro.parcurs.crm.company.Cui;

/** Made-up answers in the shape of the service's. */
final class AnafJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private AnafJson() {}

  /** An answer with a company for each code. */
  static String found(Collection<Cui> codes) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode found = answer.putArray("found");
    codes.forEach(code -> found.add(company(code)));
    answer.putArray("notFound");
    return answer.toString();
  }

  /** An answer with these companies, and codes that nobody has. */
  static ObjectNode answer(List<ObjectNode> companies, List<Cui> unknown) {
    ObjectNode answer = JSON.createObjectNode();
    answer.putArray("found").addAll(companies);
    ArrayNode missing = answer.putArray("notFound");
    unknown.forEach(code -> missing.add(Long.parseLong(code.digits())));
    return answer;
  }

  /** A company with everything that the service says of one. */
  static ObjectNode company(Cui code) {
    ObjectNode company = JSON.createObjectNode();
    company
        .putObject("date_generale")
        .put("data", "2026-11-24")
        .put("cui", Long.parseLong(code.digits()))
        .put("denumire", "ŢESĂTORIA ŞOIMUL " + code + " S.R.L.")
        .put("adresa", "JUD. CLUJ, MUN. DEJ, STR. LUNGĂ, NR.1,  , ET.1,2,3")
        .put("nrRegCom", "J12/123/2005")
        .put("telefon", "0264123456")
        .put("fax", "")
        .put("codPostal", "405200")
        .put("act", "")
        .put("stare_inregistrare", "INREGISTRAT din data 29.08.2006")
        .put("data_inregistrare", "2005-03-01")
        .put("cod_CAEN", "119")
        .put("iban", "RO49AAAA1B31007593840000")
        .put("statusRO_e_Factura", true)
        .put("data_inreg_Reg_RO_e_Factura", "2022-07-01")
        .put("organFiscalCompetent", "Administraţia Judeţeană a Finanţelor Publice Cluj")
        .put("forma_de_proprietate", "PROPR.PRIVATA-CAPITAL PRIVAT AUTOHTON")
        .put("forma_organizare", "PERSOANA JURIDICA")
        .put("forma_juridica", "SOCIETATE COMERCIALĂ CU RĂSPUNDERE LIMITATĂ");
    ObjectNode vat = company.putObject("inregistrare_scop_Tva").put("scpTVA", true);
    vat.putArray("perioade_TVA").add(period("2012-02-01", "")).add(period("2006-01-01", ""));
    company
        .putObject("inregistrare_RTVAI")
        .put("dataInceputTvaInc", "2013-01-01")
        .put("dataSfarsitTvaInc", "")
        .put("tipActTvaInc", "Inregistrare")
        .put("statusTvaIncasare", true);
    company
        .putObject("stare_inactiv")
        .put("dataInactivare", "")
        .put("dataReactivare", "")
        .put("dataPublicare", "")
        .put("dataRadiere", "")
        .put("statusInactivi", false);
    company.putObject("inregistrare_SplitTVA").put("statusSplitTVA", false);
    address(
        company.putObject("adresa_sediu_social"), "s", "Mun. Dej", "CLUJ", "12", "CJ", "405200");
    address(
        company.putObject("adresa_domiciliu_fiscal"),
        "d",
        "Sector 2 Mun. Bucureşti",
        "MUNICIPIUL BUCUREŞTI",
        "40",
        "B",
        "20001");
    return company;
  }

  static ObjectNode period(String begin, String end) {
    return JSON.createObjectNode()
        .put("data_inceput_ScpTVA", begin)
        .put("data_sfarsit_ScpTVA", end)
        .put("data_anul_imp_ScpTVA", "")
        .put("mesaj_ScpTVA", "");
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  private static void address(
      ObjectNode address,
      String prefix,
      String locality,
      String county,
      String countyCode,
      String countyLetters,
      String postalCode) {
    address
        .put(prefix + "denumire_Localitate", locality)
        .put(prefix + "denumire_Strada", "Str. Ţebea")
        .put(prefix + "numar_Strada", "7A")
        .put(prefix + "cod_Localitate", "3")
        .put(prefix + "denumire_Judet", county)
        .put(prefix + "cod_Judet", countyCode)
        .put(prefix + "cod_JudetAuto", countyLetters)
        .put(prefix + "detalii_Adresa", " ,Cladirea  Turn, , et. 2,")
        .put(prefix + "cod_Postal", postalCode)
        .put(prefix + "tara", "");
  }
}
