package ro.parcurs.crm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import ro.parcurs.crm.contract.FileId;
import ro.parcurs.crm.contract.SignedFile;
import ro.parcurs.crm.contract.usecase.FileContent;
import ro.parcurs.crm.contract.usecase.Files;
import ro.parcurs.crm.error.AlreadyExists;
import ro.parcurs.crm.error.InvalidInput;
import ro.parcurs.crm.error.NotFound;

/** What every {@link Files} does. */
public abstract class FilesContract extends PortContract {

  private final FileId id = new FileId(newId());

  protected FilesContract(Ports ports) {
    super(ports);
  }

  @Test
  void what_is_kept_is_given_back_byte_for_byte_up_to_the_greatest_size() {
    for (int size : new int[] {1, 1000, SignedFile.MAX_BYTES}) {
      byte[] bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      FileId file = new FileId(newId());
      add(file, bytes);
      assertThat(files().get(file)).isEqualTo(FileContent.of(bytes));
    }
  }

  @Test
  void what_is_larger_or_empty_is_refused() {
    assertThatThrownBy(() -> add(id, new byte[SignedFile.MAX_BYTES + 1]))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            fault -> assertThat(fault.violations().get(0).code()).isEqualTo("file-too-large"));
    assertThatThrownBy(() -> add(id, new byte[0])).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> files().get(id)).isInstanceOf(NotFound.class);
  }

  @Test
  void a_file_never_changes() {
    add(id, new byte[] {1});
    assertThatThrownBy(() -> add(id, new byte[] {2})).isInstanceOf(AlreadyExists.class);
    assertThat(files().get(id)).isEqualTo(FileContent.of(new byte[] {1}));
  }

  @Test
  void a_file_of_a_unit_of_work_that_failed_is_not_there() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      files().add(id, FileContent.of(new byte[] {1}));
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThatThrownBy(() -> files().get(id)).isInstanceOf(NotFound.class);
  }

  private Files files() {
    return port(Files.class);
  }

  private void add(FileId file, byte[] bytes) {
    inTransaction(() -> files().add(file, FileContent.of(bytes)));
  }
}
