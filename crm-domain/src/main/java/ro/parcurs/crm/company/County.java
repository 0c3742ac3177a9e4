package ro.parcurs.crm.company;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ro.parcurs.crm.text.SearchText;

/**
 * The counties of Romania and the municipality of Bucharest.
 *
 * <p>The numeric codes are those of the tax authority and of the old form of the trade register
 * number; the letters are those of car plates and of ISO 3166-2:RO.
 */
public enum County {
  AB(1, "Alba"),
  AR(2, "Arad"),
  AG(3, "Argeș"),
  BC(4, "Bacău"),
  BH(5, "Bihor"),
  BN(6, "Bistrița-Năsăud"),
  BT(7, "Botoșani"),
  BV(8, "Brașov"),
  BR(9, "Brăila"),
  BZ(10, "Buzău"),
  CS(11, "Caraș-Severin"),
  CJ(12, "Cluj"),
  CT(13, "Constanța"),
  CV(14, "Covasna"),
  DB(15, "Dâmbovița"),
  DJ(16, "Dolj"),
  GL(17, "Galați"),
  GJ(18, "Gorj"),
  HR(19, "Harghita"),
  HD(20, "Hunedoara"),
  IL(21, "Ialomița"),
  IS(22, "Iași"),
  IF(23, "Ilfov"),
  MM(24, "Maramureș"),
  MH(25, "Mehedinți"),
  MS(26, "Mureș"),
  NT(27, "Neamț"),
  OT(28, "Olt"),
  PH(29, "Prahova"),
  SM(30, "Satu Mare"),
  SJ(31, "Sălaj"),
  SB(32, "Sibiu"),
  SV(33, "Suceava"),
  TR(34, "Teleorman"),
  TM(35, "Timiș"),
  TL(36, "Tulcea"),
  VS(37, "Vaslui"),
  VL(38, "Vâlcea"),
  VN(39, "Vrancea"),
  B(40, "Municipiul București"),
  CL(51, "Călărași"),
  GR(52, "Giurgiu");

  private static final Map<Integer, County> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(County::code, Function.identity()));
  private static final Map<String, County> BY_FOLDED_NAME =
      Arrays.stream(values())
          .collect(
              Collectors.toMap(
                  county -> SearchText.fold(county.displayName()), Function.identity()));

  private final int code;
  private final String displayName;

  County(int code, String displayName) {
    this.code = code;
    this.displayName = displayName;
  }

  /** The number of the county: 1 to 40, 51 or 52. */
  public int code() {
    return code;
  }

  /** The letters on car plates: one for Bucharest, two for the others. */
  public String auto() {
    return name();
  }

  /** The name in Romanian, with its diacritics. */
  public String displayName() {
    return displayName;
  }

  public static Optional<County> ofCode(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /**
   * The county that people mean: by letters or by name, in any case, with or without diacritics,
   * with or without "județul"; "București" is enough for the municipality.
   */
  public static Optional<County> find(String text) {
    String folded = SearchText.fold(text).replaceFirst("^(judetul|judet|jud|municipiul|mun) ", "");
    if (folded.equals("bucuresti") || folded.equals("bucharest")) {
      return Optional.of(B);
    }
    County byName = BY_FOLDED_NAME.get(folded);
    return byName != null
        ? Optional.of(byName)
        : Arrays.stream(values())
            .filter(county -> county.auto().equalsIgnoreCase(folded))
            .findFirst();
  }
}
