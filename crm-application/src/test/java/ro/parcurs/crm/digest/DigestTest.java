package ro.parcurs.crm.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.file.Sha256;

class DigestTest {

  /** Of "abc", from FIPS 180-4's examples. */
  private static final Sha256 ABC =
      new Sha256("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

  @Test
  void what_comes_in_pieces_has_the_digest_of_the_whole() {
    Digest digest = new Digest();
    digest.add(bytes("ab?"), 2);
    digest.add(bytes("c"), 1);
    assertThat(digest.value()).isEqualTo(ABC).isEqualTo(Digest.of(bytes("abc")));
    assertThat(digest.value()).as("after that").isEqualTo(Digest.of(new byte[0]));
  }

  @Test
  void a_text_is_taken_in_utf_8() {
    assertThat(Digest.of("abc")).isEqualTo(ABC);
    assertThat(Digest.of("ș")).isEqualTo(Digest.of(bytes("ș"))).isNotEqualTo(Digest.of("ş"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
